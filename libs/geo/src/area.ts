import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LngLat } from '#contracts';

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The smallest box around all positions; throws when there are none. */
export function boundsOf(positions: Iterable<LngLat>): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  if (west > east) throw new RangeError('No positions to bound');
  return [west, south, east, north];
}

export const isWithin = ([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

/**
 * Whether the position lies in the area, holes left out: a line from it to the east crosses the rings an odd number of
 * times. Of two areas with a common border exactly one holds a position on it.
 */
export const isInside = (area: Polygon | MultiPolygon, position: LngLat): boolean => {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.some((rings) => rings.reduce((inside, ring) => inside !== isOddlyCrossed(ring, position), false));
};

function isOddlyCrossed(ring: readonly Position[], [lng, lat]: LngLat): boolean {
  let isOdd = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > lat === by > lat) continue;
    if (lng < ax + ((lat - ay) / (by - ay)) * (bx - ax)) isOdd = !isOdd;
  }
  return isOdd;
}

const cornersOf = (area: Polygon | MultiPolygon): LngLat[] => {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  return rings.flatMap((ring) => ring.map(([lng, lat]): LngLat => [lng!, lat!]));
};

/** The smallest box around an area. */
export const areaBounds = (area: Polygon | MultiPolygon): Bounds => boundsOf(cornersOf(area));

/** A position inside the area to write its name at: the middle of its box, or a corner where the area bends around it. */
export function middleOf(area: Polygon | MultiPolygon): LngLat {
  const [west, south, east, north] = areaBounds(area);
  const middle: LngLat = [(west + east) / 2, (south + north) / 2];
  return isInside(area, middle) ? middle : cornersOf(area)[0]!;
}
