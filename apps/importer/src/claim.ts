import { hostname } from 'node:os';
import pg from 'pg';
import { ImportClaim, ImportUnderWayError, queryOf, RegionReplacement, RegionStore, type Importer } from '#region';
import { refuse } from './osm.js';
import type { Progress } from './osm-file.js';

/**
 * One connection with the claim to replace the region, for the length of `work`.
 * @throws ImportRefused when another import is under way
 */
export async function asImporter<T>(
  url: string,
  source: string,
  progress: Progress | undefined,
  work: (replacement: RegionReplacement, stored: RegionStore) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // Node ends on a connection error that nobody listens to; the query under way reports the same error.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const query = queryOf(client);
    const claim = await ImportClaim.take(query, { host: hostname(), pid: process.pid, source }, hasEnded).catch(
      (error: unknown) => {
        throw error instanceof ImportUnderWayError ? underWay(error) : error;
      },
    );
    try {
      const replacement = new RegionReplacement(query, claim, (done, total) =>
        progress?.('store', done, total, 'rows'),
      );
      return await work(replacement, new RegionStore(query));
    } finally {
      // On a lost connection the claim falls silent by itself, and the first error is the one to tell.
      await claim.release().catch(() => undefined);
    }
  } finally {
    await client.end();
  }
}

/** A process of this machine that is no more; of another machine nobody here can tell. */
function hasEnded({ host, pid }: Importer): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const underWay = (error: ImportUnderWayError) => {
  const { host, pid, source } = error.holder;
  return refuse(
    `Tiến trình ${pid} trên máy ${host} đang nhập ${source}. Chờ xong rồi thử lại.`,
    `Process ${pid} on ${host} is importing ${source}. Wait for it to end, then try again.`,
    error,
  );
};
