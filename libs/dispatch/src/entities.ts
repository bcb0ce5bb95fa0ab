import type {
  AccountId,
  CancelReason,
  ETime,
  HospitalId,
  IncidentId,
  MissionId,
  MissionOutcome,
  MissionState,
  OfferId,
  OfferState,
  OverrideReason,
  Recommendation,
  RefusalReason,
  RequestId,
  RequestState,
  ShiftId,
  SpecialNeed,
  StationId,
  SuggestionId,
  SuggestionState,
  TimeSource,
  VehicleId,
  VehicleLevel,
} from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('vehicle_request')
export class VehicleRequestRow {
  @PrimaryColumn('uuid') id: RequestId;
  @Column('uuid') incidentId: IncidentId;
  @Column('uuid', { nullable: true }) homeIncidentId: IncidentId | null;
  @Column('text') state: RequestState;
  @Column('text') level: VehicleLevel;
  @Column('integer') parallel: number;
  /** Asked first, in this order, before the recommendation takes over. */
  @Column('uuid', { array: true }) wanted: VehicleId[];
  @Column('jsonb', { nullable: true }) override: { reason: OverrideReason; text: string } | null;
  /** The recommendation as it stood when the person decided. */
  @Column('jsonb', { nullable: true }) shown: Recommendation | null;
  @Column('text', { array: true }) needs: SpecialNeed[];
  /** The mission whose vehicle is called off when this search finds a nearer one. */
  @Column('uuid', { nullable: true }) replaces: MissionId | null;
  @Column('timestamptz') openedAt: Date;
  @Column('text') openedBy: string;
}

@Entity('mission')
export class MissionRow {
  @PrimaryColumn('uuid') id: MissionId;
  @Column('uuid') incidentId: IncidentId;
  @Column('uuid', { nullable: true }) homeIncidentId: IncidentId | null;
  @Column('uuid') requestId: RequestId;
  @Column('uuid') vehicleId: VehicleId;
  @Column('uuid', { nullable: true }) shiftId: ShiftId | null;
  @Column('text') state: MissionState;
  @Column('timestamptz') since: Date;
  @Column('text', { nullable: true }) orderedBecause: OverrideReason | null;
  @Column('uuid', { nullable: true }) hospitalId: HospitalId | null;
  @Column('text', { nullable: true }) outcome: MissionOutcome | null;
  @Column('text', { nullable: true }) cancelReason: CancelReason | null;
  @Column('double precision', { nullable: true }) etaSeconds: number | null;
  /** Holds the vehicle; the unique index on it is what makes double dispatch impossible. */
  @Column('boolean') active: boolean;
}

@Entity('mission_member')
export class MissionMemberRow {
  @PrimaryColumn('uuid') missionId: MissionId;
  @PrimaryColumn('uuid') accountId: AccountId;
  @Column('boolean') active: boolean;
}

@Entity('mission_time')
export class MissionTimeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') missionId: MissionId;
  @Column('text') etime: ETime;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { nullable: true }) deviceAt: Date | null;
  @Column('timestamptz') receivedAt: Date;
  @Column('text') source: TimeSource;
  @Column('text') by: string;
  @Column('text', { nullable: true }) because: string | null;
  /** Set when a correction took its place; nothing is overwritten. */
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
}

@Entity('offer')
export class OfferRow {
  @PrimaryColumn('uuid') id: OfferId;
  @Column('uuid') requestId: RequestId;
  @Column('uuid') incidentId: IncidentId;
  @Column('uuid') missionId: MissionId;
  @Column('uuid') vehicleId: VehicleId;
  @Column('uuid') stationId: StationId;
  @Column('text') state: OfferState;
  @Column('integer') turn: number;
  @Column('double precision', { nullable: true }) etaSeconds: number | null;
  @Column('timestamptz') offeredAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
  @Column('text', { nullable: true }) refusalReason: RefusalReason | null;
  @Column('text', { nullable: true }) refusalText: string | null;
}

@Entity('suggestion')
export class SuggestionRow {
  @PrimaryColumn('uuid') id: SuggestionId;
  @Column('uuid') incidentId: IncidentId;
  @Column('uuid') missionId: MissionId;
  @Column('uuid') vehicleId: VehicleId;
  @Column('uuid') betterVehicleId: VehicleId;
  @Column('text') state: SuggestionState;
  @Column('double precision') etaSeconds: number;
  @Column('double precision') betterEtaSeconds: number;
  @Column('double precision') gainSeconds: number;
  @Column('double precision', { nullable: true }) freeInSeconds: number | null;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('text', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
