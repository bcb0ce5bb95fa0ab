import { LngLat } from '#contracts';

/** "10.98,106.65", "10,98 106,65" or the other way around: a position when the two numbers can only be one; else null. */
export function coordinatesIn(text: string): LngLat | null {
  const found =
    /^\s*(-?\d{1,3}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)\s*$/.exec(text) ??
    /^\s*(-?\d{1,3},\d+)\s*[;\s]\s*(-?\d{1,3},\d+)\s*$/.exec(text);
  if (!found) return null;
  const [first, second] = found.slice(1).map((number) => Number(number.replace(',', '.'))) as [number, number];
  // People say latitude first; only a number beyond 90 must be the longitude.
  const parsed = LngLat.safeParse(Math.abs(first) > 90 ? [first, second] : [second, first]);
  return parsed.success ? parsed.data : null;
}
