import {
  type Equipment,
  type ExcludedVehicle,
  type LngLat,
  type Need,
  type OutOfServiceReason,
  type Priority,
  type RankedVehicle,
  type RecommendationReason,
  type RecommendationReasonKey,
  type StationId,
  type TravelSource,
  type UnitStatus,
  type VehicleId,
  type VehicleLevel,
  VehicleGroup,
} from '#contracts';
import { freshness, isDispatchable } from '#fleet';
import { profileOf, type TravelOrigin, type TravelTime } from '#roads';

/** What the rule needs to know of a vehicle; rows and views satisfy it as they are. */
export interface Candidate {
  readonly vehicleId: VehicleId;
  readonly callSign: string;
  readonly level: VehicleLevel;
  readonly equipment: readonly Equipment[];
  readonly stationId: StationId;
  readonly stationAt: LngLat;
  readonly status: UnitStatus;
  readonly outOfServiceReason: OutOfServiceReason | null;
  readonly incidentNumber: string | null;
  readonly shiftEndsAt: Date | null;
  readonly position: { readonly at: LngLat; readonly fixedAt: Date; readonly headingDegrees: number | null } | null;
  /** How it answered an earlier offer for this very incident. */
  readonly answeredBefore: 'refused' | 'unanswered' | null;
}

/**
 * What a drawback weighs, in seconds of driving: a vehicle is ranked by its ETA plus these. Proposed for correction by
 * the centre; the weights say openly what is traded for what.
 */
export interface Weights {
  /** From the order to the wheels turning, for a crew at its station and for one already on the road. */
  readonly turnoutSeconds: number;
  readonly turnoutMovingSeconds: number;
  /** A crew of a lower level than needed, by priority. */
  readonly lowerLevel: Record<Priority, number>;
  /** An ALS crew taken for a case that does not need one. */
  readonly moreThanNeeded: Record<Priority, number>;
  readonly missingEquipment: number;
  readonly gpsOld: number;
  readonly gpsLost: number;
  readonly shiftEnding: Record<Priority, number>;
  readonly shiftEndingMinutes: number;
  readonly leavesEmpty: Record<Priority, number>;
  readonly refusedBefore: number;
  /** No open road leads there: its time is that of free roads. */
  readonly blocked: number;
}
export const DEFAULT_WEIGHTS: Weights = {
  turnoutSeconds: 60,
  turnoutMovingSeconds: 10,
  lowerLevel: { 1: 240, 2: 180, 3: 0, 4: 0 },
  moreThanNeeded: { 1: 0, 2: 60, 3: 180, 4: 300 },
  missingEquipment: 120,
  gpsOld: 30,
  gpsLost: 120,
  shiftEnding: { 1: 0, 2: 60, 3: 180, 4: 600 },
  shiftEndingMinutes: 30,
  leavesEmpty: { 1: 0, 2: 60, 3: 120, 4: 240 },
  refusedBefore: 3_600,
  blocked: 1_800,
};

const RANK: Record<VehicleLevel, number> = { motorbike: 0, bls: 1, als: 2 };

/** Where a vehicle starts from (its live position, or its station when the position is lost) and how it drives. */
export function originOf(candidate: Candidate, priority: Priority, now: Date): TravelOrigin {
  const { position, stationAt, level } = candidate;
  const profile = profileOf(level, priority);
  const isLive = position !== null && freshness(ageSeconds(position.fixedAt, now)) !== 'lost';
  return isLive
    ? { at: position.at, headingDegrees: position.headingDegrees, profile }
    : { at: stationAt, headingDegrees: null, profile };
}

const ageSeconds = (at: Date, now: Date) => (now.getTime() - at.getTime()) / 1_000;

/** Why a vehicle cannot be sent at all, before any road is asked; empty when it can. */
export function exclusionReasons(
  candidate: Candidate,
  { twoWheeler = false }: Pick<Need, 'twoWheeler'> = {},
): RecommendationReason[] {
  if (candidate.status === 'out_of_service')
    return [reason('out_of_service', 'cost', { reason: candidate.outOfServiceReason ?? '' })];
  if (!isDispatchable(candidate.status))
    return [reason('committed', 'cost', { incident: candidate.incidentNumber ?? '' })];
  if (!candidate.shiftEndsAt) return [reason('no_crew', 'cost')];
  if (candidate.level === 'motorbike' && !twoWheeler) return [reason('cannot_carry', 'cost')];
  return [];
}

export const turnoutSecondsOf = ({ status }: Candidate, weights: Weights): number =>
  status === 'returning' ? weights.turnoutMovingSeconds : weights.turnoutSeconds;

export interface Ranking {
  readonly ranked: RankedVehicle[];
  readonly excluded: ExcludedVehicle[];
}
/** How far the travel times can be trusted: what the last drives taught. */
export interface Trust {
  readonly learnedFromDrives: number;
  /** P90 of driven over promised travel time. */
  readonly p90Factor: number;
}
/**
 * Without history: taken for granted that nine of ten runs need less than 1.5 times the expected time. A rule of thumb
 * of ours, shown as one until the centre's own drives replace it.
 */
export const NO_HISTORY: Trust = { learnedFromDrives: 0, p90Factor: 1.5 };

type Travel = TravelTime | null;

/**
 * Ranks every vehicle that can be sent by ETA plus what its drawbacks weigh, and excludes the rest with the reason.
 * @param travel driving time by vehicle; a vehicle without one has no road to the place
 */
export function rankVehicles(...question: Parameters<typeof scoreVehicles>): Ranking {
  const { scored, excluded } = scoreVehicles(...question);
  scored.sort((a, b) => a.score - b.score || a.vehicle.etaSeconds - b.vehicle.etaSeconds);
  const inOrder = scored.map(({ vehicle }) => vehicle);
  const ranked = VehicleGroup.options
    .flatMap((group) => withNearest(inOrder.filter((vehicle) => vehicle.group === group)))
    .map((vehicle, i) => ({ ...vehicle, rank: i + 1 }));
  return { ranked, excluded };
}

export interface Scores {
  /** In no order; `score` is the ETA plus what the drawbacks weigh, seconds. */
  readonly scored: { vehicle: Unranked; score: number }[];
  readonly excluded: ExcludedVehicle[];
}

/** What every vehicle would take and weigh, before it is put in order. */
export function scoreVehicles(
  candidates: readonly Candidate[],
  travel: ReadonlyMap<VehicleId, Travel>,
  need: Need,
  source: TravelSource,
  now: Date,
  weights: Weights = DEFAULT_WEIGHTS,
  trust: Trust = NO_HISTORY,
): Scores {
  const free = countFree(candidates);
  const excluded: ExcludedVehicle[] = [];
  const scored: { vehicle: Unranked; score: number }[] = [];
  for (const candidate of candidates) {
    const reasons = exclusionReasons(candidate, need);
    const drive = travel.get(candidate.vehicleId) ?? null;
    if (reasons.length === 0 && !drive) reasons.push(reason('no_road', 'cost'));
    if (reasons.length > 0 || !drive) {
      excluded.push({ vehicleId: candidate.vehicleId, reasons });
      continue;
    }
    const drawbacks = [
      ...obstructedDrawbacks(drive, weights),
      ...drawbacksOf(candidate, need, free.get(candidate.stationId)!, source, now, weights),
    ];
    const turnoutSeconds = turnoutSecondsOf(candidate, weights);
    const etaSeconds = turnoutSeconds + drive.seconds;
    scored.push({
      score: etaSeconds + drawbacks.reduce((sum, drawback) => sum + drawback.seconds, 0),
      vehicle: {
        vehicleId: candidate.vehicleId,
        group: groupOf(candidate),
        etaSeconds,
        etaP90Seconds: turnoutSeconds + drive.seconds * trust.p90Factor,
        learnedFromDrives: trust.learnedFromDrives,
        turnoutSeconds,
        travelSeconds: drive.seconds,
        distanceMetres: drive.metres,
        travelSource: source,
        positionFixedAt: candidate.position?.fixedAt.toISOString() ?? null,
        secondOpinion: opinionOf(drive, turnoutSeconds),
        reasons: drawbacks.map((drawback) => drawback.reason),
      },
    });
  }
  return { scored, excluded };
}

/** What a crew lacks for this need, in seconds of driving: the part of the drawbacks that goes with it everywhere. */
export function unfitSeconds({ level, equipment }: Candidate, need: Need, weights: Weights = DEFAULT_WEIGHTS): number {
  const missing = need.equipment.filter((item) => !equipment.includes(item)).length;
  return (RANK[level] < RANK[need.level] ? weights.lowerLevel[need.priority] : 0) + missing * weights.missingEquipment;
}

/** A motorbike carries nobody: it is ranked among its like and goes with an ambulance. */
export const groupOf = ({ level }: { level: VehicleLevel }): VehicleGroup =>
  level === 'motorbike' ? 'two_wheeler' : 'ambulance';

type Unranked = Omit<RankedVehicle, 'rank'>;

function withNearest(ranked: Unranked[]): Unranked[] {
  const least = Math.min(...ranked.map((vehicle) => vehicle.etaSeconds));
  return ranked.map((vehicle) =>
    vehicle.etaSeconds === least ? { ...vehicle, reasons: [reason('nearest', 'good'), ...vehicle.reasons] } : vehicle,
  );
}

const opinionOf = ({ secondOpinion }: TravelTime, turnoutSeconds: number): RankedVehicle['secondOpinion'] =>
  secondOpinion
    ? {
        source: secondOpinion.source,
        etaSeconds: turnoutSeconds + secondOpinion.seconds,
        askedAt: secondOpinion.askedAt.toISOString(),
      }
    : null;

interface StationCover {
  vehicles: number;
  als: number;
}
function countFree(candidates: readonly Candidate[]): Map<StationId, StationCover> {
  const free = new Map<StationId, StationCover>();
  for (const candidate of candidates) {
    const cover = free.get(candidate.stationId) ?? { vehicles: 0, als: 0 };
    free.set(candidate.stationId, cover);
    if (exclusionReasons(candidate).length > 0) continue;
    cover.vehicles++;
    if (candidate.level === 'als') cover.als++;
  }
  return free;
}

interface Drawback {
  readonly seconds: number;
  readonly reason: RecommendationReason;
}
function drawbacksOf(
  candidate: Candidate,
  need: Need,
  cover: StationCover,
  source: TravelSource,
  now: Date,
  weights: Weights,
): Drawback[] {
  const found: Drawback[] = [];
  const add = (seconds: number, key: RecommendationReasonKey, facts?: RecommendationReason['facts']) =>
    found.push({ seconds, reason: reason(key, seconds > 0 ? 'cost' : 'note', facts) });
  const { priority } = need;
  const gap = RANK[candidate.level] - RANK[need.level];
  const missing = need.equipment.filter((item) => !candidate.equipment.includes(item));
  if (groupOf(candidate) === 'two_wheeler') found.push({ seconds: 0, reason: reason('first_on_two_wheels', 'note') });
  else if (gap < 0) add(weights.lowerLevel[priority], 'lower_level', { level: candidate.level, need: need.level });
  else if (gap > 0) add(weights.moreThanNeeded[priority], 'more_than_needed');
  else if (missing.length === 0) found.push({ seconds: 0, reason: reason('able', 'good') });
  if (groupOf(candidate) === 'ambulance')
    for (const equipment of missing) add(weights.missingEquipment, 'missing_equipment', { equipment });
  if (candidate.status === 'returning') add(0, 'returning');
  positionDrawback(candidate, now, weights, add);
  const shiftMinutes = -ageSeconds(candidate.shiftEndsAt!, now) / 60;
  if (shiftMinutes < weights.shiftEndingMinutes)
    add(weights.shiftEnding[priority], 'shift_ending', { minutes: Math.max(0, Math.floor(shiftMinutes)) });
  if (cover.vehicles === 1) add(weights.leavesEmpty[priority], 'leaves_empty');
  else if (candidate.level === 'als' && cover.als === 1) add(0, 'only_als');
  else if (cover.vehicles === 2) add(0, 'leaves_one');
  if (source === 'straight_line') add(0, 'straight_line');
  if (candidate.answeredBefore)
    add(weights.refusedBefore, candidate.answeredBefore === 'refused' ? 'refused_before' : 'unanswered_before');
  return found;
}

/** A delay counts in the time itself; only a way that is blocked weighs more, for its time is that of free roads. */
function obstructedDrawbacks({ obstructed }: TravelTime, weights: Weights): Drawback[] {
  if (!obstructed) return [];
  const facts = { obstruction: obstructed.kinds.join(','), minutes: Math.ceil(obstructed.delaySeconds / 60) };
  return obstructed.how === 'blocked'
    ? [{ seconds: weights.blocked, reason: reason('blocked', 'cost', { obstruction: facts.obstruction }) }]
    : [{ seconds: 0, reason: reason(obstructed.how, 'cost', facts) }];
}

function positionDrawback(
  { position }: Candidate,
  now: Date,
  weights: Weights,
  add: (seconds: number, key: RecommendationReasonKey, facts?: RecommendationReason['facts']) => void,
): void {
  const age = position && ageSeconds(position.fixedAt, now);
  const trust = freshness(age);
  if (trust === 'lost') add(weights.gpsLost, 'gps_lost');
  else if (trust === 'stale') add(weights.gpsOld, 'gps_old', { minutes: Math.max(1, Math.round(age! / 60)) });
}

const reason = (
  key: RecommendationReasonKey,
  tone: RecommendationReason['tone'],
  facts: RecommendationReason['facts'] = {},
): RecommendationReason => ({ key, tone, facts });
