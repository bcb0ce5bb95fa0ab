import { z } from 'zod';
import { Call, Incident } from '../incidents.js';
import { CallId, IncidentId, RingId } from '../ids.js';
import { Instant, Text } from '../values.js';
import { CallOutcome } from '../words.js';
import { command, ROOM } from './command.js';

export const CallFacts = z.object({
  phone: Text(60).default(''),
  callerName: Text(120).default(''),
  receivedAt: Instant.optional(),
  /** The ring that was answered: the clock of the call starts when it rang. */
  ringId: RingId.optional(),
});

export const CALL_COMMANDS = {
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
} as const;
