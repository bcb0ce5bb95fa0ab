import { booleanPointInPolygon } from '@turf/turf';
import type { LngLat } from '#contracts';
import { buildNetwork, RoadGraph, RoadGraphTimes, RoadsInForce } from '#roads';
import { crossing, distance, toPlane, type XY } from './plane.js';
import { demonstrationRegion } from './region.js';

const region = demonstrationRegion();
const at = (node: number): LngLat => region.nodes[node] as LngLat;
const places: readonly XY[] = region.nodes.map(toPlane);
const metres = (a: LngLat, b: LngLat) => distance(toPlane(a), toPlane(b));

function nearestNode(to: LngLat): number {
  const wished = toPlane(to);
  const gaps = places.map((place) => distance(place, wished));
  return gaps.indexOf(gaps.reduce((least, gap) => (gap < least ? gap : least)));
}

const network = buildNetwork(region);

describe('the demonstration region', () => {
  it('says what it is', () => {
    expect(region.demonstration).toBe(true);
    expect(region.attribution).toContain('không dùng để dẫn đường');
  });

  it('is the same for the same seed and another for another', () => {
    expect(demonstrationRegion(115)).toEqual(region);
    expect(demonstrationRegion(7).nodes).not.toEqual(region.nodes);
  });

  it('is one network without islands, of a size that starts fast', () => {
    expect(network.report.dropped).toMatchObject({ emptyWays: 0, islands: 0, islandEdges: 0 });
    expect(network.report.oneWayEdges).toBeGreaterThan(100);
    expect(network.vertices.length).toBeGreaterThan(8000);
    expect(network.vertices.length).toBeLessThan(15000);
  });

  it('crosses water on bridges only', () => {
    const shores = region.features.flatMap(({ layer, geometry }) =>
      layer === 'water' && geometry.type === 'Polygon'
        ? (geometry.coordinates as LngLat[][]).map((ring) => ring.map(toPlane))
        : [],
    );
    const banks = shores.flatMap((ring) => ring.slice(1).map((b, i) => [ring[i] as XY, b] as const));
    const wet = region.ways.filter((way) => {
      const line = way.nodes.map((node) => places[node] as XY);
      const [xs, ys] = [line.map((at) => at[0]), line.map((at) => at[1])];
      const [west, east] = [Math.min(...xs) - 1000, Math.max(...xs) + 1000];
      const [south, north] = [Math.min(...ys) - 1000, Math.max(...ys) + 1000];
      const near = banks.filter(([[x, y]]) => x > west && x < east && y > south && y < north);
      return line.slice(1).some((to, i) => near.some(([a, b]) => crossing(line[i] as XY, to, a, b) !== null));
    });
    expect(wet.length).toBeGreaterThan(8);
    expect(wet.length).toBeLessThan(20);
    expect(wet.filter((way) => !way.bridge)).toEqual([]);
  });

  it('makes the road much longer than the straight line where a river lies between', async () => {
    const pairs: [LngLat, LngLat][] = [
      [
        [106.592, 11.09],
        [106.618, 11.1],
      ],
      [
        [106.727, 11.33],
        [106.79, 11.32],
      ],
      [
        [106.56, 11.235],
        [106.62, 11.26],
      ],
    ];
    const times = new RoadGraphTimes(new RoadsInForce(RoadGraph.of(network)), () => new Date(0));
    for (const [here, there] of pairs) {
      const drive = await times.findDrive({ at: here }, there);
      expect((drive?.metres ?? 0) / metres(here, there)).toBeGreaterThan(1.6);
    }
  });

  it('gives each of the 36 wards its area and named streets', () => {
    expect(region.wards).toHaveLength(36);
    expect(new Set(region.wards.map((ward) => ward.code)).size).toBe(36);
    const streets = region.places.filter((place) => place.kind === 'street');
    for (const ward of region.wards) {
      const own = streets.filter((street) => booleanPointInPolygon([...street.position], ward.geometry));
      expect({ ward: ward.name, many: own.length >= 12 }).toEqual({ ward: ward.name, many: true });
    }
  });

  it('puts every station and hospital within 200 m of a road', () => {
    const directory = region.directory;
    expect(directory?.stations).toHaveLength(12);
    expect(directory?.vehicles).toHaveLength(30);
    for (const { name, position } of [...(directory?.hospitals ?? []), ...(directory?.stations ?? [])]) {
      expect({ name, near: metres(position, at(nearestNode(position))) < 200 }).toEqual({ name, near: true });
    }
  });

  it('has the same name in more than one ward', () => {
    const count = (name: string) => region.places.filter((place) => place.name === name).length;
    expect(count('Chợ Tân Phước')).toBe(2);
    expect(count('Lê Lợi')).toBeGreaterThan(2);
  });
});
