// `node scripts/run.mjs FILE args…`: builds the server if it is stale and runs dist/FILE; its streams and its exit
// code are passed on.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { buildServer, root } from './building.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  process.stderr.write('node scripts/run.mjs FILE [args…]\n');
  process.exit(2);
}
await buildServer();
const child = spawn(process.execPath, [join(root, 'dist', file), ...args], { stdio: 'inherit' });
// A Ctrl-C reaches the child by itself: it decides how to end, and its end is ours.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
