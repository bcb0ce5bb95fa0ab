// The embedded database: PGlite with PostGIS behind a local socket, in a process of its own, because a long query
// stops this process's event loop and must not stop the dispatcher's. Plain JavaScript, so that it runs as it is
// from source and from the build. Started with: node server.mjs <data folder> <socket path>
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { Turns } from './turns.mjs';

const [dataFolder, socketPath] = process.argv.slice(2);
const database = await PGlite.create({ dataDir: dataFolder, extensions: { postgis }, relaxedDurability: false });
await database.exec('create extension if not exists postgis');
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 64 });
server.queryQueue = new Turns(database);
await server.start();

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await server.stop();
  await database.close();
  // An owner that was killed cannot tidy up its socket's folder.
  rmSync(dirname(socketPath), { recursive: true, force: true });
  process.exit(0);
}
// Ctrl-C reaches the whole process group: only the owner decides when the database stops.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void stop());
process.on('message', (message) => message === 'stop' && void stop());
// The owner is gone, however it went: nobody may hold the data folder after it.
process.on('disconnect', () => void stop());
process.send('ready');
