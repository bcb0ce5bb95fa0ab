import { Journal } from '#journal';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { FakeClock } from '../../../../test/support/fake-clock.js';
import { listPhonePositions } from '../reading.js';
import { isBetterFix } from './better-fix.js';
import { PhonePositionClock } from './phone-position-clock.js';
import { PhonePositionsService, type PhoneFix } from './phone-positions.service.js';

describe('positions of telephones', () => {
  let database: TestDatabase;
  const clock = new FakeClock();
  let service: PhonePositionsService;
  let ends: PhonePositionClock;
  const failures: unknown[] = [];
  beforeAll(async () => {
    database = await openTestDatabase(6);
    service = new PhonePositionsService(new Journal(database.dataSource, clock));
    ends = new PhonePositionClock(database.dataSource, service, clock, (failure) => failures.push(failure));
  });
  afterAll(() => database.close());
  const open = () => listPhonePositions(database.dataSource.manager, 'open');
  const fix = (more: Partial<PhoneFix> = {}): PhoneFix => ({
    phone: '+84911000111',
    at: [106.66, 10.98],
    accuracyMetres: 30,
    source: 'aml',
    fixedAt: clock.now(),
    ...more,
  });

  it('are one per telephone, also when it speaks twice at once', async () => {
    await Promise.all([1, 2, 3, 4].map((n) => service.receive(fix({ accuracyMetres: 30 - n }))));
    const [position, ...others] = await open();
    expect(others).toEqual([]);
    expect(position!.accuracyMetres).toBeLessThan(30);
  });

  it('leave the board by their own clock, a quarter of an hour after the last fix', async () => {
    clock.pass(600);
    await service.receive(fix());
    clock.pass(899);
    await ends.run();
    expect(await open()).toHaveLength(1);
    clock.pass(1);
    await ends.run();
    await ends.run();
    expect(await open()).toEqual([]);
    const entries = await database.dataSource.query(`select kind from journal where kind = 'phonePosition.expired'`);
    expect(entries).toHaveLength(1);
    expect(failures).toEqual([]);
    await service.receive(fix());
    expect(await open()).toHaveLength(1);
  });

  it('never come from the future', async () => {
    await service.receive(fix({ phone: '+84911000999', fixedAt: new Date(clock.now().getTime() + 60_000) }));
    const position = (await open()).find(({ phone }) => phone === '+84911000999')!;
    expect(position.fixedAt).toBe(clock.now().toISOString());
  });
});

describe('isBetterFix', () => {
  const known = { fixedAt: new Date(0), accuracyMetres: 50 };
  it.each([
    ['newer and finer', 10, 20, true],
    ['newer and a little coarser', 10, 100, true],
    ['newer and much coarser', 10, 101, false],
    ['newer, of unknown accuracy', 10, null, false],
    ['much newer and much coarser', 61, 5_000, true],
    ['older, however fine', -1, 1, false],
  ])('%s', (_, seconds, accuracyMetres, better) =>
    expect(isBetterFix({ fixedAt: new Date(seconds * 1_000), accuracyMetres }, known)).toBe(better),
  );
  it('takes any newer fix in place of one of unknown accuracy', () => {
    const vague = { fixedAt: new Date(0), accuracyMetres: null };
    expect(isBetterFix({ fixedAt: new Date(1), accuracyMetres: 900 }, vague)).toBe(true);
  });
});
