import type {
  AccountId,
  Capability,
  CrewMember,
  Duty,
  Equipment,
  HospitalId,
  LngLat,
  OutOfServiceReason,
  OwnerId,
  Role,
  ShiftId,
  StationId,
  VehicleId,
  VehicleLevel,
} from '#contracts';
import { POINT } from '#geo';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('owner')
export class OwnerRow {
  @PrimaryColumn('uuid') id: OwnerId;
  @Column('text') code: string;
  @Column('text') name: string;
}

@Entity('hospital')
export class HospitalRow {
  @PrimaryColumn('uuid') id: HospitalId;
  @Column('text') code: string;
  @Column('uuid') ownerId: OwnerId;
  @Column('text') name: string;
  @Column(POINT) position: LngLat;
  @Column('text', { array: true }) capabilities: Capability[];
}

@Entity('station')
export class StationRow {
  @PrimaryColumn('uuid') id: StationId;
  @Column('text') code: string;
  @Column('uuid') ownerId: OwnerId;
  @Column('text') name: string;
  @Column('text') shortName: string;
  @Column(POINT) position: LngLat;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) ward: string | null;
  @Column('text', { nullable: true }) formerUnit: string | null;
}

@Entity('vehicle')
export class VehicleRow {
  @PrimaryColumn('uuid') id: VehicleId;
  @Column('text') callSign: string;
  @Column('text') level: VehicleLevel;
  @Column('uuid') stationId: StationId;
  @Column('uuid', { nullable: true }) standbyStationId: StationId | null;
  @Column('text', { array: true }) equipment: Equipment[];
  @Column('text') duty: Duty;
  @Column('timestamptz') dutySince: Date;
  @Column('text', { nullable: true }) outOfServiceReason: OutOfServiceReason | null;
}

/** Somebody who can sign in. */
@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid') id: AccountId;
  @Column('text') login: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  @Column('text') passwordHash: string;
  @Column('uuid', { nullable: true }) stationId: StationId | null;
  /** What a crew member is on a vehicle: doctor, nurse or driver. */
  @Column('text', { nullable: true }) crewDuty: CrewMember['duty'] | null;
  @Column('boolean') active: boolean;
}

@Entity('shift')
export class ShiftRow {
  @PrimaryColumn('uuid') id: ShiftId;
  @Column('uuid') vehicleId: VehicleId;
  @Column('timestamptz') startsAt: Date;
  /** Planned; `endedAt` is when the crew left. */
  @Column('timestamptz') endsAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity('shift_member')
export class ShiftMemberRow {
  @PrimaryColumn('uuid') shiftId: ShiftId;
  @PrimaryColumn('uuid') accountId: AccountId;
  @Column('text') duty: CrewMember['duty'];
  @Column('boolean') active: boolean;
}

@Entity('tracker')
export class TrackerRow {
  @PrimaryColumn('text') deviceId: string;
  @Column('uuid') vehicleId: VehicleId;
  @Column('bytea') keyHash: Buffer;
}

@Entity('vehicle_position')
export class VehiclePositionRow {
  @PrimaryColumn('uuid') vehicleId: VehicleId;
  @Column(POINT) at: LngLat;
  @Column('timestamptz') fixedAt: Date;
  @Column('timestamptz') receivedAt: Date;
  @Column('double precision', { nullable: true }) speedMps: number | null;
  @Column('double precision', { nullable: true }) headingDegrees: number | null;
  @Column('double precision', { nullable: true }) accuracyMetres: number | null;
  @Column('text') deviceId: string;
}
