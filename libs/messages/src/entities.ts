import type {
  Distress,
  DistressEnd,
  DistressId,
  DistressState,
  IncidentId,
  LngLat,
  Message,
  MessageId,
  MessageState,
  QuickText,
  VehicleId,
} from '#contracts';
import { POINT } from '#geo';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('message')
export class MessageRow {
  @PrimaryColumn('uuid') id: MessageId;
  @Column('uuid') vehicleId: VehicleId;
  @Column('uuid', { nullable: true }) incidentId: IncidentId | null;
  @Column('text') sender: Message['from'];
  @Column('text', { nullable: true }) quick: QuickText | null;
  @Column('text') text: string;
  @Column('boolean') asksAnswer: boolean;
  @Column('text') state: MessageState;
  @Column('timestamptz') sentAt: Date;
  @Column('text') sentBy: string;
  @Column('timestamptz', { nullable: true }) shownAt: Date | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt: Date | null;
  @Column('text', { nullable: true }) acknowledgedBy: string | null;
  @Column('timestamptz', { nullable: true }) filedAt: Date | null;
}

@Entity('distress')
export class DistressRow {
  @PrimaryColumn('uuid') id: DistressId;
  @Column('uuid') vehicleId: VehicleId;
  @Column('uuid', { nullable: true }) incidentId: IncidentId | null;
  @Column({ ...POINT, nullable: true }) position: LngLat | null;
  @Column('text') state: DistressState;
  @Column('timestamptz') raisedAt: Date;
  @Column('text') raisedBy: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endedBy: string | null;
  @Column('text', { nullable: true }) endReason: DistressEnd | null;
  @Column('text', { nullable: true }) endText: string | null;
}

const iso = (at: Date | null) => at && at.toISOString();

export const messageView = ({ sender, ...row }: MessageRow): Message => ({
  id: row.id,
  vehicleId: row.vehicleId,
  incidentId: row.incidentId,
  from: sender,
  quick: row.quick,
  text: row.text,
  asksAnswer: row.asksAnswer,
  state: row.state,
  sentAt: row.sentAt.toISOString(),
  sentBy: row.sentBy,
  shownAt: iso(row.shownAt),
  acknowledgedAt: iso(row.acknowledgedAt),
  acknowledgedBy: row.acknowledgedBy,
  filedAt: iso(row.filedAt),
});

/** Without the words of the end: they stay with the row. */
export const distressView = ({ endText: _endText, raisedAt, endedAt, ...row }: DistressRow): Distress => ({
  ...row,
  raisedAt: raisedAt.toISOString(),
  endedAt: iso(endedAt),
});
