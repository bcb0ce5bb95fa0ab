import type { LngLat } from '#contracts';
import { lineLengthMetres, pointAlong } from '#geo';

/** A numbered door on the line along which numbers run. */
export interface Door {
  readonly number: number;
  readonly position: LngLat;
}

const STEP_OF: Readonly<Record<string, number>> = { odd: 2, even: 2, all: 1 };
/** More between two doors is a slip of the map. */
const MOST_BETWEEN = 200;

export const isInterpolation = (kind: string | undefined): boolean => STEP_OF[kind ?? ''] !== undefined;

/** The doors between two known ones, evenly along the line from the first to the second. */
export function doorsBetween(kind: string, from: Door, to: Door, line: readonly LngLat[]): Door[] {
  const step = STEP_OF[kind];
  if (!step || (to.number - from.number) % step !== 0) return [];
  const count = Math.abs(to.number - from.number) / step - 1;
  if (count < 1 || count > MOST_BETWEEN) return [];
  const metres = lineLengthMetres(line);
  const up = Math.sign(to.number - from.number) * step;
  return Array.from({ length: count }, (_, i) => ({
    number: from.number + (i + 1) * up,
    position: pointAlong(line, (metres * (i + 1)) / (count + 1)),
  }));
}
