// What is built, from which sources, and whether it is stale; shared by every script that runs something built.
// Says what it does on stderr, because some of what runs after it prints its result on stdout.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => process.stderr.write(`  · ${line}\n`);

// An incremental build leaves unchanged files alone, so their age says nothing: a stamp does.
const SERVER_STAMP = 'dist/server.built';
const SERVER_SOURCES = ['apps/api', 'apps/simulator', 'apps/importer', 'libs', 'bench'];
const WEB_SOURCES = ['apps/console', 'apps/crew', 'apps/stats', 'apps/field', 'libs/web', 'libs/contracts'];
const WEB_APPS = ['console', 'crew', 'stats', 'field'];

/** The newest change below some folders, in milliseconds. */
function newest(folders) {
  let latest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || entry.name.includes('.spec.')) continue;
      latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
    }
  }
  return latest;
}
const builtAt = (file) => (existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0);

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`)),
    );
  });
}

/** Builds the server, the simulator, the importer and the benchmarks, if a source is newer than the last build. */
export async function buildServer() {
  if (builtAt(SERVER_STAMP) >= newest(SERVER_SOURCES)) return;
  say('Biên dịch máy chủ / building the server');
  await run(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
  writeFileSync(join(root, SERVER_STAMP), '');
}

/** Builds the screens that are older than their sources. */
export async function buildScreens() {
  const latest = newest(WEB_SOURCES);
  const stale = WEB_APPS.filter((app) => builtAt(`dist/web/${app}/index.html`) < latest);
  if (stale.length === 0) return;
  say('Biên dịch các màn hình / building the screens');
  await run(process.execPath, ['scripts/build-web.mjs', ...stale]);
}
