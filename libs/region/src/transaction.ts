import type { Query } from './query.js';

/** Runs `work` between begin and commit on the one session behind `query`; whatever it throws rolls back. */
export async function inTransaction<T>(query: Query, work: () => Promise<T>): Promise<T> {
  await query('begin');
  try {
    const result = await work();
    await query('commit');
    return result;
  } catch (error) {
    // On a lost connection there is nothing to roll back, and the first error is the one to tell.
    await query('rollback').catch(() => undefined);
    throw error;
  }
}
