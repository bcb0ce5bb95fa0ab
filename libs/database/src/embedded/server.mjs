// The embedded database: PGlite with PostGIS behind a local socket, in a process of its own, because a long query
// stops this process's event loop and must not stop the dispatcher's. Plain JavaScript, so that it runs as it is
// from source and from the build. Started with: node server.mjs <data folder> <socket path>
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** The steps of an extended query: Parse, Bind, Describe, Execute, Close, Flush. A Sync ends it. */
const STEPS = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)));
const [dataFolder, socketPath] = process.argv.slice(2);
const database = await PGlite.create({ dataDir: dataFolder, extensions: { postgis }, relaxedDurability: false });
await database.exec('create extension if not exists postgis');
keepQueriesWhole(database);
answerOncePerQuery(database);
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 64 });
await server.start();

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await server.stop();
  await database.close();
  process.exit(0);
}
// Ctrl-C reaches the whole process group: only the owner decides when the database stops.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void stop());
process.on('message', (message) => message === 'stop' && void stop());
// The owner is gone, however it went: nobody may hold the data folder after it.
process.on('disconnect', () => void stop());
process.send('ready');

/**
 * All connections share one session, and the socket lends it message by message: between the Parse and the Bind of one
 * client another one's Parse would take its place, and answers would be those of the wrong query. It keeps a transaction
 * together, though; so an extended query counts as one, from its first step to its Sync.
 */
function keepQueriesWhole(pglite) {
  let underWay = false;
  const isInTransaction = pglite.isInTransaction.bind(pglite);
  pglite.isInTransaction = () => underWay || isInTransaction();
  const execute = pglite.execProtocolRawStream.bind(pglite);
  pglite.execProtocolRawStream = (message, options) => {
    underWay = STEPS.has(message[0]);
    return execute(message, options);
  };
}

/**
 * PGlite says ReadyForQuery as soon as a step of an extended query fails, and again at its Sync. PostgreSQL says it
 * once, and a client that hears it twice takes the second for the end of its next query: from then on every answer on
 * that connection belongs to the query before. So what a step (all but Sync and simple queries) says of it is left out.
 */
function answerOncePerQuery(pglite) {
  const READY = 'Z'.charCodeAt(0);
  const READY_BYTES = 6;
  const execute = pglite.execProtocolRawStream.bind(pglite);
  pglite.execProtocolRawStream = (message, options) => {
    if (!STEPS.has(message[0])) return execute(message, options);
    const onRawData = (data) => {
      const end = data.length - READY_BYTES;
      const isReady = end >= 0 && data[end] === READY && data[end + 4] === READY_BYTES - 1;
      if (end > 0 || !isReady) options.onRawData(isReady ? data.subarray(0, end) : data);
    };
    return execute(message, { ...options, onRawData });
  };
}
