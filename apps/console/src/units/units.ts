import type { Position, Unit, UnitStatus } from '#contracts';
import { FAMILY_OF_STATUS, type Family } from '#web';

/** Order of the board: not acknowledged, moving, stopped, free, unusable. */
const RANK: Record<UnitStatus, number> = {
  notified: 0,
  acknowledged: 1,
  en_route: 1,
  left_scene: 1,
  on_scene: 2,
  at_patient: 2,
  at_hospital: 2,
  handed_over: 2,
  returning: 3,
  available: 4,
  out_of_service: 5,
};

export type UnitFilter = 'all' | 'free' | 'busy';

const passes: Record<UnitFilter, (family: Family) => boolean> = {
  all: () => true,
  free: (family) => family === 'av',
  busy: (family) => family === 're' || family === 'pa',
};

/** The units of the board in its order; within one rank by call sign, so that rows do not dance. */
export const boardUnits = (units: Record<string, Unit>, filter: UnitFilter): Unit[] =>
  Object.values(units)
    .filter(({ status }) => passes[filter](FAMILY_OF_STATUS[status]))
    .sort((a, b) => RANK[a.status] - RANK[b.status] || a.callSign.localeCompare(b.callSign, 'vi', { numeric: true }));

/** How many units are in each family. */
export function countByFamily(units: Record<string, Unit>): Record<Family, number> {
  const count = { av: 0, re: 0, pa: 0, ou: 0 };
  for (const { status } of Object.values(units)) count[FAMILY_OF_STATUS[status]]++;
  return count;
}

/** A position's age as the board says it: seconds, minutes from one minute on, lost from five or when there is none. */
export type GpsAge = { kind: 'seconds' | 'minutes'; n: number; old: boolean } | { kind: 'lost' };
export function gpsAge(position: Position | undefined, nowMs: number): GpsAge {
  if (!position) return { kind: 'lost' };
  const seconds = Math.max(0, Math.round((nowMs - new Date(position.fixedAt).getTime()) / 1000));
  if (seconds > 300) return { kind: 'lost' };
  return seconds < 60
    ? { kind: 'seconds', n: seconds, old: seconds > 15 }
    : { kind: 'minutes', n: Math.floor(seconds / 60), old: true };
}
