import { z } from 'zod';
import {
  CallId,
  DraftId,
  HospitalId,
  IncidentId,
  MissionId,
  NoteId,
  OfferId,
  RequestId,
  StationId,
  VehicleId,
} from './ids.js';
import { CallState, ETime, IncidentState, MissionState, OfferState, RequestState } from './lifecycles.js';
import { Message } from './messages.js';
import { Place } from './place.js';
import { GivenInstruction, Protocol } from './protocols.js';
import { Answers, ReasonKey } from './reasons.js';
import { Instant, Text } from './values.js';
import {
  CallOutcome,
  CancelReason,
  CaseType,
  CloseReason,
  MissionOutcome,
  OverrideReason,
  Priority,
  RefusalReason,
  Sex,
  TimeSource,
  VehicleLevel,
} from './words.js';

export const Call = z.object({
  id: CallId,
  number: z.string(),
  state: CallState,
  receivedAt: Instant,
  takenBy: z.string(),
  /** E.164 when it could be read as a number; the raw text is always kept. */
  phone: z.string().nullable(),
  phoneRaw: z.string(),
  callerName: z.string(),
  incidentId: IncidentId.nullable(),
  outcome: CallOutcome.nullable(),
  endedAt: Instant.nullable(),
});
export type Call = z.infer<typeof Call>;

export const Patient = z.object({
  name: Text(120).optional(),
  ageYears: z.number().int().min(0).max(130).nullable().optional(),
  sex: Sex.nullable().optional(),
  condition: Text(500).optional(),
});
export type Patient = z.infer<typeof Patient>;

export const Incident = z.object({
  id: IncidentId,
  /** `YYYYMMDD-NNNN`, the day in Ho Chi Minh City; the room says the last four digits. */
  number: z.string(),
  version: z.number().int(),
  state: IncidentState,
  caseType: CaseType,
  reason: ReasonKey,
  priority: Priority,
  /** Why a person set another priority than the rules gave; null when the rules decided. */
  priorityReason: z.string().nullable(),
  answers: Answers,
  /** Version of the protocol its answers were given under; null before protocols were files. */
  protocolVersion: z.number().int().nullable(),
  /** What the caller was told to do, in the order in which it was begun. */
  instructions: z.array(GivenInstruction),
  place: Place,
  patientCount: z.number().int(),
  patients: z.array(Patient),
  callerPhone: z.string().nullable(),
  callerName: z.string(),
  receivedAt: Instant,
  openedAt: Instant,
  openedBy: z.string(),
  closedAt: Instant.nullable(),
  closeReason: CloseReason.nullable(),
  mergedInto: IncidentId.nullable(),
  /** When a vehicle must be there, of a ride that was ordered for a time. */
  dueAt: Instant.nullable(),
  /** When it turns into work, so that a vehicle is there by then. */
  startAt: Instant.nullable(),
  /** Where the ride goes, when that was ordered too. */
  destinationId: HospitalId.nullable(),
  /** The call form it was typed in, whose pre-alert is its own. */
  draftId: DraftId.nullable(),
  /** Incidents that look like this one and that a person has said are not. */
  apartFrom: z.array(IncidentId),
});
export type Incident = z.infer<typeof Incident>;

/** A ride whose time has come while no vehicle is on it. */
export const isDueRide = ({ state, dueAt }: Pick<Incident, 'state' | 'dueAt'>): boolean =>
  Boolean(dueAt) && (state === 'waiting' || state === 'taken');

export const Note = z.object({ id: NoteId, incidentId: IncidentId, at: Instant, by: z.string(), text: z.string() });
export type Note = z.infer<typeof Note>;

/** One NEMSIS time of a mission: three clocks and where it came from. */
export const MissionTime = z.object({
  etime: ETime,
  /** What the statistics use: the device's clock corrected by its known offset, or the time written by hand. */
  at: Instant,
  deviceAt: Instant.nullable(),
  receivedAt: Instant,
  source: TimeSource,
  by: z.string(),
  /** Why it was written by hand, in the words of who did. */
  because: z.string().nullable(),
});
export type MissionTime = z.infer<typeof MissionTime>;

export const Mission = z.object({
  id: MissionId,
  incidentId: IncidentId,
  requestId: RequestId,
  vehicleId: VehicleId,
  state: MissionState,
  since: Instant,
  /** Sent without asking, with this reason. */
  orderedBecause: OverrideReason.nullable(),
  hospitalId: HospitalId.nullable(),
  outcome: MissionOutcome.nullable(),
  cancelReason: CancelReason.nullable(),
  /** Promised at the moment of sending: turnout + travel. */
  etaSeconds: z.number().nullable(),
  times: z.array(MissionTime),
});
export type Mission = z.infer<typeof Mission>;

export const VehicleRequest = z.object({
  id: RequestId,
  incidentId: IncidentId,
  state: RequestState,
  level: VehicleLevel,
  /** How many stations are asked at the same moment: 2 for priority 1. */
  parallel: z.number().int(),
  openedAt: Instant,
  openedBy: z.string(),
});
export type VehicleRequest = z.infer<typeof VehicleRequest>;

export const Offer = z.object({
  id: OfferId,
  requestId: RequestId,
  incidentId: IncidentId,
  missionId: MissionId,
  vehicleId: VehicleId,
  stationId: StationId,
  state: OfferState,
  /** Its turn in the request: 1 was asked first. */
  turn: z.number().int(),
  etaSeconds: z.number().nullable(),
  offeredAt: Instant,
  expiresAt: Instant,
  answeredAt: Instant.nullable(),
  answeredBy: z.string().nullable(),
  refusalReason: RefusalReason.nullable(),
  refusalText: z.string().nullable(),
});
export type Offer = z.infer<typeof Offer>;

/** One line of an incident's history, as the journal has it. */
export const TimelineEntry = z.object({
  n: z.number().int(),
  at: Instant,
  kind: z.string(),
  by: z.string(),
  byRole: z.string(),
  vehicleId: VehicleId.nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const IncidentDetail = z.object({
  incident: Incident,
  /** The questions as they stood when it was asked about. */
  protocol: Protocol.nullable(),
  calls: z.array(Call),
  notes: z.array(Note),
  messages: z.array(Message),
  missions: z.array(Mission),
  requests: z.array(VehicleRequest),
  offers: z.array(Offer),
  timeline: z.array(TimelineEntry),
});
export type IncidentDetail = z.infer<typeof IncidentDetail>;
