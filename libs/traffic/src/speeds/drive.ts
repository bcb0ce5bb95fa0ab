import { localHour } from '#journal';
import type { ProfileName, RoadIndex } from '#roads';
import { addDriving, corridorOf, type CellDriving } from './cell.js';
import { matchTrack } from './match-track.js';
import type { NearRoads } from './near-roads.js';
import type { TrackFix } from './track.js';

/** One drive to a scene, as the receiver saw it. */
export interface Drive {
  readonly profile: ProfileName;
  readonly departedAt: Date;
  readonly arrivedAt: Date;
  readonly fixes: readonly TrackFix[];
}

/** What a drive taught, by cell; or why it taught nothing. */
export type Lesson =
  | { readonly cells: readonly CellDriving[]; readonly usualSeconds: number; readonly drivenSeconds: number }
  | { readonly refused: 'few_fixes' | 'too_short' | 'off_the_roads' | 'fault' };

const FEWEST_FIXES = 5;
const SHORTEST_SECONDS = 60;
/** Less than this share of the drive found on roads: a wrong map, or a receiver that cannot be trusted. */
const LEAST_MATCHED = 0.8;

/** Matches a drive to the roads and says how long each kind of road took against its usual time. */
export function learnFrom(drive: Drive, index: RoadIndex, roads: NearRoads): Lesson {
  const { profile, fixes, departedAt, arrivedAt } = drive;
  const seconds = (arrivedAt.getTime() - departedAt.getTime()) / 1_000;
  if (fixes.length < FEWEST_FIXES) return { refused: 'few_fixes' };
  if (seconds < SHORTEST_SECONDS) return { refused: 'too_short' };
  const stretches = matchTrack(fixes, index, roads);
  const matched = stretches.reduce((sum, stretch) => sum + stretch.seconds, 0);
  if (matched < LEAST_MATCHED * seconds) return { refused: 'off_the_roads' };

  const { graph } = roads;
  const hour = localHour(departedAt);
  const cells = new Map<string, CellDriving>();
  let usualSeconds = 0;
  for (const { arc, from, to, seconds: drivenSeconds } of stretches) {
    const edge = arc >> 1;
    const roadClass = graph.roadClass(edge);
    const usual = (roads.usualMs[arc]! * (to - from)) / 1_000;
    usualSeconds += usual;
    const corridor = corridorOf({ roadClass, name: graph.name(edge), ref: graph.ref(edge) });
    addDriving(cells, [{ profile, roadClass, corridor, hour, usualSeconds: usual, drivenSeconds }]);
  }
  return { cells: [...cells.values()], usualSeconds, drivenSeconds: matched };
}
