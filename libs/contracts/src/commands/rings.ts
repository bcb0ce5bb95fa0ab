import { z } from 'zod';
import { CallerMark } from '../callers.js';
import { CallBackId, IncidentId, RingId } from '../ids.js';
import { CallBack, PersonsEnding, Ring } from '../rings.js';
import { RequiredText, Text } from '../values.js';
import { Because, command, ROOM } from './command.js';

const MARK_DAYS = 30;
const MOST_MARK_DAYS = 365;

export const RING_COMMANDS = {
  'ring.take': command(
    z.object({ ringId: RingId }),
    z.object({ ring: Ring }),
    ROOM,
    'I write this call down. The first one has it; the others hear by whom.',
  ),
  'callBack.try': command(
    z.object({ callBackId: CallBackId }),
    z.object({ callBack: CallBack }),
    ROOM,
    'The number is being called back now.',
  ),
  'callBack.settle': command(
    z.object({
      callBackId: CallBackId,
      ending: PersonsEnding,
      incidentId: IncidentId.optional(),
      note: Text(500).default(''),
    }),
    z.object({ callBack: CallBack }),
    ROOM,
    'A person says how a call-back ended; `linked` names its incident, `not_reached` needs enough tries.',
  ),
  'caller.mark': command(
    z.object({
      phone: RequiredText(60),
      because: Because,
      days: z.number().int().min(1).max(MOST_MARK_DAYS).default(MARK_DAYS),
    }),
    z.object({ mark: CallerMark }),
    ROOM,
    'This number called for nothing. It is said beside the number and changes nothing else.',
  ),
  'caller.unmark': command(
    z.object({ phone: RequiredText(60), because: Because }),
    z.object({ mark: CallerMark.nullable() }),
    ROOM,
    'Take the mark back.',
  ),
} as const;
