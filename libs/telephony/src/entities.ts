import type {
  AccountId,
  CallBack,
  CallBackCause,
  CallBackEnding,
  CallBackId,
  CallBackState,
  CallerMark,
  CallerMarkId,
  CallId,
  IncidentId,
  LngLat,
  PhonePosition,
  PhonePositionId,
  PhonePositionSource,
  Ring,
  RingId,
  RingState,
} from '#contracts';
import { POINT } from '#geo';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ring')
export class RingRow {
  @PrimaryColumn('uuid') id: RingId;
  @Column('text') pbx: string;
  @Column('text') exchangeCallId: string;
  @Column('text') state: RingState;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text') phoneRaw: string;
  @Column('text', { nullable: true }) queue: string | null;
  @Column('text', { nullable: true }) extension: string | null;
  @Column('timestamptz') rangAt: Date;
  @Column('timestamptz') receivedAt: Date;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** The exchange said that the caller gave up. */
  @Column('boolean') abandoned: boolean;
  @Column('text', { nullable: true }) recordingId: string | null;
  @Column('text', { nullable: true }) takenBy: string | null;
  @Column('uuid', { nullable: true }) takenById: AccountId | null;
  @Column('timestamptz', { nullable: true }) takenAt: Date | null;
  @Column('uuid', { nullable: true }) callId: CallId | null;
  @Column('uuid', { nullable: true }) callBackId: CallBackId | null;
}

@Entity('call_back')
export class CallBackRow {
  @PrimaryColumn('uuid') id: CallBackId;
  @Column('text') state: CallBackState;
  @Column('text') cause: CallBackCause;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text') phoneRaw: string;
  @Column('text', { nullable: true }) queue: string | null;
  @Column('integer') ringCount: number;
  @Column('timestamptz') firstRangAt: Date;
  @Column('timestamptz') lastRangAt: Date;
  @Column('double precision') longestWaitSeconds: number;
  @Column('jsonb') tries: CallBack['tries'];
  @Column('text', { nullable: true }) ending: CallBackEnding | null;
  @Column('text') note: string;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('text', { nullable: true }) settledBy: string | null;
  @Column('uuid', { nullable: true }) callId: CallId | null;
  @Column('uuid', { nullable: true }) incidentId: IncidentId | null;
}

@Entity('caller_mark')
export class CallerMarkRow {
  @PrimaryColumn('uuid') id: CallerMarkId;
  @Column('text') phone: string;
  @Column('text') because: string;
  @Column('text') markedBy: string;
  @Column('timestamptz') markedAt: Date;
  @Column('timestamptz') until: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endedBy: string | null;
}

@Entity('phone_position')
export class PhonePositionRow {
  @PrimaryColumn('uuid') id: PhonePositionId;
  @Column('text') source: PhonePositionSource;
  @Column('text') subject: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column(POINT) at: LngLat;
  @Column('double precision', { nullable: true }) accuracyMetres: number | null;
  @Column('timestamptz') fixedAt: Date;
  @Column('timestamptz') receivedAt: Date;
  @Column('timestamptz') calledAt: Date;
  @Column('uuid', { nullable: true }) ringId: RingId | null;
  @Column('uuid', { nullable: true }) callId: CallId | null;
  @Column('uuid', { nullable: true }) incidentId: IncidentId | null;
  @Column('timestamptz') until: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

const iso = (at: Date | null) => at && at.toISOString();

export const ringView = ({ abandoned: _abandoned, takenById: _takenById, ...row }: RingRow): Ring => ({
  ...row,
  rangAt: row.rangAt.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
  answeredAt: iso(row.answeredAt),
  endedAt: iso(row.endedAt),
  takenAt: iso(row.takenAt),
});

export const callBackView = ({ note: _note, ...row }: CallBackRow): CallBack => ({
  ...row,
  firstRangAt: row.firstRangAt.toISOString(),
  lastRangAt: row.lastRangAt.toISOString(),
  settledAt: iso(row.settledAt),
});

export const callerMarkView = ({ endedAt: _endedAt, endedBy: _endedBy, ...row }: CallerMarkRow): CallerMark => ({
  ...row,
  markedAt: row.markedAt.toISOString(),
  until: row.until.toISOString(),
});

export const phonePositionView = ({
  subject: _subject,
  calledAt: _calledAt,
  ...row
}: PhonePositionRow): PhonePosition => ({
  ...row,
  fixedAt: row.fixedAt.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
  until: row.until.toISOString(),
  endedAt: iso(row.endedAt),
});
