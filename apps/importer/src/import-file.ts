import { basename } from 'node:path';
import { systemClock } from '#journal';
import type { Bounds } from '#geo';
import type { RegionStore, RoadNetwork } from '#region';
import { buildNetwork } from '#roads';
import { asImporter } from './claim.js';
import type { Progress } from './osm-file.js';
import { readOsm, type ReadOptions, type ReadRegion } from './read-osm.js';
import { readWards } from './areas.js';
import { areasNear } from './features.js';

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
 * served. Areas that neither the file nor a wards file brings stay as they were imported before. Throws ImportRefused
 * when the file is at fault.
 */
export async function importFile(
  url: string,
  { file, wardsFile, progress, ...options }: FileImport,
): Promise<Imported> {
  const wards = wardsFile ? await readWards(wardsFile) : [];
  const read = await readOsm(file, { ...options, wards, progress });
  const network = buildNetwork(read);
  return asImporter(url, basename(file), progress, async (replacement, stored) => {
    const region = await withStoredAreas(read, network.bounds, stored, wardsFile !== undefined);
    const source = basename(file);
    const version = await replacement.replaceRegion({ region, network, source, importedAt: systemClock.now() });
    return { version, region, network };
  });
}

/** A newer file of roads says nothing against the wards; those of the demonstration are of no real place. */
async function withStoredAreas(
  read: ReadRegion,
  bounds: Bounds,
  stored: RegionStore,
  wardsGiven: boolean,
): Promise<ReadRegion> {
  const before = await stored.findRegion();
  if (!before || before.demonstration) return read;
  return {
    ...read,
    wards: wardsGiven ? read.wards : areasNear(await stored.listWards(), bounds),
    formerUnits: read.formerUnits.length > 0 ? read.formerUnits : areasNear(await stored.listFormerUnits(), bounds),
  };
}
