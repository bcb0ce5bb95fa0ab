import { z } from 'zod';
import { DistressId, IncidentId, MessageId, VehicleId } from '../ids.js';
import { Distress, DistressEnd, Message, QuickText } from '../messages.js';
import { Instant, LngLat, Text } from '../values.js';
import { command, DISPATCH, ROOM } from './command.js';

export const MESSAGE_COMMANDS = {
  'message.send': command(
    z
      .object({
        vehicleId: VehicleId,
        /** Left out: the incident that the vehicle is on, if any. */
        incidentId: IncidentId.optional(),
        quick: QuickText.optional(),
        text: Text(500).default(''),
        /** Left out: as the quick text says; of typed words no. */
        asksAnswer: z.boolean().optional(),
        deviceAt: Instant.optional(),
      })
      .refine(({ quick, text }) => quick !== undefined || text !== '', { path: ['text'], error: 'empty' }),
    z.object({ message: Message }),
    [...ROOM, 'crew'],
    'Words between the room and the crew of a vehicle.',
  ),
  'message.receive': command(
    z.object({
      vehicleId: VehicleId,
      messageIds: z.array(MessageId).min(1).max(100),
      deviceAt: Instant.optional(),
    }),
    z.object({ messages: z.array(Message) }),
    [...ROOM, 'crew'],
    'Messages of the other side were on screen; saying so again changes nothing.',
  ),
  'message.acknowledge': command(
    z.object({ vehicleId: VehicleId, messageId: MessageId, deviceAt: Instant.optional() }),
    z.object({ message: Message }),
    [...ROOM, 'crew'],
    'One tap: the other side has understood.',
  ),
  'distress.raise': command(
    z.object({ vehicleId: VehicleId, position: LngLat.optional(), deviceAt: Instant.optional() }),
    z.object({ distress: Distress }),
    ['crew'],
    'The crew is in danger. One at a time for a vehicle; the crew cannot take it back.',
  ),
  'distress.end': command(
    z.object({ distressId: DistressId, reason: DistressEnd, text: Text(300).default('') }),
    z.object({ distress: Distress }),
    DISPATCH,
    'The danger is over: only the room says so, with a reason.',
  ),
} as const;
