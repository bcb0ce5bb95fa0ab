import { z } from 'zod';
import { AccountId, HospitalId, IncidentId, MissionId, OwnerId, ShiftId, StationId, VehicleId } from './ids.js';
import { Duty, UnitStatus } from './lifecycles.js';
import { Instant, LngLat } from './values.js';
import { Capability, Equipment, OutOfServiceReason, VehicleLevel } from './words.js';

export const Owner = z.object({ id: OwnerId, name: z.string() });
export type Owner = z.infer<typeof Owner>;

export const Hospital = z.object({
  id: HospitalId,
  ownerId: OwnerId,
  name: z.string(),
  position: LngLat,
  capabilities: z.array(Capability),
});
export type Hospital = z.infer<typeof Hospital>;

export const Station = z.object({
  id: StationId,
  ownerId: OwnerId,
  name: z.string(),
  shortName: z.string(),
  position: LngLat,
  phone: z.string().nullable(),
  /** New ward and what it was before 1 July 2025; null where no map knows. */
  ward: z.string().nullable(),
  formerUnit: z.string().nullable(),
});
export type Station = z.infer<typeof Station>;

export const CREW_DUTIES = { doctor: 'BS', nurse: 'ĐD', driver: 'LX' } as const;
export const CrewMember = z.object({
  accountId: AccountId,
  name: z.string(),
  duty: z.enum(['doctor', 'nurse', 'driver']),
});
export type CrewMember = z.infer<typeof CrewMember>;

export const Shift = z.object({ id: ShiftId, startsAt: Instant, endsAt: Instant, crew: z.array(CrewMember) });
export type Shift = z.infer<typeof Shift>;

/** How much a position can be trusted by its age: live up to 15 s, ageing up to 60 s, stale up to 300 s, then lost. */
export const Freshness = z.enum(['live', 'ageing', 'stale', 'lost']);
export type Freshness = z.infer<typeof Freshness>;

export const Position = z.object({
  vehicleId: VehicleId,
  at: LngLat,
  fixedAt: Instant,
  receivedAt: Instant,
  speedMps: z.number().nullable(),
  headingDegrees: z.number().nullable(),
  accuracyMetres: z.number().nullable(),
});
export type Position = z.infer<typeof Position>;

/** A vehicle as the unit board shows it: what it is, what it is doing, who is in it. Positions travel apart. */
export const Unit = z.object({
  id: VehicleId,
  callSign: z.string(),
  level: VehicleLevel,
  equipment: z.array(Equipment),
  stationId: StationId,
  /** Another station where it stands by for now; null: at its own. */
  standbyStationId: StationId.nullable(),
  duty: Duty,
  outOfServiceReason: OutOfServiceReason.nullable(),
  status: UnitStatus,
  statusSince: Instant,
  missionId: MissionId.nullable(),
  incidentId: IncidentId.nullable(),
  shift: Shift.nullable(),
});
export type Unit = z.infer<typeof Unit>;
