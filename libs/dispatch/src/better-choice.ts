import type { IncidentId, MissionId, Priority, VehicleId } from '#contracts';

/** A vehicle that could take a job over; seconds from now until it would be at the scene. */
export interface Alternative {
  readonly vehicleId: VehicleId;
  readonly etaSeconds: number;
  /** What its drawbacks weigh, in seconds of driving. */
  readonly drawbackSeconds: number;
  /** Until it is free, as its crew or its history says; null when it is. Counted in `etaSeconds` already. */
  readonly freeInSeconds: number | null;
  /** It was on the list when the present one was chosen: a person passed it over. */
  readonly passedOver: boolean;
}

/** A vehicle on its way to a scene, and who could take its place. */
export interface Job {
  readonly missionId: MissionId;
  readonly incidentId: IncidentId;
  readonly vehicleId: VehicleId;
  readonly priority: Priority;
  readonly etaSeconds: number;
  readonly drawbackSeconds: number;
  /** How much later than promised it will be there. */
  readonly lateSeconds: number;
  readonly alternatives: readonly Alternative[];
}

export interface Pairing {
  readonly missionId: MissionId;
  readonly vehicleId: VehicleId;
}

/** All that the rule looks at. */
export interface Situation {
  readonly jobs: readonly Job[];
  /** On screen now: these stay until the gain is clearly gone. */
  readonly shown: readonly Pairing[];
  /** Left as they were by a person, with the gain that was shown then. */
  readonly left: readonly (Pairing & { readonly gainSeconds: number })[];
}

export interface Threshold {
  /** Smaller gains are not worth a change of crew in the middle of the way. */
  readonly gainSeconds: Record<Priority, number>;
  readonly gainShare: number;
  /** So near to its scene nobody is called back. */
  readonly nearSceneSeconds: number;
  /** What is on screen stays as long as this share of the gain is there. */
  readonly keepShare: number;
  /** What a person left is suggested again when it has become so much better. */
  readonly againSeconds: number;
  /** A vehicle that is free later than this is not about to be free. */
  readonly soonFreeSeconds: number;
}
export const DEFAULT_THRESHOLD: Threshold = {
  gainSeconds: { 1: 90, 2: 90, 3: 180, 4: 600 },
  gainShare: 0.2,
  nearSceneSeconds: 90,
  keepShare: 0.6,
  againSeconds: 60,
  soonFreeSeconds: 180,
};

/** How much a second of each level counts when two incidents want the same vehicle. */
const WEIGHT: Record<Priority, number> = { 1: 1, 2: 0.6, 3: 0.25, 4: 0.25 };

export interface BetterChoice extends Pairing {
  readonly incidentId: IncidentId;
  readonly presentVehicleId: VehicleId;
  readonly etaSeconds: number;
  readonly betterEtaSeconds: number;
  readonly gainSeconds: number;
  readonly freeInSeconds: number | null;
}

const isSame = (one: Pairing) => (other: Pairing) =>
  one.missionId === other.missionId && one.vehicleId === other.vehicleId;

/**
 * Which vehicle on its way could be replaced by one that would be there clearly sooner: at most one for each job, and no
 * vehicle for two. It proposes; nothing changes until a person takes it and the nearer vehicle has accepted.
 */
export function findBetterChoices(situation: Situation, threshold: Threshold = DEFAULT_THRESHOLD): BetterChoice[] {
  const found = situation.jobs
    .flatMap((job) => job.alternatives.filter((other) => isBetter(job, other, situation, threshold)).map(choice(job)))
    .sort((a, b) => worth(b) - worth(a) || a.freeRank - b.freeRank);
  const taken = new Set<string>();
  return found.flatMap(({ freeRank: _rank, priority: _priority, ...better }) => {
    if (taken.has(better.missionId) || taken.has(better.vehicleId)) return [];
    taken.add(better.missionId).add(better.vehicleId);
    return [better];
  });
}

interface Candidate extends BetterChoice {
  readonly priority: Priority;
  readonly freeRank: number;
}
const worth = ({ gainSeconds, priority }: Candidate): number => gainSeconds * WEIGHT[priority];

const choice =
  (job: Job) =>
  ({ vehicleId, etaSeconds, freeInSeconds }: Alternative): Candidate => ({
    missionId: job.missionId,
    incidentId: job.incidentId,
    presentVehicleId: job.vehicleId,
    vehicleId,
    etaSeconds: job.etaSeconds,
    betterEtaSeconds: etaSeconds,
    gainSeconds: job.etaSeconds - etaSeconds,
    freeInSeconds,
    priority: job.priority,
    freeRank: freeInSeconds ?? 0,
  });

function isBetter(job: Job, other: Alternative, { shown, left }: Situation, threshold: Threshold): boolean {
  const pairing = { missionId: job.missionId, vehicleId: other.vehicleId };
  if (job.etaSeconds <= threshold.nearSceneSeconds) return false;
  if ((other.freeInSeconds ?? 0) > threshold.soonFreeSeconds) return false;
  const gain = job.etaSeconds - other.etaSeconds;
  const least = Math.max(threshold.gainSeconds[job.priority], threshold.gainShare * job.etaSeconds);
  // Whoever passed it over knew of it: only a delay since then is news.
  if (other.passedOver && job.lateSeconds < least) return false;
  if (gain + job.drawbackSeconds - other.drawbackSeconds <= 0) return false;
  const before = left.find(isSame(pairing));
  if (before && gain < before.gainSeconds + threshold.againSeconds) return false;
  return gain > (shown.some(isSame(pairing)) ? least * threshold.keepShare : least);
}
