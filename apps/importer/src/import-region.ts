import { RegionStore, type Query, type RegionData, type RoadNetwork } from '#region';
import { buildNetwork } from '#roads';
import { boundaryFeatures, wardsNear } from './features.js';

export interface ImportOptions {
  /** Where the region came from, e.g. the file's name. */
  readonly source: string;
  readonly importedAt: Date;
}

export interface ImportReport {
  readonly version: number;
  readonly region: RegionData;
  readonly network: RoadNetwork;
}

/** Build the network of a region and replace the stored region by it, all or nothing; `query` is one session. */
export async function importRegion(query: Query, region: RegionData, options: ImportOptions): Promise<ImportReport> {
  const network = buildNetwork(region);
  const wards = wardsNear(region.wards, network.bounds);
  const version = await new RegionStore(query).replace({ region: { ...region, wards }, network, ...options });
  return { version, region: { ...region, wards }, network };
}
