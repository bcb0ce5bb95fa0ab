import { z } from 'zod';
import { CallId, HospitalId, IncidentId, MissionId, ObstructionId, OfferId, RequestId, VehicleId } from './ids.js';
import { Call, Incident, Mission, Note, Offer, Patient, VehicleRequest } from './incidents.js';
import { CrewMember, Unit } from './fleet.js';
import { Duty, ETime, MISSION_STEPS } from './lifecycles.js';
import {
  FloodDepth,
  Obstruction,
  ObstructedDirection,
  ObstructionKind,
  ObstructionMinutes,
  ObstructionShape,
  Passage,
} from './obstructions.js';
import { Place } from './place.js';
import { Answers, ReasonKey } from './reasons.js';
import { Instant, LngLat, RequiredText, Text } from './values.js';
import {
  CallOutcome,
  CancelReason,
  CaseType,
  CloseReason,
  MissionOutcome,
  OutOfServiceReason,
  OverrideReason,
  Priority,
  RefusalReason,
  VehicleLevel,
  type Role,
} from './words.js';

/**
 * Everything that changes the world, as one table: what it takes, what it answers, who may. The same command goes by
 * HTTP (`POST /api/commands/<name>`, header `Idempotency-Key`) or by socket (event `command`), and has one effect
 * however often it is sent. Reading is plain GET.
 */
const command = <B extends z.ZodType, R extends z.ZodType>(
  body: B,
  reply: R,
  roles: readonly Role[],
  about: string,
) => ({
  body,
  reply,
  roles,
  about,
});

const ROOM = ['call_taker', 'dispatcher', 'supervisor', 'admin'] as const satisfies readonly Role[];
const DISPATCH = ['dispatcher', 'supervisor', 'admin'] as const satisfies readonly Role[];
const FIELD = ['crew', 'station', 'dispatcher', 'supervisor', 'admin'] as const satisfies readonly Role[];

const CallFacts = z.object({
  phone: Text(60).default(''),
  callerName: Text(120).default(''),
  receivedAt: Instant.optional(),
});
/** What the intake form holds. No defaults here: an amendment must not bring values that nobody typed. */
const IncidentFacts = z.object({
  caseType: CaseType,
  reason: ReasonKey,
  answers: Answers,
  place: Place,
  patientCount: z.number().int().min(0).max(999),
  patients: z.array(Patient).max(50),
  priority: z.object({ level: Priority, because: RequiredText(200) }).optional(),
});
/** What opening an incident needs: a reason, and a place as soon as there is one. */
const NewIncident = IncidentFacts.extend({
  caseType: CaseType.default('emergency'),
  answers: Answers.default({}),
  patientCount: IncidentFacts.shape.patientCount.default(1),
  patients: IncidentFacts.shape.patients.default([]),
});
const Because = RequiredText(300);

export const COMMANDS = {
  'call.take': command(CallFacts, z.object({ call: Call }), ROOM, 'A call was answered.'),
  'call.end': command(
    z.object({ callId: CallId, outcome: CallOutcome, note: Text(500).default('') }),
    z.object({ call: Call }),
    ROOM,
    'A call ends without an incident, with its outcome; it stays on record.',
  ),
  'call.link': command(
    z.object({
      callId: CallId,
      incidentId: IncidentId,
      moreVictims: z.boolean().default(false),
      words: Text(1000).default(''),
    }),
    z.object({ call: Call, incident: Incident }),
    ROOM,
    'Another call about the same incident; its words become a note.',
  ),
  'incident.open': command(
    NewIncident.extend({ callId: CallId.optional(), call: CallFacts.optional(), note: Text(2000).default('') }),
    z.object({ incident: Incident, call: Call }),
    ROOM,
    'Open an incident from a call already taken (`callId`) or taken in the same step (`call`).',
  ),
  'incident.amend': command(
    z.object({ incidentId: IncidentId, version: z.number().int().min(1), changes: IncidentFacts.partial() }),
    z.object({ incident: Incident }),
    ROOM,
    'Change facts. `version` is the one seen; other fields changed meanwhile merge, the same field is refused.',
  ),
  'incident.note': command(
    z.object({ incidentId: IncidentId, text: RequiredText(2000) }),
    z.object({ note: Note }),
    [...ROOM, 'crew'],
    'Append a note; notes are never edited.',
  ),
  'incident.merge': command(
    z.object({ from: IncidentId, into: IncidentId, because: Because }),
    z.object({ from: Incident, into: Incident }),
    DISPATCH,
    'The same event reported twice: calls, notes, patients and missions move to `into`. Reversible.',
  ),
  'incident.unmerge': command(
    z.object({ from: IncidentId, because: Because }),
    z.object({ from: Incident, into: Incident }),
    DISPATCH,
    'Take a merge back: everything that came with `from` returns to it.',
  ),
  'incident.close': command(
    z.object({ incidentId: IncidentId, reason: CloseReason, note: Text(500).default('') }),
    z.object({ incident: Incident }),
    DISPATCH,
    'Close; refused while a mission is active.',
  ),
  'incident.reopen': command(
    z.object({ incidentId: IncidentId, because: Because }),
    z.object({ incident: Incident }),
    DISPATCH,
    'Reopen a closed incident.',
  ),
  'dispatch.offer': command(
    z.object({
      incidentId: IncidentId,
      /** Asked first, in this order; empty: the first on the list. */
      vehicleIds: z.array(VehicleId).max(10).default([]),
      level: VehicleLevel.optional(),
      /** Needed when the first vehicle asked is not the first recommended. */
      override: z.object({ reason: OverrideReason, text: Text(300).default('') }).optional(),
    }),
    z.object({ request: VehicleRequest, offers: z.array(Offer) }),
    DISPATCH,
    'Ask for one vehicle: offers go out until one station accepts.',
  ),
  'dispatch.order': command(
    z.object({ incidentId: IncidentId, vehicleId: VehicleId, reason: OverrideReason, text: Text(300).default('') }),
    z.object({ request: VehicleRequest, mission: Mission }),
    DISPATCH,
    'Order a vehicle without asking, with a reason.',
  ),
  'dispatch.stop': command(
    z.object({ requestId: RequestId, reason: CancelReason }),
    z.object({ request: VehicleRequest }),
    DISPATCH,
    'Stop asking: open offers are withdrawn.',
  ),
  'dispatch.retry': command(
    z.object({ requestId: RequestId }),
    z.object({ request: VehicleRequest, offers: z.array(Offer) }),
    DISPATCH,
    'Ask again, those who refused included, after nobody was left to ask.',
  ),
  'offer.accept': command(
    z.object({ offerId: OfferId, deviceAt: Instant.optional() }),
    z.object({ offer: Offer, mission: Mission }),
    FIELD,
    'The station or the crew accepts; a parallel offer is withdrawn.',
  ),
  'offer.refuse': command(
    z.object({ offerId: OfferId, reason: RefusalReason, text: Text(300).default('') }),
    z.object({ offer: Offer }),
    FIELD,
    'Refuse with a reason; the next vehicle is asked at once.',
  ),
  'mission.report': command(
    z.object({
      missionId: MissionId,
      step: z.enum(MISSION_STEPS),
      deviceAt: Instant.optional(),
      position: LngLat.optional(),
      hospitalId: HospitalId.optional(),
      outcome: MissionOutcome.optional(),
    }),
    z.object({ mission: Mission }),
    FIELD,
    'The big button: the next status. An earlier step reported late keeps its own time.',
  ),
  'mission.recordLate': command(
    z.object({ missionId: MissionId, step: z.enum(MISSION_STEPS), at: Instant, because: Because }),
    z.object({ mission: Mission }),
    [...DISPATCH, 'crew'],
    'Write a time after the fact, marked as late entry.',
  ),
  'mission.correct': command(
    z.object({ missionId: MissionId, step: z.enum(MISSION_STEPS), because: Because }),
    z.object({ mission: Mission }),
    [...DISPATCH, 'crew'],
    'Go back to an earlier status: the only way backwards, with author and reason.',
  ),
  'mission.correctTime': command(
    z.object({ missionId: MissionId, etime: ETime, at: Instant, because: Because }),
    z.object({ mission: Mission }),
    DISPATCH,
    'Correct one time; the one it replaces stays on record.',
  ),
  'mission.cancel': command(
    z.object({ missionId: MissionId, reason: CancelReason, text: Text(300).default('') }),
    z.object({ mission: Mission }),
    DISPATCH,
    'Call a vehicle off before it reaches the patient.',
  ),
  'mission.chooseHospital': command(
    z.object({ missionId: MissionId, hospitalId: HospitalId }),
    z.object({ mission: Mission }),
    [...DISPATCH, 'crew'],
    'Where the patient goes.',
  ),
  'vehicle.setDuty': command(
    z.object({ vehicleId: VehicleId, duty: Duty, reason: OutOfServiceReason.optional() }),
    z.object({ unit: Unit }),
    FIELD,
    'Available, returning, or out of service with a reason.',
  ),
  'shift.begin': command(
    z.object({
      vehicleId: VehicleId,
      endsAt: Instant,
      crew: z
        .array(CrewMember.omit({ name: true }))
        .min(1)
        .max(6),
    }),
    z.object({ unit: Unit }),
    FIELD,
    'A crew takes over a vehicle; a person can be on one vehicle only.',
  ),
  'tracker.register': command(
    z.object({ deviceId: RequiredText(80), vehicleId: VehicleId }),
    z.object({ deviceId: z.string(), key: z.string(), osmAndPath: z.string() }),
    ['admin', 'supervisor'],
    'A phone or tracker that reports for a vehicle; the answer has the key to enter in it.',
  ),
  'road.obstruct': command(
    z.object({
      kind: ObstructionKind,
      shape: ObstructionShape,
      direction: ObstructedDirection.default('both'),
      depth: FloodDepth.optional(),
      /** Left out: what is usual for the kind. */
      passage: Passage.optional(),
      slowdown: z.number().min(1).max(20).optional(),
      minutes: ObstructionMinutes.optional(),
      /** The crew's own vehicle; a crew reports a spot (a small circle), nothing larger. */
      vehicleId: VehicleId.optional(),
      deviceAt: Instant.optional(),
      note: Text(300).default(''),
    }),
    z.object({ obstruction: Obstruction }),
    [...ROOM, 'crew'],
    'Something stands in the road: it counts for the very next travel time, and ends by itself.',
  ),
  'road.confirm': command(
    z.object({ obstructionId: ObstructionId, minutes: ObstructionMinutes.optional() }),
    z.object({ obstruction: Obstruction }),
    [...ROOM, 'crew'],
    'It is still there: in force for so many minutes from now (the usual ones of its kind).',
  ),
  'road.clear': command(
    z.object({ obstructionId: ObstructionId }),
    z.object({ obstruction: Obstruction }),
    [...ROOM, 'crew'],
    'The road is free again; a crew takes back only what it reported itself.',
  ),
  'shift.end': command(
    z.object({ vehicleId: VehicleId }),
    z.object({ unit: Unit }),
    FIELD,
    'The crew leaves the vehicle.',
  ),
} as const;

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
/** What a client sends. */
export type CommandInput<N extends CommandName> = z.input<(typeof COMMANDS)[N]['body']>;
/** What the server works with, parsed and with defaults. */
export type CommandBody<N extends CommandName> = z.output<(typeof COMMANDS)[N]['body']>;
export type CommandReply<N extends CommandName> = z.output<(typeof COMMANDS)[N]['reply']>;
