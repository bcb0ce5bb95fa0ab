import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from './embedded.js';

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'd115-embedded-spec-'));
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await startEmbedded(folder);
  }, 120_000);
  afterAll(async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives every query its own answer after one that failed', async () => {
    const client = new pg.Client({ connectionString: database.url });
    const failures: string[] = [];
    client.on('error', (error) => failures.push(error.message));
    await client.connect();
    for (let i = 0; i < 40; i++) {
      await client.query('begin');
      await expect(client.query('select $1::int / 0', [i])).rejects.toThrow('division by zero');
      await client.query('rollback');
      expect((await client.query('select $1::int as x', [i])).rows).toEqual([{ x: i }]);
    }
    await client.end();
    expect(failures).toEqual([]);
  });

  it('keeps answers and failures of many connections apart', async () => {
    const pool = new pg.Pool({ connectionString: database.url, max: 8 });
    const ask = async (i: number) => {
      const sql = i % 3 === 0 ? 'select $1::int / 0 as x' : 'select $1::int as x';
      const { rows } = await pool.query<{ x: number }>(sql, [i]);
      return rows[0]!.x;
    };
    const answers = await Promise.allSettled(Array.from({ length: 300 }, (_, i) => ask(i)));
    await pool.end();
    answers.forEach((answer, i) => {
      if (i % 3 === 0) expect(String((answer as PromiseRejectedResult).reason)).toMatch('division by zero');
      else expect(answer).toEqual({ status: 'fulfilled', value: i });
    });
  });

  it('never mixes the questions of two connections, however large they are', async () => {
    const pool = new pg.Pool({ connectionString: database.url, max: 12 });
    const big = 'x'.repeat(300_000);
    const questions = [
      async (i: number) =>
        expect((await pool.query('select $1::int as x, $2::text as y', [i, big])).rows[0]).toEqual({ x: i, y: big }),
      async (i: number) => {
        const at = new Date(1_700_000_000_000 + i);
        expect((await pool.query('select $1::timestamptz as at', [at])).rows).toEqual([{ at }]);
      },
      async (i: number) => {
        const ids = Array.from({ length: 50 }, (_, n) => n + i);
        expect((await pool.query('select sum(v)::int as s from unnest($1::int[]) v', [ids])).rows).toEqual([
          { s: 50 * i + 1225 },
        ]);
      },
      async (i: number) => {
        const client = await pool.connect();
        try {
          await client.query('begin');
          expect(
            (await client.query('select $1::uuid as u', ['00000000-0000-4000-8000-000000000000'])).rows,
          ).toHaveLength(1);
          if (i % 2)
            await expect(client.query('select * from no_such_table where a = $1', [i])).rejects.toThrow(
              'no_such_table',
            );
          await client.query('rollback');
        } finally {
          client.release();
        }
      },
    ];
    await Promise.all(Array.from({ length: 400 }, (_, i) => questions[i % questions.length]!(i)));
    await pool.end();
  });

  it('lets others go on after a client has vanished in the middle of its transaction', async () => {
    const vanishing = new pg.Client({ connectionString: database.url });
    vanishing.on('error', () => undefined);
    await vanishing.connect();
    await vanishing.query('create table left_behind (x int)');
    await vanishing.query('begin');
    await vanishing.query('insert into left_behind values ($1)', [1]);
    (vanishing as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    const next = new pg.Client({ connectionString: database.url });
    await next.connect();
    expect((await next.query('select count(*)::int as n from left_behind')).rows).toEqual([{ n: 0 }]);
    await next.end();
  });
});
