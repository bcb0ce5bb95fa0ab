import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { packageRoot, startEmbedded } from '#database';

interface Cluster {
  readonly pgrouting: boolean;
  url(database: string): string;
  stop(): void;
}
interface ClusterModule {
  startCluster(): Cluster | null;
  applyMigrations(url: string): Promise<void>;
}

/** Run `work` on a throw-away database that holds the roads of a file: a private server, else the embedded database. */
export async function withImported<T>(
  osmFile: string,
  work: (url: string, hasPgRouting: boolean) => Promise<T>,
): Promise<T> {
  const address = pathToFileURL(join(packageRoot(), 'test/support/cluster.mjs')).href;
  const { startCluster, applyMigrations } = (await import(address)) as ClusterModule;
  const { url, hasPgRouting, stop } = openServer(startCluster()) ?? (await openEmbedded());
  try {
    await applyMigrations(url);
    await promisify(execFile)(process.execPath, [
      fileURLToPath(new URL('./import.main.js', import.meta.url)),
      osmFile,
      url,
    ]);
    return await work(url, hasPgRouting);
  } finally {
    await stop();
  }
}

const openServer = (cluster: Cluster | null) =>
  cluster && {
    url: cluster.url('postgres'),
    hasPgRouting: cluster.pgrouting,
    stop: async () => cluster.stop(),
  };

async function openEmbedded() {
  const folder = mkdtempSync(join(tmpdir(), 'd115-bench-'));
  const embedded = await startEmbedded(folder);
  const stop = async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: embedded.url, hasPgRouting: false, stop };
}
