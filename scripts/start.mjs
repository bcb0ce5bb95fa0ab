// `npm start`: builds what is not built or older than its sources, then runs the server and, on the embedded trial
// database, the living demonstration beside it. Ctrl-C stops both.
import { fork, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const say = (line) => process.stdout.write(`  · ${line}\n`);

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
// An incremental build leaves unchanged files alone, so their age says nothing: a stamp does.
const SERVER_STAMP = 'dist/server.built';
const SERVER_SOURCES = ['apps/api', 'apps/simulator', 'apps/importer', 'libs'];
const WEB_SOURCES = ['apps/console', 'apps/crew', 'apps/stats', 'libs/web', 'libs/contracts'];
const WEB_APPS = ['console', 'crew', 'stats'];

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`)),
    );
  });
}

async function build() {
  if (builtAt(SERVER_STAMP) < newest(SERVER_SOURCES)) {
    say('Biên dịch máy chủ / building the server');
    await run(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
    writeFileSync(join(root, SERVER_STAMP), '');
  }
  const latest = newest(WEB_SOURCES);
  const stale = WEB_APPS.filter((app) => builtAt(`dist/web/${app}/index.html`) < latest);
  if (stale.length === 0) return;
  say('Biên dịch các màn hình / building the screens');
  await run(process.execPath, ['scripts/build-web.mjs', ...stale]);
}

await build();
const server = fork(join(root, 'dist/apps/api/src/main.js'), [], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
let demonstration = null;
server.on('message', ({ ready, port, embedded, demonstration: region }) => {
  if (!ready || !embedded || !region || process.env.DEMO === '0') return;
  demonstration = fork(join(root, 'dist/apps/simulator/src/main.js'), ['--server', `http://127.0.0.1:${port}`], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
});
// A Ctrl-C reaches the whole group by itself; a plain kill reaches only this process and is passed on.
const stop = (signal) => {
  demonstration?.kill(signal);
  server.kill(signal);
};
process.on('SIGINT', () => demonstration?.kill('SIGINT'));
process.on('SIGTERM', () => stop('SIGTERM'));
server.on('exit', (code) => {
  demonstration?.kill('SIGTERM');
  process.exitCode = code ?? 1;
  if (process.connected) process.disconnect();
});
