import type { LogEntry, LogEntryId, LogEntryKind, LogFacts } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('shift_log_entry')
export class ShiftLogEntryRow {
  @PrimaryColumn('uuid') id: LogEntryId;
  @Column('timestamptz') shiftStartsAt: Date;
  @Column('text') kind: LogEntryKind;
  @Column('timestamptz') at: Date;
  @Column('text') by: string;
  @Column('text') text: string;
  @Column('jsonb', { nullable: true }) facts: LogFacts | null;
}

export const logEntryView = ({ id, kind, at, by, text, facts }: ShiftLogEntryRow): LogEntry => ({
  id,
  kind,
  at: at.toISOString(),
  by,
  text,
  facts,
});
