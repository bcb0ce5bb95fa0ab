import { z } from 'zod';
import { LogEntry, LogKind } from '../shift-log.js';
import { RequiredText } from '../values.js';
import { command, ROOM } from './command.js';

const reply = z.object({ entry: LogEntry });

export const SHIFT_LOG_COMMANDS = {
  'shiftLog.write': command(
    z.object({ kind: LogKind, text: RequiredText(1000) }),
    reply,
    ROOM,
    'A line in the log of the shift that is on now; lines are never changed.',
  ),
  'shiftLog.receive': command(
    z.object({}),
    reply,
    ROOM,
    'The shift that is on now was taken over; once for each person.',
  ),
} as const;
