import {
  DraftId,
  triage,
  type Answers,
  type CommandInput,
  type HospitalId,
  type IncidentId,
  type LngLat,
  type CardKey,
  type Priority,
  type Protocol,
  type ReasonKey,
  type RingId,
} from '#contracts';
import { instantOf } from '#web';

/** Everything typed for the call on the line, as typed; nothing of it is lost before it is saved. */
export interface Draft {
  /** Names the call before the server knows it; empty while nothing was typed. */
  id: string;
  /** When the first key of this call was typed; the clock of the call starts here. */
  receivedAt: string | null;
  /** The ring that this call answers. */
  ringId: RingId | null;
  phone: string;
  callerName: string;
  address: string;
  access: string;
  /** Known once a suggestion was chosen or a pin set; typing another address drops it. */
  position: LngLat | null;
  source: 'typed' | 'gazetteer' | 'pin' | 'phone';
  ward: string;
  /** What told the place apart from others of its name, when the caller was asked. */
  confirmed: string;
  reason: ReasonKey | null;
  patientCount: string;
  ageYears: string;
  sex: '' | 'male' | 'female';
  answers: Answers;
  /** What the caller was told to do, and when it was begun. */
  instructions: { card: CardKey; at: string }[];
  override: { level: Priority; because: string } | null;
  note: string;
  /** When a ride is due, as date and time fields have it; empty: now. */
  dueDay: string;
  dueTime: string;
  destinationId: HospitalId | null;
  /** Possible duplicates that a person has looked at and set aside. */
  notDuplicates: IncidentId[];
  /** Id of each thing tried to send: the same content goes out under the same id, also after a reload. */
  attempts: Record<string, string>;
}

export const EMPTY_DRAFT: Draft = {
  id: '',
  receivedAt: null,
  ringId: null,
  phone: '',
  callerName: '',
  address: '',
  access: '',
  position: null,
  source: 'typed',
  ward: '',
  confirmed: '',
  reason: null,
  patientCount: '1',
  ageYears: '',
  sex: '',
  answers: {},
  instructions: [],
  override: null,
  note: '',
  dueDay: '',
  dueTime: '',
  destinationId: null,
  notDuplicates: [],
  attempts: {},
};

export type DraftFault = 'place' | 'reason' | 'patientCount' | 'ageYears';

const wholeNumber = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

/** What keeps the draft from being saved: only place and reason are needed, the rest must merely make sense. */
export function faultsOf(draft: Draft): DraftFault[] {
  const age = draft.ageYears.trim() === '' ? 0 : wholeNumber(draft.ageYears);
  return [
    ...(draft.address.trim() === '' && !draft.position ? (['place'] as const) : []),
    ...(draft.reason === null ? (['reason'] as const) : []),
    ...(wholeNumber(draft.patientCount) === null ? (['patientCount'] as const) : []),
    ...(age === null || age > 130 ? (['ageYears'] as const) : []),
  ];
}

/** The level as it would be saved now, by the rules or by the person; null before a reason is known. */
export function levelOf(
  draft: Draft,
  protocol: Protocol | null,
): { priority: Priority; byRules: Priority; overridden: boolean } | null {
  if (!draft.reason) return null;
  const byRules = triage(draft.reason, draft.answers, protocol).priority;
  return { priority: draft.override?.level ?? byRules, byRules, overridden: draft.override !== null };
}

export const callFactsOf = ({ phone, callerName, receivedAt, ringId }: Draft) => ({
  phone,
  callerName,
  ...(receivedAt ? { receivedAt } : {}),
  ...(ringId ? { ringId } : {}),
});

const timesOf = ({ dueDay, dueTime, destinationId }: Draft) => ({
  ...(dueDay && dueTime ? { dueAt: instantOf(dueDay, dueTime) } : {}),
  ...(destinationId ? { destinationId } : {}),
});

/** The command that saves a draft without faults. */
export function openingOf(draft: Draft): CommandInput<'incident.open'> {
  if (!draft.reason) throw new Error('a draft without a reason cannot be saved');
  const { reason, answers, address, access, position, source, ward, confirmed, override, note } = draft;
  const ageYears = wholeNumber(draft.ageYears);
  const patient = { ...(ageYears === null ? {} : { ageYears }), ...(draft.sex ? { sex: draft.sex } : {}) };
  const ride = reason === 'transfer' || reason === 'homeward' ? { caseType: reason, ...timesOf(draft) } : {};
  return {
    ...ride,
    reason,
    answers,
    place: {
      address: address.trim(),
      position,
      source,
      ...(access ? { access } : {}),
      ...(ward ? { ward } : {}),
      ...(confirmed ? { confirmed } : {}),
    },
    patientCount: wholeNumber(draft.patientCount) ?? 1,
    patients: Object.keys(patient).length > 0 ? [patient] : [],
    ...(override ? { priority: override } : {}),
    note,
    ...(draft.id ? { draftId: DraftId.parse(draft.id) } : {}),
    instructions: draft.instructions,
    apartFrom: draft.notDuplicates,
    call: callFactsOf(draft),
  };
}
