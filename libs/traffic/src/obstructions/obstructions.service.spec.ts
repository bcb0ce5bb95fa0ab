import type { CommandInput, LngLat } from '#contracts';
import { Journal } from '#journal';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { FakeClock } from '../../../../test/support/fake-clock.js';
import { replayDifferences } from '../../../../test/support/replay.js';
import { commandOf } from '../../../../test/support/world.js';
import { ObstructionClock } from './obstruction-clock.js';
import { ObstructionsService } from './obstructions.service.js';
import { listObstructions } from './reading.js';

const HERE: LngLat = [106.66, 10.98];
const HOUR = 3_600;

describe('obstructions', () => {
  let database: TestDatabase;
  let clock: FakeClock;
  let weighed: number;
  let service: ObstructionsService;
  let ends: ObstructionClock;
  const failures: unknown[] = [];

  beforeEach(async () => {
    database = await openTestDatabase(4);
    clock = new FakeClock();
    weighed = 0;
    start();
  });
  afterEach(() => database.close());

  /** A server on the database, as after a restart. */
  function start() {
    const roads = { streetsUnder: () => ['Phú Lợi'], bringUpToDate: async () => void weighed++ };
    service = new ObstructionsService(new Journal(database.dataSource, clock), roads);
    ends = new ObstructionClock(database.dataSource, service, clock, (failure) => failures.push(failure));
  }
  const open = () => listObstructions(database.dataSource.manager, 'open');
  const report = async (more: Partial<CommandInput<'road.obstruct'>> = {}) => {
    const shape = { form: 'circle' as const, at: HERE, radiusMetres: 60 };
    const { command, body } = commandOf('road.obstruct', { kind: 'flood', shape, ...more });
    return (await service.obstruct(command, body)).obstruction;
  };

  it('always have an end: the usual one of their kind, or the one that was said', async () => {
    const minutesOf = ({ until, reportedAt }: { until: string; reportedAt: string }) =>
      (Date.parse(until) - Date.parse(reportedAt)) / 60_000;
    expect(minutesOf(await report())).toBe(180);
    expect(minutesOf(await report({ kind: 'works' }))).toBe(1_440);
    expect(minutesOf(await report({ minutes: 45 }))).toBe(45);
    expect(weighed).toBe(3);
  });

  it('end when their time has come, even if the server was down then', async () => {
    const flood = await report({ minutes: 60 });
    await report({ kind: 'works' });
    clock.pass(HOUR - 1);
    await ends.run();
    expect(await open()).toHaveLength(2);
    clock.pass(1);
    start();
    await ends.run();
    await ends.run();
    const [ended] = await listObstructions(database.dataSource.manager, [flood.id]);
    expect(ended).toMatchObject({ state: 'expired', endedAt: clock.now().toISOString() });
    expect((await open()).map(({ kind }) => kind)).toEqual(['works']);
    const entries = await database.dataSource.query(
      `select kind, actor_role, facts->>'obstructionId' as id from journal where kind = 'road.expired'`,
    );
    expect(entries).toEqual([{ kind: 'road.expired', actor_role: 'system', id: flood.id }]);
    expect(failures).toEqual([]);
  });

  it('do not end while somebody confirms them', async () => {
    const flood = await report({ minutes: 60 });
    clock.pass(0.9 * HOUR);
    const { command, body } = commandOf('road.confirm', { obstructionId: flood.id });
    const { obstruction } = await service.confirm(command, body);
    expect(obstruction.until).toBe(new Date(clock.now().getTime() + 180 * 60_000).toISOString());
    clock.pass(HOUR);
    await ends.run();
    expect(await open()).toHaveLength(1);
  });

  it('end once, whoever is first: the room or the clock', async () => {
    const flood = await report({ minutes: 60 });
    clock.pass(HOUR);
    const { command, body } = commandOf('road.clear', { obstructionId: flood.id });
    await Promise.allSettled([ends.run(), service.clear(command, body), ends.run()]);
    expect(await open()).toEqual([]);
    const [row] = await database.dataSource.query(
      `select count(*)::int as n from journal where kind in ('road.cleared', 'road.expired')`,
    );
    expect(row.n).toBe(1);
    expect(await replayDifferences(database.dataSource)).toEqual([]);
  });

  it('count from when the crew tapped, never from the future, and keep their words out of the journal', async () => {
    const { command, body } = commandOf(
      'road.obstruct',
      {
        kind: 'jam',
        shape: { form: 'circle', at: HERE, radiusMetres: 60 },
        deviceAt: new Date(clock.now().getTime() - HOUR * 500).toISOString(),
        note: 'xe tải lật trước nhà ông Bảy',
      },
      'crew',
    );
    const late = await service.obstruct({ ...command, clockOffsetMs: HOUR * 250 }, body);
    expect(Date.parse(late.obstruction.reportedAt)).toBe(clock.now().getTime() - HOUR * 250);
    const ahead = await report({ deviceAt: new Date(clock.now().getTime() + 9_000).toISOString() });
    expect(ahead.reportedAt).toBe(clock.now().toISOString());
    const [{ facts }] = await database.dataSource.query(`select string_agg(facts::text, ' ') as facts from journal`);
    expect(facts).not.toContain('ông Bảy');
    expect(facts).toContain('"noted": true');
    expect(late.obstruction.note).toContain('ông Bảy');
  });

  it('have one effect however often the command is sent', async () => {
    const { command, body } = commandOf('road.obstruct', {
      kind: 'jam',
      shape: { form: 'circle', at: HERE, radiusMetres: 60 },
    });
    const replies = await Promise.all([1, 2, 3].map(() => service.obstruct(command, body)));
    expect(new Set(replies.map(({ obstruction }) => obstruction.id)).size).toBe(1);
    expect(await open()).toHaveLength(1);
  });
});
