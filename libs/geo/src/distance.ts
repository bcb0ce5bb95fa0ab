import type { LngLat } from '#contracts';

const RADIANS = Math.PI / 180;
/** Mean radius of the earth (IUGG), the one Turf and PostGIS' sphere use. */
const EARTH_RADIUS_METRES = 6_371_008.8;
export const METRES_PER_DEGREE = EARTH_RADIUS_METRES * RADIANS;

/** Great-circle distance in metres (haversine). */
export function distanceMetres(a: LngLat, b: LngLat): number {
  const sinLat = Math.sin(((b[1] - a[1]) * RADIANS) / 2);
  const sinLng = Math.sin(((b[0] - a[0]) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** How many degrees of longitude are as long as one degree of latitude here: the scale of a flat local map. */
export const longitudeScale = (lat: number): number => Math.cos(lat * RADIANS);

/** Direction of travel from `a` to `b`, degrees clockwise from north, 0 <= x < 360. */
export function bearingDegrees(a: LngLat, b: LngLat): number {
  const east = (b[0] - a[0]) * longitudeScale((a[1] + b[1]) / 2);
  const degrees = Math.atan2(east, b[1] - a[1]) / RADIANS;
  return (degrees + 360) % 360;
}

/** The smaller angle between two headings, 0 to 180 degrees. */
export function headingDifferenceDegrees(a: number, b: number): number {
  const difference = Math.abs(a - b) % 360;
  return difference > 180 ? 360 - difference : difference;
}
