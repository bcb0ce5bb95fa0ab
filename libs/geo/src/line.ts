import type { LngLat } from '#contracts';
import { distanceMetres, longitudeScale } from './distance.js';

export type Line = readonly LngLat[];

export const between = (a: LngLat, b: LngLat, fraction: number): LngLat => [
  a[0] + (b[0] - a[0]) * fraction,
  a[1] + (b[1] - a[1]) * fraction,
];

export function lineLengthMetres(line: Line): number {
  let metres = 0;
  for (let i = 1; i < line.length; i++) metres += distanceMetres(line[i - 1]!, line[i]!);
  return metres;
}

/** The point `metres` from the start of the line, clamped to its ends. */
export function pointAlong(line: Line, metres: number): LngLat {
  let left = Math.max(0, metres);
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1]!;
    const to = line[i]!;
    const step = distanceMetres(from, to);
    if (left <= step) return step === 0 ? from : between(from, to, left / step);
    left -= step;
  }
  return line[line.length - 1]!;
}

/** Where on the segment from `a` to `b` (0 to 1) lies the point nearest to `p`, on a flat local map. */
export function fractionOnSegment(p: LngLat, a: LngLat, b: LngLat): number {
  const scale = longitudeScale(p[1]);
  const x = (b[0] - a[0]) * scale;
  const y = b[1] - a[1];
  const square = x * x + y * y;
  if (square === 0) return 0;
  const fraction = ((p[0] - a[0]) * scale * x + (p[1] - a[1]) * y) / square;
  return Math.min(1, Math.max(0, fraction));
}

export interface NearestOnLine {
  readonly position: LngLat;
  readonly distanceMetres: number;
  readonly alongMetres: number;
}

/** The point of the line nearest to `p`, how far `p` is from it, and how far along the line it lies. */
export function nearestOnLine(line: Line, p: LngLat): NearestOnLine {
  let best: NearestOnLine = { position: line[0]!, distanceMetres: distanceMetres(p, line[0]!), alongMetres: 0 };
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1]!;
    const to = line[i]!;
    const position = between(from, to, fractionOnSegment(p, from, to));
    const away = distanceMetres(p, position);
    if (away < best.distanceMetres) {
      best = { position, distanceMetres: away, alongMetres: along + distanceMetres(from, position) };
    }
    along += distanceMetres(from, to);
  }
  return best;
}

/** The stretch of the line between two distances from its start, in that order of travel (reversed if from > to). */
export function sliceLine(line: Line, fromMetres: number, toMetres: number): LngLat[] {
  if (fromMetres > toMetres) return sliceLine(line, toMetres, fromMetres).reverse();
  const slice = [pointAlong(line, fromMetres)];
  let along = 0;
  for (let i = 1; i < line.length - 1; i++) {
    along += distanceMetres(line[i - 1]!, line[i]!);
    if (along > fromMetres && along < toMetres) slice.push(line[i]!);
  }
  slice.push(pointAlong(line, toMetres));
  return slice;
}
