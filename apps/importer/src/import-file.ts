import { systemClock } from '#journal';
import { basename } from 'node:path';
import pg from 'pg';
import { queryOf, type RegionData } from '#region';
import type { Bounds } from '#geo';
import { importRegion, type ImportReport } from './import-region.js';
import type { Progress } from './osm-file.js';
import { readOsm } from './read-osm.js';
import { readWards } from './wards.js';

export interface FileImport {
  readonly file: string;
  readonly name?: string;
  readonly within?: Bounds | null;
  /** GeoJSON of the wards. */
  readonly wardsFile?: string;
  readonly progress?: Progress;
}

/**
 * Read an OpenStreetMap file and replace the region of the database at `url` by it, all or nothing. Throws
 * ImportRefused when the file is at fault.
 */
export async function importFile(
  url: string,
  { file, name, within, wardsFile, progress }: FileImport,
): Promise<ImportReport & { region: RegionData }> {
  const wards = wardsFile ? await readWards(wardsFile) : [];
  const region = await readOsm(file, { name, within, wards, progress });
  const client = new pg.Client({ connectionString: url });
  // Node ends on a connection error that nobody listens to; the query under way reports the same error.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const options = { source: basename(file), importedAt: systemClock.now(), progress };
    return { region, ...(await importRegion(queryOf(client), region, options)) };
  } finally {
    await client.end();
  }
}
