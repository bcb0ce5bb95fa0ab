import { basename } from 'node:path';
import { systemClock } from '#journal';
import type { RoadNetwork } from '#region';
import { buildNetwork } from '#roads';
import { asImporter } from './claim.js';
import type { Progress } from './osm-file.js';
import { readOsm, type ReadOptions, type ReadRegion } from './read-osm.js';
import { readWards } from './areas.js';

export interface FileImport extends Pick<ReadOptions, 'name' | 'within'> {
  readonly file: string;
  /** GeoJSON of the wards. */
  readonly wardsFile?: string;
  readonly progress?: Progress;
}

export interface Imported {
  readonly version: number;
  readonly region: ReadRegion;
  readonly network: RoadNetwork;
}

/**
 * Read an OpenStreetMap file and replace the region of the database at `url` by it, all or nothing, while it is being
 * served. Throws ImportRefused when the file is at fault.
 */
export async function importFile(
  url: string,
  { file, wardsFile, progress, ...options }: FileImport,
): Promise<Imported> {
  const wards = wardsFile ? await readWards(wardsFile) : [];
  const region = await readOsm(file, { ...options, wards, progress });
  const network = buildNetwork(region);
  const imported = { region, network, source: basename(file), importedAt: systemClock.now() };
  const version = await asImporter(url, basename(file), progress, (replacement) => replacement.replaceRegion(imported));
  return { version, region, network };
}
