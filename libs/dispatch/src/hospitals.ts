import type {
  Capability,
  Capacity,
  CapacityState,
  CapacitySubject,
  HospitalId,
  HospitalReason,
  HospitalReasonKey,
  RankedHospital,
} from '#contracts';

/** How the last handovers at a hospital went. */
export type Handover = NonNullable<RankedHospital['handover']>;

/** What the rule needs to know of a hospital. */
export interface HospitalCandidate {
  readonly hospitalId: HospitalId;
  readonly capabilities: readonly Capability[];
  /** Drive from the scene; null where no road leads. */
  readonly drive: { readonly seconds: number; readonly metres: number | null } | null;
  readonly handover: Handover | null;
  readonly capacity: Pick<Capacity, 'states' | 'expiresAt'> | null;
}

/** What each thing weighs, in seconds until somebody there takes over. Proposed for correction by the centre. */
export interface HospitalWeights {
  readonly lacking: number;
  /** Taken for a handover where nobody has been of late. */
  readonly usualHandoverSeconds: number;
  readonly slowHandoverSeconds: number;
  readonly capacity: Record<CapacityState, number>;
  readonly noRoad: number;
}
export const HOSPITAL_WEIGHTS: HospitalWeights = {
  lacking: 1_800,
  usualHandoverSeconds: 1_200,
  slowHandoverSeconds: 1_800,
  capacity: { open: 0, limited: 300, full: 1_500, closed: 3_600 },
  noRoad: 86_400,
};

/** A stroke or a head injury is decided in the scanner. */
const NEEDS_CT: readonly Capability[] = ['thrombolysis', 'neurosurgery'];

/** What a hospital must have room for. */
export const subjectsOf = (needed: readonly Capability[]): CapacitySubject[] => [
  'emergency',
  ...(needed.some((capability) => NEEDS_CT.includes(capability)) ? (['ct'] as const) : []),
  ...needed,
];

/**
 * Orders hospitals by drive plus expected handover plus what they lack or have no room for, in seconds. A full hospital
 * is ranked down with the word for it and never left out: the last word is the physician's.
 */
export function rankHospitals(
  candidates: readonly HospitalCandidate[],
  needed: readonly Capability[],
  now: Date,
  weights: HospitalWeights = HOSPITAL_WEIGHTS,
): RankedHospital[] {
  const nearest = Math.min(...candidates.map(({ drive }) => drive?.seconds ?? Infinity));
  return candidates
    .map((candidate) => weigh(candidate, needed, now, weights, candidate.drive?.seconds === nearest))
    .sort((a, b) => a.score - b.score)
    .map(({ hospital }, i) => ({ ...hospital, rank: i + 1 }));
}

function weigh(
  candidate: HospitalCandidate,
  needed: readonly Capability[],
  now: Date,
  weights: HospitalWeights,
  isNearest: boolean,
): { score: number; hospital: Omit<RankedHospital, 'rank'> } {
  const { hospitalId, capabilities, drive, handover } = candidate;
  const reasons: HospitalReason[] = [];
  let score = drive ? drive.seconds : weights.noRoad;
  const add = (key: HospitalReasonKey, seconds: number, tone: HospitalReason['tone'], facts = {}) => {
    score += seconds;
    reasons.push({ key, tone, facts });
  };
  const lacking = needed.filter((capability) => !capabilities.includes(capability));
  if (lacking.length === 0) add('able', 0, 'good');
  else add('lacks', lacking.length * weights.lacking, 'cost', { capabilities: lacking.join(',') });
  if (isNearest) add('nearest', 0, 'good');
  if (!drive) add('no_road', 0, 'cost');
  addCapacity(candidate, subjectsOf(needed), now, weights, add);
  if (!handover) add('handover_unknown', weights.usualHandoverSeconds, 'note');
  else {
    const slow = handover.medianSeconds > weights.slowHandoverSeconds;
    const facts = { minutes: Math.round(handover.medianSeconds / 60), count: handover.count };
    add(slow ? 'slow_handover' : 'handover', handover.medianSeconds, slow ? 'cost' : 'note', facts);
  }
  return {
    score,
    hospital: {
      hospitalId,
      driveSeconds: drive?.seconds ?? null,
      distanceMetres: drive?.metres ?? null,
      handover,
      reasons,
    },
  };
}

/** The worst of what it said about what is needed; what has expired is said to be unknown and weighs nothing. */
function addCapacity(
  { capacity }: HospitalCandidate,
  subjects: readonly CapacitySubject[],
  now: Date,
  weights: HospitalWeights,
  add: (key: HospitalReasonKey, seconds: number, tone: HospitalReason['tone'], facts?: object) => void,
): void {
  if (!capacity || subjects.every((subject) => !capacity.states[subject])) return;
  if (new Date(capacity.expiresAt) <= now) return add('capacity_expired', 0, 'note');
  const said = subjects.flatMap((subject) => {
    const state = capacity.states[subject];
    return state ? [{ subject, state }] : [];
  });
  said.sort((a, b) => weights.capacity[b.state] - weights.capacity[a.state]);
  const telling = said.filter(({ state }, i) => i === 0 || state !== 'open');
  telling.forEach(({ subject, state }, i) =>
    add(state, i === 0 ? weights.capacity[state] : 0, state === 'open' ? 'good' : 'cost', { subject }),
  );
}
