import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { packageRoot } from './package-root.js';

const MIGRATIONS = 'libs/database/src/migrations';

/**
 * Applies what is new, in the order of the file names, each in a transaction of its own. A file that was applied and
 * has changed since stops the start: migrations are never edited once merged.
 * @returns the names applied now
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  await dataSource.query(
    `create table if not exists schema_migration (
       name text not null, sha256 text not null, applied_at timestamptz not null default now(),
       constraint schema_migration_pk primary key (name))`,
  );
  const known: { name: string; sha256: string }[] = await dataSource.query('select name, sha256 from schema_migration');
  const applied = new Map(known.map((row) => [row.name, row.sha256]));
  const folder = join(packageRoot(), MIGRATIONS);
  const fresh: string[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    const sql = readFileSync(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    if (applied.has(name)) {
      if (applied.get(name) !== sha256) throw new Error(`Migration ${name} was changed after it had been applied.`);
      continue;
    }
    await dataSource.transaction(async (tx) => {
      // Another node may be starting at the same moment: the name's primary key lets one of them do it.
      await tx.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256]);
      await tx.query(sql);
    });
    fresh.push(name);
  }
  return fresh;
}
