import { z } from 'zod';
import { Call, Incident, Note, Patient } from '../incidents.js';
import { CallId, DraftId, HospitalId, IncidentId } from '../ids.js';
import { Place } from '../place.js';
import { CardKey } from '../protocols.js';
import { Answers, ReasonKey } from '../reasons.js';
import { Instant, RequiredText, Text } from '../values.js';
import { CaseType, CloseReason, isOrdered, Priority } from '../words.js';
import { CallFacts } from './calls.js';
import { Because, command, DISPATCH, ROOM } from './command.js';

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
/** What may be changed once it is saved: the same, and how to reach the caller. */
const Amendment = IncidentFacts.extend({ callerPhone: Text(60), callerName: Text(120) }).partial();
/** What opening an incident needs: a reason, and a place as soon as there is one. */
const NewIncident = IncidentFacts.extend({
  caseType: CaseType.default('emergency'),
  answers: Answers.default({}),
  patientCount: IncidentFacts.shape.patientCount.default(1),
  patients: IncidentFacts.shape.patients.default([]),
});

export const INCIDENT_COMMANDS = {
  'incident.open': command(
    NewIncident.extend({
      callId: CallId.optional(),
      call: CallFacts.optional(),
      note: Text(2000).default(''),
      draftId: DraftId.optional(),
      /** What the caller was told to do while the form was open. */
      instructions: z
        .array(z.object({ card: CardKey, at: Instant }))
        .max(20)
        .default([]),
      apartFrom: z.array(IncidentId).max(50).default([]),
      dueAt: Instant.optional(),
      destinationId: HospitalId.optional(),
    }).refine(({ caseType, dueAt }) => dueAt === undefined || isOrdered(caseType), {
      path: ['dueAt'],
      error: 'urgent',
    }),
    z.object({ incident: Incident, call: Call }),
    ROOM,
    'Open an incident from a call already taken (`callId`) or taken in the same step (`call`).',
  ),
  'incident.amend': command(
    z.object({
      incidentId: IncidentId,
      version: z.number().int().min(1),
      changes: Amendment,
      /** A person chose the telephone's position over a place that a person had set. */
      overConfirmed: z.boolean().default(false),
    }),
    z.object({ incident: Incident }),
    ROOM,
    'Change facts. `version` is the one seen; other fields changed meanwhile merge, the same field is refused. A position from a telephone replaces a place that a person set only with `overConfirmed`.',
  ),
  'incident.note': command(
    z.object({ incidentId: IncidentId, text: RequiredText(2000) }),
    z.object({ note: Note }),
    [...ROOM, 'crew'],
    'Append a note; notes are never edited.',
  ),
  'incident.reschedule': command(
    z.object({ incidentId: IncidentId, dueAt: Instant, because: Because }),
    z.object({ incident: Incident }),
    ROOM,
    'Another time for a ride that no vehicle is on yet; it turns into work in time for that.',
  ),
  'incident.instruct': command(
    z.object({ incidentId: IncidentId, card: CardKey }),
    z.object({ incident: Incident }),
    ROOM,
    'The caller is being told what to do, by this card.',
  ),
  'incident.keepApart': command(
    z.object({ incidentId: IncidentId, from: IncidentId }),
    z.object({ incident: Incident }),
    ROOM,
    'The two look alike and are not the same event: nobody is asked again.',
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
} as const;
