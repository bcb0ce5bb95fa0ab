import { uuidv7 } from 'uuidv7';
import type { DataSource } from 'typeorm';
import type { Actor } from './actor.js';
import type { Clock } from './clock.js';

/** Writes down that somebody looked at a person's data (`what`: `caller.history`) before they are shown it. */
export async function recordAccess(
  db: Pick<DataSource, 'query'>,
  clock: Clock,
  { accountId, name, role }: Actor,
  what: string,
  subject: string,
): Promise<void> {
  await db.query(
    `insert into access_log (id, at, account_id, actor, actor_role, what, subject) values ($1, $2, $3, $4, $5, $6, $7)`,
    [uuidv7(), clock.now(), accountId, name, role, what, subject],
  );
}
