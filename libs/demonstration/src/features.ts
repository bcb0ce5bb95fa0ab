import { featureCollection, intersect, point, polygon, voronoi } from '@turf/turf';
import type { Position } from 'geojson';
import type { Directory, MapFeature, WardArea } from '#region';
import { INDUSTRIAL_PARKS } from './landmarks.js';
import { OUTLINE, OUTLINE_AREA } from './outline.js';
import { distance, stepFrom, toLngLat, toPlane, type XY } from './plane.js';
import type { Random } from '#chance';
import { edgeMetres, STREETS } from './streets.js';
import { inWater, WATERS } from './waters.js';
import { nearestWard, WARDS, type WardSeed } from './wards.js';

/** The wards as the cells of their centres within the region's outline. */
export function wardAreas(): WardArea[] {
  const outline = polygon([closed(OUTLINE)]);
  const cells = voronoi(featureCollection(WARDS.map((ward) => point([...ward.centre]))), {
    bbox: [106, 10.5, 107.5, 12],
  });
  return WARDS.map((ward, i) => {
    const cell = cells.features[i];
    const area = cell && intersect(featureCollection([cell, outline]));
    if (!area) throw new Error(`ward ${ward.name} lies outside the region`);
    return { code: ward.code, name: ward.name, fullName: `${ward.kind} ${ward.name}`, geometry: area.geometry };
  });
}

/** What the base map shows besides roads. */
export function mapFeatures(directory: Directory, random: Random): MapFeature[] {
  return [...waters(), ...plantations(random), ...parks(), ...builtUp(), ...labels(), ...pointsOfInterest(directory)];
}

const closed = (ring: readonly (readonly number[])[]): Position[] => [...ring, ring[0] ?? []].map((at) => [...at]);
const areaOf = (ring: readonly XY[]) => ({ type: 'Polygon' as const, coordinates: [closed(ring.map(toLngLat))] });

function waters(): MapFeature[] {
  return WATERS.flatMap(({ kind, name, area, course }): MapFeature[] => {
    const rank = kind === 'canal' ? 3 : 1;
    const shore: MapFeature = { layer: 'water', kind, name, rank, geometry: areaOf(area.ring) };
    if (course.length === 0) return [shore];
    return [
      shore,
      { layer: 'water', kind, name, rank, geometry: { type: 'LineString', coordinates: course.map(toLngLat) } },
    ];
  });
}

/** Rubber, mostly: wide blocks between the villages of the north. */
function plantations(random: Random): MapFeature[] {
  const rural = WARDS.filter((ward) => ward.settlement !== 'city');
  return rural.flatMap((ward) =>
    Array.from({ length: ward.settlement === 'village' ? 7 : 3 }, () => {
      const centre = stepFrom(ward.at, random.between(0, 2 * Math.PI), random.between(2600, 6800));
      return blob(centre, random.between(500, 1300), random);
    })
      .filter((ring) => ring.every((at) => OUTLINE_AREA.contains(at) && !inWater(at)))
      .map((ring): MapFeature => ({ layer: 'green', kind: 'plantation', name: null, rank: 3, geometry: areaOf(ring) })),
  );
}

function blob(centre: XY, radius: number, random: Random): XY[] {
  return Array.from({ length: 11 }, (_, i) =>
    stepFrom(centre, (i / 11) * 2 * Math.PI, radius * random.between(0.75, 1.2)),
  );
}

const PARKS = [
  ['Công viên Thành phố mới', [106.6855, 11.0585], 520],
  ['Công viên Phú Cường', [106.6545, 10.9855], 170],
  ['Công viên Thủ Dầu Một', [106.667, 10.974], 200],
  ['Công viên Thuận An', [106.7035, 10.9005], 180],
  ['Núi Châu Thới', [106.8085, 10.921], 420],
  ['Khu du lịch Đại Nam', [106.6285, 11.041], 900],
] as const;

function parks(): MapFeature[] {
  return PARKS.map(([name, [lng, lat], radius]) => {
    const centre = toPlane([lng, lat]);
    const ring = Array.from({ length: 24 }, (_, i): XY => {
      const angle = (i / 24) * 2 * Math.PI;
      return stepFrom(centre, angle, radius * (1 + 0.15 * Math.sin(3 * angle)));
    });
    return { layer: 'green', kind: 'park', name, rank: 2, geometry: areaOf(ring) };
  });
}

function builtUp(): MapFeature[] {
  const towns = WARDS.map((ward): MapFeature => ({
    layer: 'built',
    kind: 'residential',
    name: null,
    rank: ward.settlement === 'city' ? 1 : 2,
    geometry: areaOf(townEdge(ward)),
  }));
  const estates = INDUSTRIAL_PARKS.map(({ name, centre, widthMetres, depthMetres }): MapFeature => {
    const [x, y] = toPlane(centre);
    const [w, d] = [widthMetres / 2, depthMetres / 2];
    const corners: XY[] = [
      [x - w, y - d],
      [x + w, y - 0.8 * d],
      [x + 0.9 * w, y + d],
      [x - 0.95 * w, y + 0.85 * d],
    ];
    return { layer: 'built', kind: 'industrial', name, rank: 2, geometry: areaOf(corners) };
  });
  return [...towns, ...estates];
}

/** As far as the streets reach in each direction, but not over the ward's border or into water. */
function townEdge(ward: WardSeed): XY[] {
  return Array.from({ length: 72 }, (_, i) => {
    const angle = (i / 72) * 2 * Math.PI;
    let edge = stepFrom(ward.at, angle, 60);
    const reach = edgeMetres(ward, edge, STREETS[ward.settlement].reachMetres);
    for (let r = 120; r <= reach; r += 60) {
      const next = stepFrom(ward.at, angle, r);
      if (inWater(next) || nearestWard(next) !== ward || !OUTLINE_AREA.contains(next)) break;
      edge = next;
    }
    return edge;
  });
}

/** The old cities and district towns come first: people still say their names. */
const FIRST_NAMES = new Set([
  'Thủ Dầu Một',
  'Thuận An',
  'Dĩ An',
  'Tân Uyên',
  'Bến Cát',
  'Bình Dương',
  'Dầu Tiếng',
  'Phú Giáo',
  'Bàu Bàng',
]);

function labels(): MapFeature[] {
  const wards = WARDS.map((ward): MapFeature => ({
    layer: 'place',
    kind: ward.kind === 'Phường' ? 'ward' : 'commune',
    name: ward.name,
    rank: FIRST_NAMES.has(ward.name) ? 1 : ward.settlement === 'village' ? 3 : 2,
    geometry: { type: 'Point', coordinates: [...ward.centre] },
  }));
  const border: MapFeature = {
    layer: 'boundary',
    kind: 'region',
    name: null,
    rank: 1,
    geometry: { type: 'LineString', coordinates: closed(OUTLINE) },
  };
  return [border, ...wards];
}

function pointsOfInterest(directory: Directory): MapFeature[] {
  const at = (name: string, kind: string, rank: number, position: readonly number[]): MapFeature => ({
    layer: 'poi',
    kind,
    name,
    rank,
    geometry: { type: 'Point', coordinates: [...position] },
  });
  const isStation = (position: readonly number[]) =>
    directory.stations.some(
      (station) => distance(toPlane(station.position), toPlane(position as [number, number])) < 1,
    );
  return directory.hospitals.map(({ name, position }) => at(name, 'hospital', isStation(position) ? 1 : 2, position));
}
