import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data');

/** A file of the data set that lies beside the repository and is not part of it, or null when it is not there. */
export function findSharedData(path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? file : null;
}
