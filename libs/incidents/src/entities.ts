import type {
  Answers,
  CallId,
  CallOutcome,
  CallState,
  CaseType,
  CloseReason,
  HospitalId,
  IncidentId,
  IncidentState,
  LngLat,
  NoteId,
  Patient,
  Place,
  Priority,
  ReasonKey,
} from '#contracts';
import { POINT } from '#geo';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('call')
export class CallRow {
  @PrimaryColumn('uuid') id: CallId;
  @Column('text') number: string;
  @Column('text') state: CallState;
  @Column('timestamptz') receivedAt: Date;
  @Column('text') takenBy: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text') phoneRaw: string;
  @Column('text') callerName: string;
  @Column('uuid', { nullable: true }) incidentId: IncidentId | null;
  /** Where it belonged before a merge. */
  @Column('uuid', { nullable: true }) homeIncidentId: IncidentId | null;
  @Column('text', { nullable: true }) outcome: CallOutcome | null;
  @Column('text', { nullable: true }) outcomeNote: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity('incident')
export class IncidentRow {
  @PrimaryColumn('uuid') id: IncidentId;
  @Column('text') number: string;
  @Column('integer') version: number;
  @Column('text') state: IncidentState;
  @Column('text') caseType: CaseType;
  @Column('text') reason: ReasonKey;
  @Column('smallint') priority: Priority;
  @Column('text', { nullable: true }) priorityReason: string | null;
  @Column('jsonb') answers: Answers;
  @Column('text') address: string;
  @Column('text', { nullable: true }) access: string | null;
  @Column({ ...POINT, nullable: true }) position: LngLat | null;
  @Column('text') placeSource: Place['source'];
  @Column('text', { nullable: true }) ward: string | null;
  @Column('text', { nullable: true }) formerUnit: string | null;
  @Column('text', { nullable: true }) placeConfirmed: string | null;
  @Column('integer') patientCount: number;
  @Column('jsonb') patients: Patient[];
  @Column('text', { nullable: true }) callerPhone: string | null;
  @Column('text') callerName: string;
  /** The ground for holding health data without consent (Law 91/2025, Law 15/2023 art. 61: urgent care). */
  @Column('text') legalBasis: string;
  @Column('timestamptz') receivedAt: Date;
  @Column('timestamptz') openedAt: Date;
  @Column('text') openedBy: string;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) closeReason: CloseReason | null;
  @Column('uuid', { nullable: true }) mergedInto: IncidentId | null;
  /** When the vehicle must be there, of a ride that was ordered for a time. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** When it becomes work, so that a vehicle is there by then. */
  @Column('timestamptz', { nullable: true }) startAt: Date | null;
  /** Where the ride goes, when that was ordered too. */
  @Column('uuid', { nullable: true }) destinationId: HospitalId | null;
}

@Entity('note')
export class NoteRow {
  @PrimaryColumn('uuid') id: NoteId;
  @Column('uuid') incidentId: IncidentId;
  @Column('uuid', { nullable: true }) homeIncidentId: IncidentId | null;
  @Column('timestamptz') at: Date;
  @Column('text') by: string;
  @Column('text') text: string;
}
