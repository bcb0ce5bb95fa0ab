import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { holdFolder } from './lock.js';

export interface EmbeddedDatabase {
  /** A `postgresql://` address for the local socket; product code sees nothing else. */
  readonly url: string;
  stop(): Promise<void>;
  /** Called if the database process ends without having been asked. */
  onLost(listener: () => void): void;
}

/**
 * Starts the embedded database on a data folder: for trial and training, one process at a time.
 * @throws FolderHeldError when another process holds the folder.
 */
export async function startEmbedded(dataFolder: string): Promise<EmbeddedDatabase> {
  mkdirSync(dataFolder, { recursive: true });
  const lock = await holdFolder(dataFolder);
  const socketFolder = mkdtempSync(join(tmpdir(), 'dispatch115-'));
  const script = join(packageRoot(), 'libs/database/src/embedded/server.mjs');
  const child = fork(script, [join(dataFolder, 'pg'), join(socketFolder, '.s.PGSQL.5432')], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (child.pid) lock.name(child.pid);
  const cleanUp = () => {
    rmSync(socketFolder, { recursive: true, force: true });
    lock.release();
  };
  try {
    await ready(child);
  } catch (error) {
    cleanUp();
    throw error;
  }
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}`;
  if (child.pid) lock.announce(child.pid, url);
  let stopping = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url,
    async stop() {
      stopping = true;
      if (child.connected) child.send('stop');
      await ended;
      cleanUp();
    },
    onLost(listener) {
      void ended.then(() => {
        if (!stopping) listener();
      });
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The embedded database ended with code ${code} before it was ready.`)),
    );
  });
}
