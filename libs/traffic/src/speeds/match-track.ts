import { distanceMetres } from '#geo';
import type { NearRoad, RoadIndex } from '#roads';
import type { NearRoads, ShortDrive, Stretch } from './near-roads.js';
import { thinned, type TrackFix } from './track.js';

const { abs, max } = Math;

/** A stretch of road with the time it took. */
export interface DrivenStretch extends Stretch {
  readonly seconds: number;
}

/** How the receiver errs, metres: the standard deviation where it does not tell itself. */
const FIX_ERROR_METRES = 10;
/** How much longer than the straight line a way between two fixes usually is, metres (mean of the exponential law). */
const DETOUR_METRES = 40;
const CANDIDATE_METRES = 60;
const MOST_CANDIDATES = 6;
/** Longer than this between two fixes nobody knows the way that was taken. */
const LONGEST_GAP_SECONDS = 120;

/** A place on the road where the vehicle may have been, and the likeliest way there. */
interface State {
  readonly point: NearRoad;
  readonly cost: number;
  readonly before: State | null;
  readonly drive: ShortDrive | null;
}

/**
 * Which roads a track was driven on, and how long each stretch took. Viterbi over the points of road near each fix:
 * likely are those near the fix, and ways between them about as long as the straight line (Newson and Krumm 2009,
 * "Hidden Markov map matching through noise and sparseness"). Where no way leads on, the track is broken and goes on
 * after the gap. Between two fixes time is shared out by usual driving time.
 */
export function matchTrack(fixes: readonly TrackFix[], index: RoadIndex, roads: NearRoads): DrivenStretch[] {
  const track = thinned(fixes);
  const stretches: DrivenStretch[] = [];
  let states: State[] = [];
  let since = 0;
  const settle = (until: number) => {
    if (states.length > 0) stretches.push(...timed(cheapest(states), track.slice(since, until), roads));
  };
  track.forEach((fix, i) => {
    const candidates = candidatesAt(fix, index);
    const next = states.length > 0 ? follow(states, candidates, track[i - 1]!, fix, roads) : [];
    if (next.length === 0) {
      settle(i);
      since = i;
      states = candidates.map((point) => ({ point, cost: distanceCost(point, fix), before: null, drive: null }));
    } else states = next;
  });
  settle(track.length);
  return stretches;
}

function candidatesAt({ at, accuracyMetres }: TrackFix, index: RoadIndex): NearRoad[] {
  return index
    .listNear(at, max(CANDIDATE_METRES, accuracyMetres ?? 0))
    .toSorted((a, b) => a.offRoadMetres - b.offRoadMetres)
    .slice(0, MOST_CANDIDATES);
}

const distanceCost = ({ offRoadMetres }: NearRoad, { accuracyMetres }: TrackFix): number => {
  const error = max(FIX_ERROR_METRES, (accuracyMetres ?? 0) / 2);
  return (offRoadMetres / error) ** 2 / 2;
};

function follow(
  states: readonly State[],
  candidates: readonly NearRoad[],
  last: TrackFix,
  fix: TrackFix,
  roads: NearRoads,
): State[] {
  if ((fix.fixedAt.getTime() - last.fixedAt.getTime()) / 1_000 > LONGEST_GAP_SECONDS) return [];
  const straight = distanceMetres(last.at, fix.at);
  const best: (State | null)[] = candidates.map(() => null);
  for (const state of states) {
    roads.searchFrom(state.point, 2 * straight + 2 * CANDIDATE_METRES);
    candidates.forEach((point, i) => {
      const drive = roads.findDriveTo(point);
      if (!drive) return;
      const cost = state.cost + abs(drive.metres - straight) / DETOUR_METRES + distanceCost(point, fix);
      if (cost < (best[i]?.cost ?? Infinity)) best[i] = { point, cost, before: state, drive };
    });
  }
  return best.filter((state) => state !== null);
}

const cheapest = (states: readonly State[]): State => states.reduce((a, b) => (b.cost < a.cost ? b : a));

/** The way that led to a state, with the time between each two fixes shared out over what was driven between them. */
function timed(end: State, track: readonly TrackFix[], roads: NearRoads): DrivenStretch[] {
  const stretches: DrivenStretch[] = [];
  let state = end;
  for (let i = track.length - 1; state.before && state.drive; i--, state = state.before) {
    const seconds = (track[i]!.fixedAt.getTime() - track[i - 1]!.fixedAt.getTime()) / 1_000;
    const parts = state.drive.stretches.map((part) => ({ part, ms: roads.usualMs[part.arc]! * (part.to - part.from) }));
    const whole = parts.reduce((sum, { ms }) => sum + ms, 0);
    for (const { part, ms } of parts.toReversed()) {
      stretches.push({ ...part, seconds: whole > 0 ? (seconds * ms) / whole : seconds / parts.length });
    }
  }
  return stretches.reverse();
}
