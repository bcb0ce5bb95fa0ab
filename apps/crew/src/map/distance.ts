import type { LngLat } from '#contracts';

const METRES_PER_DEGREE = 111_195;

/** Straight-line metres between two positions; flat-earth, within a city the error stays below 0.1 %. */
export function straightMetres(a: LngLat, b: LngLat): number {
  const east = (b[0] - a[0]) * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return Math.hypot(east, b[1] - a[1]) * METRES_PER_DEGREE;
}
