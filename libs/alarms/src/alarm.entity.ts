import type { AlarmGrade, AlarmId, AlarmKind, AlarmRecord, IncidentId, StationId, VehicleId } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('alarm')
export class AlarmRow {
  @PrimaryColumn('uuid') id: AlarmId;
  @Column('text') cause: string;
  @Column('text') kind: AlarmKind;
  @Column('text') grade: AlarmGrade;
  @Column('uuid', { nullable: true }) incidentId: IncidentId | null;
  @Column('uuid', { nullable: true }) vehicleId: VehicleId | null;
  @Column('uuid', { nullable: true }) stationId: StationId | null;
  @Column('timestamptz') raisedAt: Date;
  @Column('timestamptz', { nullable: true }) acknowledgedAt: Date | null;
  @Column('text', { nullable: true }) acknowledgedBy: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

const iso = (at: Date | null) => at && at.toISOString();

export const alarmView = ({ raisedAt, acknowledgedAt, endedAt, ...row }: AlarmRow): AlarmRecord => ({
  ...row,
  raisedAt: raisedAt.toISOString(),
  acknowledgedAt: iso(acknowledgedAt),
  endedAt: iso(endedAt),
});

/** How long each person sat at a console, by the hour: what a rate of alarms is divided by. */
@Entity('desk_hour')
export class DeskHourRow {
  @PrimaryColumn('timestamptz') hour: Date;
  @PrimaryColumn('uuid') accountId: string;
  @Column('integer') minutes: number;
}
