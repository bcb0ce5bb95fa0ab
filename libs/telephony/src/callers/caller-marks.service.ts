import { CallerMarkId, DomainError, normalisePhone, type CommandBody, type CommandReply } from '#contracts';
import type { Command, Journal, Pen } from '#journal';
import { IsNull } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CallerMarkRow, callerMarkView } from '../entities.js';

const DAY_MS = 86_400_000;

/** Marks on numbers that called for nothing. A mark is said beside a number, and decides nothing. */
export class CallerMarksService {
  constructor(private readonly journal: Journal) {}

  /** Marks a number, or its mark anew. @throws INVALID_INPUT when it is not a number that can be told again */
  mark(command: Command, body: CommandBody<'caller.mark'>): Promise<CommandReply<'caller.mark'>> {
    return this.journal.write(command, async (pen) => {
      const phone = getPhone(body.phone);
      await takeTurn(pen, phone);
      await endMark(pen, phone);
      const mark: CallerMarkRow = {
        id: CallerMarkId.parse(uuidv7()),
        phone,
        because: body.because,
        markedBy: command.actor.name,
        markedAt: pen.now,
        until: new Date(pen.now.getTime() + body.days * DAY_MS),
        endedAt: null,
        endedBy: null,
      };
      await pen.tx.insert(CallerMarkRow, mark);
      pen.record({ kind: 'caller.marked', facts: { callerMarkId: mark.id, days: body.days } });
      return { mark: callerMarkView(mark) };
    });
  }

  /** Takes the mark of a number back; it may have ended already. */
  unmark(command: Command, body: CommandBody<'caller.unmark'>): Promise<CommandReply<'caller.unmark'>> {
    return this.journal.write(command, async (pen) => {
      const ended = await endMark(pen, getPhone(body.phone));
      return { mark: ended && callerMarkView(ended) };
    });
  }
}

function getPhone(raw: string): string {
  const phone = normalisePhone(raw);
  if (!phone) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'phone', code: 'custom' }] });
  return phone;
}

/** Two people who mark one number at the same moment take turns: there is no row yet that one of them could lock. */
const takeTurn = (pen: Pen, phone: string) =>
  pen.tx.query('select pg_advisory_xact_lock(hashtext($1))', [`caller_mark ${phone}`]);

async function endMark(pen: Pen, phone: string): Promise<CallerMarkRow | null> {
  const where = { phone, endedAt: IsNull() };
  const mark = await pen.tx.findOne(CallerMarkRow, { where, lock: { mode: 'pessimistic_write' } });
  if (!mark) return null;
  const ended = { endedAt: pen.now, endedBy: pen.command.actor.name };
  await pen.tx.update(CallerMarkRow, { id: mark.id }, ended);
  pen.record({ kind: 'caller.unmarked', facts: { callerMarkId: mark.id } });
  return { ...mark, ...ended };
}
