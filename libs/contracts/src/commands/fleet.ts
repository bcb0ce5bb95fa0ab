import { z } from 'zod';
import { CrewMember, Unit } from '../fleet.js';
import { Capacity, CapacityState, CapacitySubject } from '../hospital-choice.js';
import { HospitalId, StationId, VehicleId } from '../ids.js';
import { Duty } from '../lifecycles.js';
import { Instant, RequiredText, Text } from '../values.js';
import { OutOfServiceReason } from '../words.js';
import { command, DISPATCH, FIELD, ROOM } from './command.js';

export const FLEET_COMMANDS = {
  'vehicle.setDuty': command(
    z.object({ vehicleId: VehicleId, duty: Duty, reason: OutOfServiceReason.optional() }),
    z.object({ unit: Unit }),
    FIELD,
    'Available, returning, or out of service with a reason.',
  ),
  'vehicle.standby': command(
    z.object({ vehicleId: VehicleId, stationId: StationId.nullable() }),
    z.object({ unit: Unit }),
    DISPATCH,
    'A free vehicle drives to another station and stands by there; without a station, back to its own.',
  ),
  'hospital.setCapacity': command(
    z.object({
      hospitalId: HospitalId,
      states: z.partialRecord(CapacitySubject, CapacityState),
      note: Text(200).default(''),
      minutes: z.number().int().min(5).max(1_440).default(120),
    }),
    z.object({ capacity: Capacity }),
    ROOM,
    'What a hospital has room for now; after so many minutes it counts as unknown.',
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
