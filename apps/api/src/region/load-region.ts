import { lineFromWkb } from '#geo';
import { RegionStore, type FormerUnit, type Query, type StoredRegion, type WardArea } from '#region';
import { Junctions, loadGraph, RoadGraphTimes, RoadsInForce, type ByProfile, type TravelProfile } from '#roads';
import { TileMaker, type RoadLine } from '#tiles';
import { loadPlaces, type LoadedPlaces } from './load-places.js';

/** What is kept in memory of one version of the region in the database. */
export interface LoadedRegion extends LoadedPlaces {
  readonly region: StoredRegion;
  readonly roads: RoadsInForce;
  readonly junctions: Junctions;
  readonly times: RoadGraphTimes;
  readonly roadLines: readonly RoadLine[];
  readonly wards: readonly WardArea[];
  readonly formerUnits: readonly FormerUnit[];
  readonly tiles: TileMaker;
}

const PAGE_EDGES = 4_000;
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

/** Lets whoever waits for an answer have one. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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
  const roads = await RoadsInForce.inSteps(graph, profiles, pause);
  const times = new RoadGraphTimes(roads, now);
  const junctions = new Junctions(graph);
  const wards = await store.listWards();
  const formerUnits = await store.listFormerUnits();
  const roadLines = await listRoadLines(query);
  const places = await loadPlaces(query, { wards, formerUnits, roads: roadLines });
  const tiles = await TileMaker.buildInSteps({ roads: roadLines, features: await store.listFeatures(), wards }, pause);
  return { region, roads, times, junctions, ...places, wards, formerUnits, roadLines, tiles };
}

/** In pages: a whole city in one answer would stop both this process and the embedded database for too long. */
async function listRoadLines(query: Query): Promise<RoadLine[]> {
  const lines: RoadLine[] = [];
  for (let from = -1; ;) {
    const page = await query<Omit<RoadLine, 'line'> & { id: number; line: Buffer }>(
      `select id, way_id::float8 as "wayId", road_class as "roadClass", link, bridge, name, ref,
         ST_AsBinary(geom, 'NDR') as line from road_edge where id > $1 order by id limit ${PAGE_EDGES}`,
      [from],
    );
    for (const { id, line, ...road } of page) {
      lines.push({ ...road, line: lineFromWkb(line) });
      from = id;
    }
    if (page.length < PAGE_EDGES) return lines;
  }
}
