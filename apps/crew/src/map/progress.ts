import type { Instruction, LngLat } from '#contracts';

const METRES_PER_DEGREE = 111_195;

/** Where a vehicle is on its route: metres from the start along the line, and metres beside it. */
export interface Progress {
  readonly alongMetres: number;
  readonly offMetres: number;
}

/** Flat-earth within a city: the error stays below 0.1 %. */
export function progressOn(line: readonly LngLat[], at: LngLat): Progress {
  const east = METRES_PER_DEGREE * Math.cos((at[1] * Math.PI) / 180);
  const toMetres = (p: LngLat): [number, number] => [(p[0] - at[0]) * east, (p[1] - at[1]) * METRES_PER_DEGREE];
  let best: Progress = { alongMetres: 0, offMetres: Infinity };
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = toMetres(line[i - 1]!);
    const [bx, by] = toMetres(line[i]!);
    const length = Math.hypot(bx - ax, by - ay);
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length ** 2));
    const offMetres = Math.hypot(ax + (bx - ax) * share, ay + (by - ay) * share);
    if (offMetres < best.offMetres) best = { alongMetres: along + length * share, offMetres };
    along += length;
  }
  return best;
}

/** The manoeuvre ahead, how far it is, and the one after it. */
export interface Ahead {
  readonly next: Instruction;
  readonly inMetres: number;
  readonly following: Instruction | null;
}

/** What lies ahead of a vehicle that has driven so far; null when there is nothing left to do. */
export function aheadOf(instructions: readonly Instruction[], alongMetres: number): Ahead | null {
  const at = instructions.findIndex(({ kind, fromMetres }) => kind !== 'depart' && fromMetres > alongMetres);
  const next = instructions[at];
  return next ? { next, inMetres: next.fromMetres - alongMetres, following: instructions[at + 1] ?? null } : null;
}

/** Beside the line by more than this, and more than the fix itself may err, a vehicle counts as off it. */
const OFF_ROUTE_METRES = 40;
/** One bad fix is no wrong turn. */
const FIXES_OFF_ROUTE = 2;

/** Counts fixes beside the route; a new count after each fix, 0 on the route. */
export const countOff = (before: number, { offMetres }: Progress, accuracyMetres: number | null): number =>
  offMetres > Math.max(OFF_ROUTE_METRES, accuracyMetres ?? 0) ? before + 1 : 0;

export const hasLeftRoute = (fixesOff: number): boolean => fixesOff >= FIXES_OFF_ROUTE;
