// `npm start`: builds what is not built or older than its sources, then runs the server and, on the embedded trial
// database, the living demonstration beside it. Ctrl-C stops both.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { buildScreens, buildServer, root } from './building.mjs';

// Server and demonstration share the key of the simulated telephone exchange, made anew at each start.
const CTI_SECRET = process.env.CTI_SECRET || randomBytes(24).toString('base64url');
const start = (file, args = []) =>
  fork(join(root, 'dist', file), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, CTI_SECRET },
  });

await buildServer();
await buildScreens();
const server = start('apps/api/src/main.js');
let demonstration = null;
server.on('message', ({ ready, port, embedded, demonstration: region }) => {
  if (!ready || !embedded || !region || process.env.DEMO === '0') return;
  demonstration = start('apps/simulator/src/main.js', [
    '--server',
    `http://127.0.0.1:${port}`,
    '--exchange-secret',
    CTI_SECRET,
  ]);
});
// A Ctrl-C reaches the whole group by itself, and all of them stop; a plain kill reaches only this process.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => {
  demonstration?.kill('SIGTERM');
  server.kill('SIGTERM');
});
server.on('exit', (code) => {
  demonstration?.kill('SIGTERM');
  process.exitCode = code ?? 1;
});
