import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions, FolderHeldError, migrate, packageRoot, startEmbedded } from '#database';

export interface OpenDatabase {
  readonly url: string;
  /** The process whose embedded database is used along with it; null when nobody else is there. */
  readonly sharedWith: number | null;
  close(): Promise<void>;
}

/**
 * The database that the server uses, ready to be imported into: the one named, or the embedded one of the data folder.
 * While a server holds the folder its database is joined: the server stays the only process that writes the files.
 * @throws FolderHeldError when the folder's holder has no open database to join
 */
export async function openDatabase(
  environment: Readonly<Record<'DATABASE_URL' | 'DATA_FOLDER', string | undefined>>,
): Promise<OpenDatabase> {
  if (environment.DATABASE_URL) {
    await prepareDatabase(environment.DATABASE_URL);
    return { url: environment.DATABASE_URL, sharedWith: null, close: () => Promise.resolve() };
  }
  const folder = resolve(packageRoot(), environment.DATA_FOLDER || '.data');
  try {
    const embedded = await startEmbedded(folder);
    await prepareDatabase(embedded.url);
    return { url: embedded.url, sharedWith: null, close: () => embedded.stop() };
  } catch (error) {
    if (!(error instanceof FolderHeldError) || !error.databaseUrl) throw error;
    return { url: error.databaseUrl, sharedWith: error.pid, close: () => Promise.resolve() };
  }
}

/** The importer may come before the first start of the server. */
async function prepareDatabase(url: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, 1, () => undefined)).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
