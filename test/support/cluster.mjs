// A throw-away PostgreSQL cluster for tests and benchmarks, private to this run. Plain JavaScript, because Jest's
// global set-up and the benchmarks start it before anything is compiled.
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The newest installed PostgreSQL that has PostGIS, or null. */
export function findPostgres() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return null;
  for (const version of readdirSync(base).sort((a, b) => Number(b) - Number(a))) {
    const bin = join(base, version, 'bin');
    const extensions = `/usr/share/postgresql/${version}/extension`;
    if (existsSync(join(bin, 'postgres')) && existsSync(join(extensions, 'postgis.control')))
      return { bin, pgrouting: existsSync(join(extensions, 'pgrouting.control')) };
  }
  return null;
}

/** PostgreSQL refuses to run as root: there it runs as its own user. */
function owner() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts a cluster on a unix socket in a folder of its own. */
export function startCluster() {
  const found = findPostgres();
  if (!found) return null;
  const folder = mkdtempSync(join(tmpdir(), 'd115-pg-'));
  const as = owner();
  if (as.uid) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const run = (program, args) => {
    const result = spawnSync(join(found.bin, program), args, {
      ...as,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr}`);
  };
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200 -c shared_buffers=128MB -c client_min_messages=warning`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  return {
    folder,
    pgrouting: found.pgrouting,
    url: (database) => `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Applies every migration as the product does, recording them, so that the product finds nothing left to do. */
export async function applyMigrations(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create table schema_migration (name text not null, sha256 text not null, applied_at timestamptz not null default now(), constraint schema_migration_pk primary key (name))',
  );
  const folder = join(root, 'libs/database/src/migrations');
  for (const name of readdirSync(folder).sort()) {
    const sql = readFileSync(join(folder, name), 'utf8');
    await client.query(sql);
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
      name,
      createHash('sha256').update(sql).digest('hex'),
    ]);
  }
  await client.end();
}
