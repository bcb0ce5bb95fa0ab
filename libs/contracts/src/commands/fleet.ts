import { z } from 'zod';
import { CrewMember, Unit } from '../fleet.js';
import { VehicleId } from '../ids.js';
import { Duty } from '../lifecycles.js';
import { Instant, RequiredText } from '../values.js';
import { OutOfServiceReason } from '../words.js';
import { command, FIELD } from './command.js';

export const FLEET_COMMANDS = {
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
  'shift.end': command(
    z.object({ vehicleId: VehicleId }),
    z.object({ unit: Unit }),
    FIELD,
    'The crew leaves the vehicle.',
  ),
} as const;
