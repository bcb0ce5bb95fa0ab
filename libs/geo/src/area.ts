import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
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

/** Whether the position lies in the area, holes left out. */
export const isInside = (area: Polygon | MultiPolygon, position: LngLat): boolean =>
  booleanPointInPolygon(position, area);

/** A position inside the area to write its name at: the middle of its box, or a corner where the area bends around it. */
export function middleOf(area: Polygon | MultiPolygon): LngLat {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  const corners = rings.flatMap((ring) => ring.map(([lng, lat]): LngLat => [lng!, lat!]));
  const [west, south, east, north] = boundsOf(corners);
  const middle: LngLat = [(west + east) / 2, (south + north) / 2];
  return isInside(area, middle) ? middle : corners[0]!;
}
