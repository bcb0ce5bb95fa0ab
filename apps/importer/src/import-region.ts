import { RegionStore, type Query, type RegionData, type RoadNetwork } from '#region';
import { buildNetwork } from '#roads';
import type { Progress } from './osm-file.js';

export interface ImportOptions {
  /** Where the region came from, e.g. the file's name. */
  readonly source: string;
  readonly importedAt: Date;
  readonly progress?: Progress;
}

export interface ImportReport {
  readonly version: number;
  readonly network: RoadNetwork;
}

/**
 * Build the network of a region and replace the stored region by it in one transaction; `query` is one session. For a
 * database that nobody is being served from: {@link importFile} keeps nobody waiting.
 */
export async function importRegion(
  query: Query,
  region: RegionData,
  { source, importedAt, progress }: ImportOptions,
): Promise<ImportReport> {
  const network = buildNetwork(region);
  const store = new RegionStore(query, (done, total) => progress?.('store', done, total, 'rows'));
  return { version: await store.replace({ region, network, source, importedAt }), network };
}
