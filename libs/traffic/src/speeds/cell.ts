import type { RoadClass } from '#region';
import type { ProfileName } from '#roads';

/**
 * Where and when driving is alike: the same kind of vehicle on the same class of road (and the same named main road)
 * in the same hour of the day. Speeds are learned by cell, not by edge, so that they outlive an import of new roads
 * and a few hundred missions say something about every street.
 */
export interface Cell {
  readonly profile: ProfileName;
  readonly roadClass: RoadClass;
  /** Name of a main road, e.g. `Đại lộ Bình Dương`; empty on roads that are no corridor. */
  readonly corridor: string;
  /** Local hour of the day, 0 to 23. */
  readonly hour: number;
}

/** What was driven in a cell: how long the profile would have taken, and how long it took. */
export interface CellDriving extends Cell {
  readonly usualSeconds: number;
  readonly drivenSeconds: number;
}

const CORRIDOR_CLASSES: ReadonlySet<RoadClass> = new Set(['motorway', 'trunk', 'primary', 'secondary', 'tertiary']);

/** The corridor a stretch of road belongs to: its name, or its number, where it is a main road. */
export function corridorOf(road: { roadClass: RoadClass; name: string | null; ref?: string | null }): string {
  return CORRIDOR_CLASSES.has(road.roadClass) ? (road.name ?? road.ref ?? '') : '';
}

export const cellKey = ({ profile, roadClass, corridor, hour }: Cell): string =>
  `${profile}|${roadClass}|${hour}|${corridor}`;

/** Adds driving to what is known, cell by cell. */
export function addDriving(known: Map<string, CellDriving>, driven: Iterable<CellDriving>): void {
  for (const cell of driven) {
    const key = cellKey(cell);
    const before = known.get(key);
    known.set(key, {
      ...cell,
      usualSeconds: cell.usualSeconds + (before?.usualSeconds ?? 0),
      drivenSeconds: cell.drivenSeconds + (before?.drivenSeconds ?? 0),
    });
  }
}
