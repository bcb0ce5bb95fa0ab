import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyMigrations, startCluster } from './cluster.mjs';

/**
 * One template for the whole run: a database in a private PostgreSQL cluster where there is one, otherwise a folder of
 * the embedded database that every spec copies. Which it is, is printed once; a spec that needs real concurrency says
 * itself that it skips.
 */
export default async function setUp() {
  const cluster = process.env.TEST_DATABASE === 'embedded' ? null : startCluster();
  if (cluster) {
    process.env.TEST_CLUSTER = cluster.folder;
    process.env.TEST_PGROUTING = cluster.pgrouting ? '1' : '';
    if (process.env.REQUIRE_DATABASE_SERVER && !cluster.pgrouting)
      throw new Error('No pgRouting here, and it is required.');
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: cluster.url('postgres') });
    await client.connect();
    await client.query('create database dispatch_template');
    await client.end();
    await applyMigrations(cluster.url('dispatch_template'));
    globalThis.stopTestDatabase = () => cluster.stop();
    console.log('\nDatabase for tests: PostgreSQL (private cluster)');
    return;
  }
  if (process.env.REQUIRE_DATABASE_SERVER) throw new Error('No PostgreSQL with PostGIS here, and it is required.');
  const folder = mkdtempSync(join(tmpdir(), 'd115-embedded-'));
  await prepareEmbedded(folder);
  process.env.TEST_EMBEDDED = folder;
  globalThis.stopTestDatabase = () => rmSync(folder, { recursive: true, force: true });
  console.log(
    '\nDatabase for tests: embedded (no PostgreSQL with PostGIS here; specs that need real concurrency skip)',
  );
}

async function prepareEmbedded(folder) {
  const socket = join(folder, 's');
  mkdirSync(socket);
  const script = join(dirname(fileURLToPath(import.meta.url)), '../../libs/database/src/embedded/server.mjs');
  const child = fork(script, [join(folder, 'pg'), join(socket, '.s.PGSQL.5432')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`embedded database ended with ${code}`)));
  });
  await applyMigrations(`postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socket)}`);
  child.send('stop');
  await new Promise((resolve) => child.once('exit', resolve));
  cpSync(join(folder, 'pg'), join(folder, 'dispatch_template'), { recursive: true });
}
