import { RegionStore, type FormerUnit, type Query, type StoredRegion, type WardArea } from '#region';
import {
  Junctions,
  loadGraph,
  RoadGraphTimes,
  RoadsInForce,
  type ByProfile,
  type RoadGraph,
  type TravelProfile,
} from '#roads';
import { pause } from '#steps';
import { TileMaker, type RoadLine } from '#tiles';
import { loadPlaces, type LoadedPlaces } from './load-places.js';

/** What is kept in memory of one version of the region in the database. */
export interface LoadedRegion extends LoadedPlaces {
  readonly region: StoredRegion;
  readonly roads: RoadsInForce;
  readonly junctions: Junctions;
  readonly times: RoadGraphTimes;
  readonly wards: readonly WardArea[];
  readonly formerUnits: readonly FormerUnit[];
  readonly tiles: TileMaker;
}

/** An import that ends during the reading is read anew; several in a row are nobody's work. */
const ATTEMPTS = 5;

/** Reads the region that is in the database, all of it of one version; null when there is none. */
export async function loadRegion(
  query: Query,
  now: () => Date,
  profiles: Readonly<ByProfile<TravelProfile>>,
): Promise<LoadedRegion | null> {
  for (let attempt = 1; ; attempt++) {
    const version = await findVersion(query);
    if (version === null) return null;
    const outcome = await readRegion(query, now, profiles).then(
      (loaded) => ({ loaded }),
      (failure: unknown) => ({ failure }),
    );
    const changed = (await findVersion(query)) !== version;
    if (!changed && 'loaded' in outcome) return outcome.loaded;
    // Pages of two versions do not fit together: what failed then is no fault.
    if (!changed || attempt === ATTEMPTS) throw 'failure' in outcome ? outcome.failure : new Error('Region in flux');
  }
}

/** The version that is in the database now. */
export async function findVersion(query: Query): Promise<number | null> {
  const [row] = await query<{ version: number }>('select max(version) as version from region');
  return row?.version ?? null;
}

async function readRegion(
  query: Query,
  now: () => Date,
  profiles: Readonly<ByProfile<TravelProfile>>,
): Promise<LoadedRegion | null> {
  const store = new RegionStore(query);
  const region = await store.findRegion();
  const graph = await loadGraph(query);
  if (!region || !graph) return null;
  await pause();
  const roads = await RoadsInForce.inSteps(graph, profiles);
  const times = new RoadGraphTimes(roads, now);
  const junctions = new Junctions(graph);
  const wards = await store.listWards();
  const formerUnits = await store.listFormerUnits();
  const lines = roadLinesOf(graph);
  await pause();
  const places = await loadPlaces(query, { wards, formerUnits, roads: lines });
  const tiles = await TileMaker.buildInSteps({ roads: lines, features: await store.listFeatures(), wards });
  return { region, roads, times, junctions, ...places, wards, formerUnits, tiles };
}

/** The stretches of road as the map draws them and places lie beside them. */
export function roadLinesOf(graph: RoadGraph): RoadLine[] {
  return Array.from({ length: graph.edgeCount }, (_, edge) => ({
    wayId: graph.wayId[edge]!,
    roadClass: graph.roadClass(edge),
    link: graph.isLink(edge),
    bridge: graph.isBridge(edge),
    name: graph.name(edge),
    ref: graph.ref(edge),
    line: graph.line(edge),
  }));
}
