import { CommandId, DomainError } from '#contracts';
import { uuidv7 } from 'uuidv7';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { SYSTEM, type Command } from './actor.js';
import { systemClock } from './clock.js';
import { Journal } from './journal.js';
import { getHead, listEntriesAfter } from './reading.js';
import { verifyJournal } from './verify.js';

const command = (body: unknown = {}, id = uuidv7()): Command => ({
  id: CommandId.parse(id),
  name: 'test.done',
  body,
  actor: SYSTEM,
  clockOffsetMs: 0,
});

describe('Journal', () => {
  let database: TestDatabase;
  let journal: Journal;
  beforeAll(async () => {
    database = await openTestDatabase(20);
    journal = new Journal(database.dataSource, systemClock);
  });
  afterAll(() => database.close());

  it('gives the same command the same answer and one effect, even when twenty arrive at once', async () => {
    const once = command({ a: 1 });
    let effects = 0;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        journal.write(once, async (pen) => {
          effects++;
          pen.record({ kind: 'test.done' });
          return { number: effects };
        }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.number)).size).toBe(1);
    const entries = await listEntriesAfter(database.dataSource, 0, 1000);
    expect(entries.filter((entry) => entry.commandId === once.id)).toHaveLength(1);
  });

  it('refuses the same id with another body', async () => {
    const first = command({ a: 1 });
    await journal.write(first, async () => 'done');
    await expect(journal.write({ ...first, body: { a: 2 } }, async () => 'done')).rejects.toMatchObject({
      code: 'COMMAND_REUSED',
    });
  });

  it('keeps a refusal: the same id is refused again although the work would now succeed', async () => {
    const refused = command();
    const fail = journal.write(refused, async () => {
      throw new DomainError('NOT_FOUND', { what: 'vehicle' });
    });
    await expect(fail).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(journal.write(refused, async () => 'now it works')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { what: 'vehicle' },
    });
  });

  it('numbers without gaps in commit order under concurrent writers, and the chain verifies', async () => {
    const before = (await getHead(database.dataSource)).n;
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        journal
          .write(command({ i }), async (pen) => {
            pen.record({
              kind: 'test.one',
              facts: { i, word: 'Hòa – 😀', nothing: undefined, deep: { b: 1.5, a: [1, null] } },
            });
            if (i % 3 === 0) pen.record({ kind: 'test.two' });
            if (i % 7 === 0) throw new DomainError('NOT_FOUND');
            return i;
          })
          .catch(() => null),
      ),
    );
    const entries = await listEntriesAfter(database.dataSource, before, 1000);
    expect(entries.map((entry) => entry.n)).toEqual(entries.map((_, i) => before + i + 1));
    expect(await verifyJournal(database.dataSource)).toMatchObject({ ok: true, break: null });
  });

  it.each([
    ['altered', 'update journal set facts = \'{"i": -1}\' where n = 5', 5],
    ['altered', "update journal set at = at + interval '1 second' where n = 6", 6],
    ['missing', 'delete from journal where n = 7', 7],
    ['unlinked', "update journal set prev_hash = decode(repeat('ab', 32), 'hex') where n = 8", 8],
    ['missing', 'update journal set n = -n where n = 9', 9],
    ['head', 'delete from journal where n = (select max(n) from journal)', -1],
  ])('says where the chain is broken: %s by "%s"', async (kind, tamper, n) => {
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(tamper);
      const head = (await getHead(runner.manager)).n;
      expect(await verifyJournal(runner.manager)).toMatchObject({ ok: false, break: { kind, n: n < 0 ? head : n } });
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});
