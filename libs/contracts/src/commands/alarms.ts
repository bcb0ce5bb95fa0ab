import { z } from 'zod';
import { AlarmRecord } from '../alarms.js';
import { command, ROOM } from './command.js';

export const ALARM_COMMANDS = {
  'alarm.acknowledge': command(
    z.object({ causes: z.array(z.string().min(1).max(120)).min(1).max(200) }),
    z.object({ alarms: z.array(AlarmRecord) }),
    ROOM,
    'Silence alarms by their causes: it is known who did, and the problem stays in sight.',
  ),
} as const;
