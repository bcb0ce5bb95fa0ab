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

  it('keeps queries of different shape and transactions apart, and answers all of them', async () => {
    const pool = new pg.Pool({ connectionString: database.url, max: 8 });
    const inTransaction = async (i: number) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<{ x: number }>('select $1::int + $2::int + $3::int as x', [i, i, -i]);
        await client.query('commit');
        return rows;
      } finally {
        client.release();
      }
    };
    const ask = async (i: number) => {
      if (i % 4 === 0) return (await pool.query<{ x: number }>('select $1::int as x', [i])).rows;
      if (i % 4 === 1) return (await pool.query<{ x: number }>('select $2::int as x, $1::text as y', ['t', i])).rows;
      if (i % 4 === 2) return inTransaction(i);
      return (await pool.query<{ x: number }>(`select ${i} as x`)).rows;
    };
    const answers = await Promise.all(Array.from({ length: 600 }, (_, i) => ask(i)));
    await pool.end();
    expect(answers.map(([row]) => row!.x)).toEqual(Array.from({ length: 600 }, (_, i) => i));
  });
});
