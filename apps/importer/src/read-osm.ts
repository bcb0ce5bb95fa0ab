import { basename } from 'node:path';
import { boundsOf, type Bounds } from '#geo';
import type { RegionData, WardArea } from '#region';
import { boxArea, type ClipArea } from './clip-area.js';
import { OsmCollection } from './collection.js';
import { areasNear, readFeatures } from './features.js';
import { findJunctions } from './junctions.js';
import { refuse, type OsmBatch, type Wanted } from './osm.js';
import { readElements, type Progress } from './osm-file.js';
import { findBridges, findHouses } from './places.js';
import { readRoads } from './roads.js';
import { findStreets } from './streets.js';
import type { TurnCounts } from './turn-restriction.js';

export interface ReadOptions {
  readonly name?: string;
  /** Only what lies in this box or area. */
  readonly within?: Bounds | ClipArea | null;
  readonly wards?: readonly WardArea[];
  readonly progress?: Progress;
}

/** A region as it was read, with what the reading left out. */
export interface ReadRegion extends RegionData {
  readonly turnCounts: TurnCounts;
}

const ATTRIBUTION = '© OpenStreetMap contributors (ODbL)';
const WAYS: Wanted = { nodes: false, tags: false, ways: true, relations: true };
const EVERYTHING: Wanted = { nodes: true, tags: true, ways: true, relations: true };

/** A region from an OpenStreetMap file; throws ImportRefused, with the reason in words, when it holds no usable one. */
export async function readOsm(
  file: string,
  { name, within = null, wards = [], progress = () => undefined }: ReadOptions = {},
): Promise<ReadRegion> {
  const area = within && ('contains' in within ? within : boxArea(within));
  const collection = await collect(file, area, progress);
  const { turnCounts, ...roads } = readRoads(collection, area);
  if (roads.ways.length === 0) throw noRoads(file);
  const wardsHere = areasNear(wards, boundsOf(roads.nodes));
  const { features, landmarks, formerUnits } = readFeatures(collection, area);
  return {
    name: name ?? basename(file).replace(/\.(osm|pbf|gz|xml)/g, ''),
    demonstration: false,
    attribution: ATTRIBUTION,
    ...roads,
    features,
    places: [
      ...findStreets(roads, collection.roads),
      ...findJunctions(roads),
      ...findBridges(roads),
      ...landmarks,
      ...findHouses(collection, area),
    ],
    wards: wardsHere,
    formerUnits,
    directory: null,
    turnCounts,
  };
}

/** Reads the file two or three times, which costs less than holding it. */
async function collect(file: string, area: ClipArea | null, progress: Progress): Promise<OsmCollection> {
  let collection = new OsmCollection(area);
  const read = async (stage: string, wanted: Wanted, take: (batch: OsmBatch) => void) => {
    for await (const batch of readElements(file, stage, wanted, progress)) take(batch);
  };
  let waysSeen = false;
  let nodesLate = false;
  await read('ways', area ? EVERYTHING : WAYS, (batch) => {
    nodesLate ||= waysSeen && batch.nodes.some(({ ids }) => ids.length > 0);
    waysSeen ||= batch.ways.length > 0;
    collection.addNodesInside(batch);
    collection.addWaysAndRelations(batch);
  });
  if (area && nodesLate) {
    // The usual order is not the only one: where nodes came after ways, the ways are read again.
    collection = collection.withoutWays();
    await read('ways', WAYS, (batch) => collection.addWaysAndRelations(batch));
  }
  if (collection.roads.length === 0) throw noRoads(file);
  if (collection.findMissingLines()) {
    await read('ways', { ...WAYS, relations: false }, (batch) => collection.addMissingLines(batch));
  }
  const lacksPositions = collection.settle();
  if (lacksPositions || !area) {
    const wanted = { nodes: true, tags: !area, ways: false, relations: false };
    await read('nodes', wanted, (batch) => collection.addPositions(batch));
  }
  return collection;
}

const noRoads = (file: string) =>
  refuse(
    `Tệp ${file} không có đường cho xe cứu thương trong vùng này. Không có gì thay đổi.`,
    `The file ${file} has no road for an ambulance in this area. Nothing was changed.`,
  );
