import { basename } from 'node:path';
import type { LngLat } from '#contracts';
import { boundsOf, isWithin, lineLengthMetres, pointAlong, type Bounds } from '#geo';
import type { NamedPlace, RegionData, RoadWay, WardArea } from '#region';
import { OsmCollection } from './collection.js';
import { boundaryFeatures, readFeatures, wardsNear } from './features.js';
import { findJunctions } from './junctions.js';
import { refuse } from './osm.js';
import { readElements, type Progress } from './osm-file.js';
import { findStreets } from './streets.js';

export interface ReadOptions {
  readonly name?: string;
  /** Only what lies in this box. */
  readonly within?: Bounds | null;
  readonly wards?: readonly WardArea[];
  readonly progress?: Progress;
}

const ATTRIBUTION = '© OpenStreetMap contributors (ODbL)';

/** A region from an OpenStreetMap file; throws ImportRefused, with the reason in words, when it holds no usable one. */
export async function readOsm(
  file: string,
  { name, within = null, wards = [], progress = () => undefined }: ReadOptions = {},
): Promise<RegionData> {
  const collection = new OsmCollection();
  for await (const batch of readElements(file, 'ways', progress)) collection.addWaysAndRelations(batch);
  collection.settle();
  if (collection.roads.length === 0) throw noRoads(file);
  for await (const batch of readElements(file, 'nodes', progress)) collection.addNodes(batch);

  const roads = readRoads(collection, within);
  if (roads.ways.length === 0) throw noRoads(file);
  const wardsHere = wardsNear(wards, boundsOf(roads.nodes));
  const { features, landmarks } = readFeatures(collection, within);
  return {
    name: name ?? basename(file).replace(/\.(osm|pbf|gz|xml)/g, ''),
    demonstration: false,
    attribution: ATTRIBUTION,
    ...roads,
    turns: [],
    barriers: [],
    features: [...features, ...boundaryFeatures(wardsHere)],
    places: [...findStreets(roads), ...findJunctions(roads), ...findBridges(roads), ...landmarks],
    wards: wardsHere,
    formerUnits: [],
    directory: null,
  };
}

const noRoads = (file: string) =>
  refuse(
    `Tệp ${file} không có đường cho xe cứu thương trong vùng này. Không có gì thay đổi.`,
    `The file ${file} has no road for an ambulance in this area. Nothing was changed.`,
  );

/** Roads with their nodes numbered; a road that leaves the file or the box is cut there, and may come back. */
function readRoads(collection: OsmCollection, within: Bounds | null): Pick<RegionData, 'nodes' | 'ways'> {
  const nodes: LngLat[] = [];
  const ways: RoadWay[] = [];
  const numbers = new Map<number, number>();
  const findNumber = (ref: number): number | null => {
    const known = numbers.get(ref);
    if (known !== undefined) return known;
    const position = collection.findPosition(ref);
    if (!position || (within && !isWithin(within, position))) return null;
    numbers.set(ref, nodes.length);
    return nodes.push(position) - 1;
  };
  for (const { id, facts, refs } of collection.roads) {
    const { reversed: _, ...road } = facts;
    let run: number[] = [];
    const finish = () => {
      if (run.length > 1) ways.push({ wayId: id, ...road, nodes: run });
      run = [];
    };
    for (const ref of refs) {
      const number = findNumber(ref);
      if (number === null) finish();
      else run.push(number);
    }
    finish();
  }
  return { nodes, ways };
}

/** Named bridges: people say `cầu Sài Gòn` when they do not know the street. */
function findBridges({ nodes, ways }: Pick<RegionData, 'nodes' | 'ways'>): NamedPlace[] {
  const byName = new Map<string, NamedPlace>();
  for (const { bridge, name, nodes: path } of ways) {
    if (!bridge || !name || !/^cầu\s/iu.test(name) || byName.has(name)) continue;
    const line = path.map((i) => nodes[i]!);
    const position = pointAlong(line, lineLengthMetres(line) / 2);
    byName.set(name, { kind: 'bridge', name, aliases: [], position });
  }
  return [...byName.values()];
}
