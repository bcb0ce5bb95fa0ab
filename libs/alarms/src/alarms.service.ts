import {
  AlarmId,
  type AccountId,
  type Alarm,
  type AlarmHour,
  type AlarmRecord,
  type CommandBody,
  type CommandReply,
} from '#contracts';
import { systemCommand, type Clock, type Command, type Journal, type Pen } from '#journal';
import { Between, In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AlarmRow, alarmView, DeskHourRow } from './alarm.entity.js';
import { ratesOf } from './rate.js';

/** Keeps which alarms there were, when, and who acknowledged them. Whether there is one is decided by the rule alone. */
export class AlarmsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Raises those that are new and ends those whose condition has ended; nothing is asked or written when nothing changed.
   * @param open the records as the board has them; one that is behind does no harm, for raising and ending happen once
   */
  async follow(alarms: readonly Alarm[], open: readonly AlarmRecord[]): Promise<void> {
    const causes = new Set(alarms.map(({ cause }) => cause));
    const known = new Set(open.map(({ cause }) => cause));
    const raised = alarms.filter(({ cause }) => !known.has(cause));
    const ended = open.filter(({ cause }) => !causes.has(cause));
    if (raised.length === 0 && ended.length === 0) return;
    await this.journal.write(systemCommand('alarm.follow'), async (pen) => {
      for (const alarm of raised) await raise(pen, alarm);
      for (const row of ended) await end(pen, row);
    });
  }

  /** Silences, and says by whom; it hides nothing. A cause that ended meanwhile is passed over. */
  acknowledge(command: Command, body: CommandBody<'alarm.acknowledge'>): Promise<CommandReply<'alarm.acknowledge'>> {
    return this.journal.write(command, async (pen) => {
      const rows = await pen.tx.find(AlarmRow, {
        where: { cause: In(body.causes), endedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      const alarms = [];
      for (const row of rows) {
        const known = row.acknowledgedAt !== null;
        const change = { acknowledgedAt: pen.now, acknowledgedBy: pen.command.actor.name };
        if (!known) {
          await pen.tx.update(AlarmRow, { id: row.id }, change);
          record(pen, 'alarm.acknowledged', row);
        }
        alarms.push(alarmView(known ? row : { ...row, ...change }));
      }
      return { alarms };
    });
  }

  /** Another minute at a console, for everybody who sits at one. */
  async countMinute(accountIds: readonly AccountId[]): Promise<void> {
    if (accountIds.length === 0) return;
    await this.dataSource.query(
      `insert into desk_hour (hour, account_id, minutes)
       select date_trunc('hour', $1::timestamptz), id, 1 from unnest($2::uuid[]) as id
       on conflict (hour, account_id) do update set minutes = desk_hour.minutes + 1`,
      [this.clock.now(), [...new Set(accountIds)]],
    );
  }

  /** Alarms by the hour, and how many each dispatcher had to bear. */
  async rates(from: Date, to: Date): Promise<AlarmHour[]> {
    const { manager } = this.dataSource;
    const alarms = await manager.find(AlarmRow, { where: { raisedAt: Between(from, to) }, order: { raisedAt: 'ASC' } });
    const desks = await manager.findBy(DeskHourRow, { hour: Between(from, to) });
    return ratesOf(alarms, desks, from, to);
  }
}

/** Alarms whose condition holds, or those named. */
export async function listAlarms(tx: EntityManager, of: readonly AlarmId[] | 'open'): Promise<AlarmRecord[]> {
  const where = of === 'open' ? { endedAt: IsNull() } : { id: In([...of]) };
  return (await tx.find(AlarmRow, { where, order: { raisedAt: 'ASC', id: 'ASC' } })).map(alarmView);
}

async function raise(pen: Pen, { cause, kind, grade, incidentId, vehicleId, stationId }: Alarm): Promise<void> {
  const row: AlarmRow = {
    id: AlarmId.parse(uuidv7()),
    cause,
    kind,
    grade,
    incidentId,
    vehicleId,
    stationId,
    raisedAt: pen.now,
    acknowledgedAt: null,
    acknowledgedBy: null,
    endedAt: null,
  };
  // Another server on the same database may have raised it in the same second.
  const { identifiers } = await pen.tx.createQueryBuilder().insert().into(AlarmRow).values(row).orIgnore().execute();
  if (identifiers.length > 0) record(pen, 'alarm.raised', row);
}

async function end(pen: Pen, row: AlarmRecord): Promise<void> {
  const { affected } = await pen.tx.update(AlarmRow, { id: row.id, endedAt: IsNull() }, { endedAt: pen.now });
  if (affected) record(pen, 'alarm.ended', row);
}

const record = (pen: Pen, kind: string, { id, incidentId, vehicleId, stationId, ...row }: AlarmRow | AlarmRecord) =>
  pen.record({
    kind,
    incidentId,
    vehicleId,
    facts: { alarmId: id, alarm: row.kind, grade: row.grade, cause: row.cause, ...(stationId ? { stationId } : {}) },
  });
