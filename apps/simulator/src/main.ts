import { setMaxListeners } from 'node:events';
import { Centre } from './centre.js';
import { readSettings, USAGE } from './settings.js';

const say = (line: string) => process.stdout.write(`  · ${line}\n`);

async function run(): Promise<void> {
  const settings = readSettings(process.argv.slice(2));
  const stopping = new AbortController();
  // Every person and vehicle listens for the end.
  setMaxListeners(0, stopping.signal);
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Started by `npm start`: when the starter is gone, so are we.
  process.once('disconnect', stop);
  await new Centre(settings, stopping.signal, say).run();
  process.exit(0);
}

run().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
  process.exit(1);
});
