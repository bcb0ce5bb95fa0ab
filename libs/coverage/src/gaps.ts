import {
  COVER_MINUTES,
  type CoverageGaps,
  type CoverLost,
  type StationId,
  type VehicleId,
  type WardCover,
} from '#contracts';
import { NO_WAY } from '#roads';

/** Road junctions that stand for the places of each ward, and which ward each stands for. */
export interface WardSamples {
  readonly wards: readonly string[];
  /** Index into `wards` of each sample. */
  readonly wardOf: Int32Array;
}

/** Milliseconds from somewhere to every sample; NO_WAY where nobody comes. */
export type SampleTimes = Int32Array;

export interface FreeVehicle {
  readonly vehicleId: VehicleId;
  /** The station it stands at or returns to. */
  readonly postId: StationId;
  readonly times: SampleTimes;
  /** Not needed where it is for anything but cover, and not moved a moment ago. */
  readonly movable: boolean;
}

export interface Post {
  readonly stationId: StationId;
  /** From the post, turnout included. */
  readonly times: SampleTimes;
}

const [SOON, LATEST] = COVER_MINUTES.map((minutes) => minutes * 60_000) as [number, number];
/** One move after the other, each judged with those before; more would be advice nobody reads. */
const MOST_MOVES = 2;

/**
 * Where the free vehicles leave gaps. A ward counts as within reach when half of its sampled junctions are: where roads
 * are dense people live, which stands in for a census that nobody has.
 */
export function findGaps(
  samples: WardSamples,
  vehicles: readonly FreeVehicle[],
  posts: readonly Post[],
): Omit<CoverageGaps, 'computedAt' | 'emptyStations'> {
  const now = soonestOf(vehicles, samples.wardOf.length);
  const minutes = wardMinutes(samples, now);
  const beyond = (limit: number) =>
    minutes
      .filter((ward) => ward.minutes === null || ward.minutes * 60_000 > limit)
      .sort((a, b) => (b.minutes ?? Infinity) - (a.minutes ?? Infinity) || a.ward.localeCompare(b.ward, 'vi'));
  const withinNow = [SOON, LATEST].map((limit) => wardsWithin(samples, now, limit)) as [boolean[], boolean[]];
  return {
    wards: samples.wards.length,
    beyond8: beyond(SOON),
    beyond15: beyond(LATEST),
    ifSent: vehicles.map((vehicle) => ({
      vehicleId: vehicle.vehicleId,
      ...lostWithout(samples, vehicles, vehicle, withinNow),
    })),
    standby: adviseStandby(samples, vehicles, posts),
  };
}

function lostWithout(
  samples: WardSamples,
  vehicles: readonly FreeVehicle[],
  vehicle: FreeVehicle,
  [soonNow, latestNow]: readonly [boolean[], boolean[]],
): CoverLost {
  const rest = soonestOf(
    vehicles.filter((other) => other !== vehicle),
    samples.wardOf.length,
  );
  const lost = (before: readonly boolean[], limit: number) => {
    const after = wardsWithin(samples, rest, limit);
    return samples.wards.filter((_, ward) => before[ward] && !after[ward]);
  };
  return { beyond8: lost(soonNow, SOON), beyond15: lost(latestNow, LATEST) };
}

/** Greedy: the one move that brings most wards back within 15 minutes, then the next given that one. */
function adviseStandby(
  samples: WardSamples,
  vehicles: readonly FreeVehicle[],
  posts: readonly Post[],
): CoverageGaps['standby'] {
  const moves: CoverageGaps['standby'] = [];
  let standing = [...vehicles];
  while (moves.length < MOST_MOVES) {
    const best = bestMove(samples, standing, posts);
    if (!best) break;
    moves.push({ vehicleId: best.vehicle.vehicleId, stationId: best.post.stationId, backWithin15: best.back });
    const moved = { ...best.vehicle, postId: best.post.stationId, times: best.post.times, movable: false };
    standing = standing.map((vehicle) => (vehicle === best.vehicle ? moved : vehicle));
  }
  return moves;
}

function bestMove(samples: WardSamples, vehicles: readonly FreeVehicle[], posts: readonly Post[]) {
  const length = samples.wardOf.length;
  const before = wardsWithin(samples, soonestOf(vehicles, length), LATEST);
  if (before.every(Boolean)) return null;
  let best: { vehicle: FreeVehicle; post: Post; back: string[]; net: number } | null = null;
  for (const vehicle of vehicles.filter(({ movable }) => movable)) {
    const rest = soonestOf(
      vehicles.filter((other) => other !== vehicle),
      length,
    );
    for (const post of posts) {
      if (post.stationId === vehicle.postId) continue;
      const after = wardsWithin(samples, earlier(rest, post.times), LATEST);
      const back = samples.wards.filter((_, ward) => after[ward] && !before[ward]);
      const net = back.length - before.filter((was, ward) => was && !after[ward]).length;
      if (net > (best?.net ?? 0)) best = { vehicle, post, back, net };
    }
  }
  return best;
}

const earlier = (a: SampleTimes, b: SampleTimes): SampleTimes => a.map((ms, i) => Math.min(ms, b[i]!));

function soonestOf(vehicles: readonly FreeVehicle[], length: number): SampleTimes {
  const soonest = new Int32Array(length).fill(NO_WAY);
  for (const { times } of vehicles) {
    for (let i = 0; i < length; i++) if (times[i]! < soonest[i]!) soonest[i] = times[i]!;
  }
  return soonest;
}

/** Whether half of a ward's samples are reached within the limit, by ward. */
function wardsWithin({ wards, wardOf }: WardSamples, times: SampleTimes, limitMs: number): boolean[] {
  const reached = new Int32Array(wards.length);
  const all = new Int32Array(wards.length);
  for (let i = 0; i < wardOf.length; i++) {
    const ward = wardOf[i]!;
    all[ward]!++;
    if (times[i]! <= limitMs) reached[ward]!++;
  }
  return wards.map((_, ward) => 2 * reached[ward]! >= all[ward]!);
}

function wardMinutes({ wards, wardOf }: WardSamples, times: SampleTimes): WardCover[] {
  const ofWard: number[][] = wards.map(() => []);
  for (let i = 0; i < wardOf.length; i++) ofWard[wardOf[i]!]!.push(times[i]!);
  return wards.map((ward, i) => {
    const sorted = ofWard[i]!.sort((a, b) => a - b);
    const middle = sorted[Math.ceil(sorted.length / 2) - 1] ?? NO_WAY;
    return { ward, minutes: middle >= NO_WAY ? null : Math.round(middle / 6_000) / 10 };
  });
}
