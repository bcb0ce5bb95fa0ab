import { z } from 'zod';
import { CasualtyId, HospitalId, IncidentId, MissionId } from './ids.js';
import type { MissionState } from './lifecycles.js';
import { Instant, keysOf, LngLat, Text, type Wording } from './values.js';

interface TagWording extends Wording {
  /** What START calls it, in the words that a crew acts on. */
  readonly means: Wording;
}
/** START triage by colour, in the order of the buttons: who is carried first stands first. */
export const TRIAGE_TAGS = {
  red: { vi: 'Đỏ', en: 'Red', means: { vi: 'Cấp cứu ngay', en: 'Immediate' } },
  yellow: { vi: 'Vàng', en: 'Yellow', means: { vi: 'Chờ được', en: 'Delayed' } },
  green: { vi: 'Xanh', en: 'Green', means: { vi: 'Đi lại được', en: 'Minor' } },
  black: { vi: 'Đen', en: 'Black', means: { vi: 'Đã tử vong', en: 'Deceased' } },
} as const satisfies Record<string, TagWording>;
export const TriageTag = keysOf(TRIAGE_TAGS);
export type TriageTag = z.infer<typeof TriageTag>;
export const TAG_ORDER = Object.keys(TRIAGE_TAGS) as TriageTag[];

export const CASUALTY_STATES = {
  at_scene: { vi: 'Tại hiện trường', en: 'At the scene' },
  on_the_way: { vi: 'Đang chuyển', en: 'On the way' },
  delivered: { vi: 'Đã đến viện', en: 'At hospital' },
  released: { vi: 'Tự về', en: 'Released' },
  struck: { vi: 'Đếm nhầm', en: 'Counted in error' },
} as const satisfies Record<string, Wording>;
export const CasualtyState = keysOf(CASUALTY_STATES);
export type CasualtyState = z.infer<typeof CasualtyState>;

/** Somebody hurt in an incident with many patients. Who goes with a vehicle is where that vehicle is. */
export const Casualty = z.object({
  id: CasualtyId,
  incidentId: IncidentId,
  /** Counted through within the incident: "BN 7". */
  number: z.number().int(),
  tag: TriageTag,
  state: CasualtyState,
  missionId: MissionId.nullable(),
  hospitalId: HospitalId.nullable(),
  countedAt: Instant,
  countedBy: z.string(),
});
export type Casualty = z.infer<typeof Casualty>;

const AT_HOSPITAL: readonly MissionState[] = ['at_hospital', 'handed_over', 'completed'];

/** What a vehicle's state says of a patient on board; whoever has no vehicle keeps the state that was entered. */
export function casualtyState(entered: CasualtyState, mission: { state: MissionState } | null): CasualtyState {
  if (entered !== 'at_scene' || !mission) return entered;
  if (mission.state === 'left_scene') return 'on_the_way';
  return AT_HOSPITAL.includes(mission.state) ? 'delivered' : 'at_scene';
}

export type Tally = Record<TriageTag, number> & { readonly total: number };
/** How many of each colour were counted; those counted in error are none. */
export function tallyOf(casualties: Iterable<Pick<Casualty, 'tag' | 'state'>>): Tally {
  const tally = { red: 0, yellow: 0, green: 0, black: 0, total: 0 };
  for (const { tag, state } of casualties) {
    if (state === 'struck') continue;
    tally[tag]++;
    tally.total++;
  }
  return tally;
}

/** What METHANE asks and the incident does not know by itself: place and number of patients it does. */
export const METHANE = {
  kind: { vi: 'Loại sự cố (T)', en: 'Type (T)' },
  hazards: { vi: 'Nguy hiểm (H)', en: 'Hazards (H)' },
  access: { vi: 'Đường vào, đường ra (A)', en: 'Access and egress (A)' },
  services: { vi: 'Lực lượng đang có, cần thêm (E)', en: 'Services present and needed (E)' },
} as const satisfies Record<string, Wording>;
export const MethaneReport = z.object({
  kind: Text(300),
  hazards: Text(300),
  access: Text(300),
  services: Text(300),
});
export type MethaneReport = z.infer<typeof MethaneReport>;

/** Where vehicles report first. */
export const StagingPoint = z.object({ position: LngLat, words: Text(200).default('') });
export type StagingPoint = z.infer<typeof StagingPoint>;

/** An incident worked in mass casualty mode. It is declared, ends explicitly, and stays in the history. */
export const MassCasualty = z.object({
  /** The incident's own. */
  id: IncidentId,
  incidentId: IncidentId,
  declaredAt: Instant,
  declaredBy: z.string(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  staging: StagingPoint.nullable(),
  /** Who leads at the scene and how to reach them. */
  commandPost: Text(500),
  report: MethaneReport,
});
export type MassCasualty = z.infer<typeof MassCasualty>;
