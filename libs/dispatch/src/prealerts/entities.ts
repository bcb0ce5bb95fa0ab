import type {
  DraftId,
  Prealert,
  PrealertId,
  PrealertState,
  Priority,
  ReasonKey,
  StationId,
  VehicleId,
} from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('prealert')
export class PrealertRow {
  @PrimaryColumn('uuid') id: PrealertId;
  @Column('uuid') draftId: DraftId;
  @Column('uuid') vehicleId: VehicleId;
  @Column('uuid') stationId: StationId;
  @Column('text') reason: ReasonKey;
  @Column('smallint') priority: Priority;
  @Column('text', { nullable: true }) ward: string | null;
  @Column('text') state: PrealertState;
  @Column('timestamptz') raisedAt: Date;
  @Column('text') raisedBy: string;
  @Column('timestamptz', { nullable: true }) readiedAt: Date | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

export const prealertView = ({ raisedAt, readiedAt, expiresAt, endedAt: _ended, ...row }: PrealertRow): Prealert => ({
  ...row,
  raisedAt: raisedAt.toISOString(),
  readiedAt: readiedAt && readiedAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
