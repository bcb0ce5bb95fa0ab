import type { LngLat } from '#contracts';
import {
  bearingDegrees,
  boundsOf,
  distanceMetres,
  headingDifferenceDegrees,
  isInside,
  lineFromWkb,
  lineLengthMetres,
  nearestOnLine,
  pointAlong,
  sliceLine,
  toEwkb,
} from './index.js';

const BEN_THANH: LngLat = [106.698, 10.7725];
const CHO_RAY: LngLat = [106.6595, 10.7577];
const CORNER: LngLat[] = [
  [106.7, 10.8],
  [106.71, 10.8],
  [106.71, 10.81],
];

describe('geometry', () => {
  it('measures great-circle distances', () => {
    // PostGIS: ST_DistanceSphere of the two points.
    expect(distanceMetres(BEN_THANH, CHO_RAY)).toBeCloseTo(4516.2, 0);
    expect(distanceMetres([0, 0], [0, 1])).toBeCloseTo(111_195, 0);
    expect(distanceMetres([179.9995, 0], [-179.9995, 0])).toBeCloseTo(111, 0);
  });

  it('measures directions clockwise from north', () => {
    const from: LngLat = [106.7, 10.8];
    expect(bearingDegrees(from, [106.7, 10.9])).toBeCloseTo(0);
    expect(bearingDegrees(from, [106.8, 10.8])).toBeCloseTo(90);
    expect(bearingDegrees(from, [106.7, 10.7])).toBeCloseTo(180);
    expect(bearingDegrees(from, [106.6, 10.8])).toBeCloseTo(270);
    expect(headingDifferenceDegrees(350, 20)).toBe(30);
    expect(headingDifferenceDegrees(90, 270)).toBe(180);
  });

  it('walks along a line and cuts it in the direction of travel', () => {
    const half = lineLengthMetres(CORNER.slice(0, 2));
    expect(distanceMetres(pointAlong(CORNER, half), CORNER[1]!)).toBeLessThan(0.01);
    expect(pointAlong(CORNER, -5)).toEqual(CORNER[0]);
    expect(pointAlong(CORNER, 1e9)).toEqual(CORNER[2]);
    const forward = sliceLine(CORNER, half - 100, half + 200);
    expect(lineLengthMetres(forward)).toBeCloseTo(300, 1);
    expect(forward[1]).toEqual(CORNER[1]);
    expect(sliceLine(CORNER, half + 200, half - 100)).toEqual([...forward].reverse());
  });

  it('finds the nearest point of a line', () => {
    const near = nearestOnLine(CORNER, [106.705, 10.801]);
    expect(distanceMetres(near.position, [106.705, 10.8])).toBeLessThan(0.01);
    expect(near.distanceMetres).toBeCloseTo(111.2, 0);
    expect(near.alongMetres).toBeCloseTo(lineLengthMetres(CORNER.slice(0, 2)) / 2, 1);
  });

  it('knows inside from outside, holes too', () => {
    const ring = (size: number) => [
      [-size, -size],
      [size, -size],
      [size, size],
      [-size, size],
      [-size, -size],
    ];
    const area = { type: 'Polygon' as const, coordinates: [ring(2), ring(1)] };
    expect([isInside(area, [1.5, 0]), isInside(area, [0, 0]), isInside(area, [3, 0])]).toEqual([true, false, false]);
    // Neighbours share a border: whoever stands on it is in one of the two, and only in one.
    const east = { type: 'Polygon' as const, coordinates: [ring(1).map(([x, y]) => [x! + 2, y!])] };
    const west = { type: 'Polygon' as const, coordinates: [ring(1)] };
    expect([isInside(west, [1, 0.5]), isInside(east, [1, 0.5])]).toEqual([false, true]);
    const both = { type: 'MultiPolygon' as const, coordinates: [west.coordinates, east.coordinates] };
    expect([isInside(both, [0, 0]), isInside(both, [2, 0]), isInside(both, [0, 1.5])]).toEqual([true, true, false]);
    expect(boundsOf(CORNER)).toEqual([106.7, 10.8, 106.71, 10.81]);
    expect(() => boundsOf([])).toThrow('No positions');
  });

  it('writes and reads the binary form of the database', () => {
    // PostGIS: select 'SRID=4326;POINT(1 2)'::geometry
    expect(toEwkb([1, 2]).toUpperCase()).toBe('0101000020E6100000000000000000F03F0000000000000040');
    const withoutSrid = Buffer.from(toEwkb(CORNER).replace('0102000020e6100000', '0102000000'), 'hex');
    expect(lineFromWkb(withoutSrid)).toEqual(CORNER);
    expect(() => lineFromWkb(Buffer.from('0101000000', 'hex'))).toThrow(RangeError);
  });
});
