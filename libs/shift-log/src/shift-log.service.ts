import {
  LogEntryId,
  type CommandBody,
  type CommandReply,
  type LogEntryKind,
  type LogFacts,
  type ShiftLogDay,
} from '#contracts';
import { localDate, systemCommand, type Clock, type Command, type Journal, type Pen } from '#journal';
import { Between, type DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { logEntryView, ShiftLogEntryRow } from './entities.js';
import { readFacts } from './facts.js';
import { shiftAt, shiftsOfDay, type ShiftStarts } from './shift-times.js';

/** What one shift of the room leaves to the next. Lines are only added; their words stand in rows, not in the journal. */
export class ShiftLogService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly starts: ShiftStarts,
  ) {}

  write(command: Command, body: CommandBody<'shiftLog.write'>): Promise<CommandReply<'shiftLog.write'>> {
    return this.journal.write(command, async (pen) => ({
      // A line that people write has no twin to give way to.
      entry: logEntryView((await this.add(pen, body.kind, body.text))!),
    }));
  }

  /** Saying it again is the same receipt, not a second one. */
  receive(command: Command, _body: CommandBody<'shiftLog.receive'>): Promise<CommandReply<'shiftLog.receive'>> {
    return this.journal.write(command, async (pen) => {
      const { startsAt: shiftStartsAt } = shiftAt(pen.now, this.starts);
      const added = await this.add(pen, 'received', '');
      const mine = { shiftStartsAt, kind: 'received' as const, by: pen.command.actor.name };
      return { entry: logEntryView(added ?? (await pen.tx.findOneByOrFail(ShiftLogEntryRow, mine))) };
    });
  }

  /** Writes down how things stand, once for each shift; false when that was done. */
  open(): Promise<boolean> {
    return this.journal.write(systemCommand('shiftLog.open'), async (pen) => {
      return (await this.add(pen, 'facts', '', await readFacts(pen.tx, pen.now))) !== null;
    });
  }

  async hasFacts(): Promise<boolean> {
    const { startsAt: shiftStartsAt } = shiftAt(this.clock.now(), this.starts);
    return this.dataSource.manager.existsBy(ShiftLogEntryRow, { shiftStartsAt, kind: 'facts' });
  }

  /** The shifts that began on a local day, or on the day of the shift that is on now; those to come are left out. */
  async read(day: string | null): Promise<ShiftLogDay> {
    const now = this.clock.now();
    const current = shiftAt(now, this.starts);
    const asked = day ?? localDate(current.startsAt);
    const shifts = shiftsOfDay(asked, this.starts).filter(({ startsAt }) => startsAt <= now);
    const rows = await this.dataSource.manager.find(ShiftLogEntryRow, {
      where: shifts.map(({ startsAt }) => ({ shiftStartsAt: Between(startsAt, startsAt) })),
      order: { at: 'ASC', id: 'ASC' },
    });
    return {
      day: asked,
      current: current.startsAt.toISOString(),
      shifts: shifts.map(({ startsAt, endsAt }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        entries: rows.filter((row) => row.shiftStartsAt.getTime() === startsAt.getTime()).map(logEntryView),
      })),
    };
  }

  /** Null when the shift has this line already: one of facts, one receipt of each person, by unique index. */
  private async add(
    pen: Pen,
    kind: LogEntryKind,
    text: string,
    facts: LogFacts | null = null,
  ): Promise<ShiftLogEntryRow | null> {
    const row: ShiftLogEntryRow = {
      id: LogEntryId.parse(uuidv7()),
      shiftStartsAt: shiftAt(pen.now, this.starts).startsAt,
      kind,
      at: pen.now,
      by: pen.command.actor.name,
      text,
      facts,
    };
    const insert = pen.tx
      .createQueryBuilder()
      .insert()
      .into(ShiftLogEntryRow)
      .values(row as never)
      .orIgnore();
    const { raw } = await insert.returning('id').execute();
    if ((raw as unknown[]).length === 0) return null;
    pen.record({ kind: 'shiftLog.written', facts: { entryId: row.id, kind, shiftStartsAt: row.shiftStartsAt } });
    return row;
  }
}
