import { lineFromWkb } from '#geo';
import { PlaceIndex } from '#places';
import { RegionStore, type Query, type StoredRegion, type WardArea } from '#region';
import { Junctions, loadGraph, RoadGraphTimes, RoadsInForce } from '#roads';
import { TileMaker, type RoadLine } from '#tiles';

/** What is kept in memory of one version of the region in the database. */
export interface LoadedRegion {
  readonly region: StoredRegion;
  readonly roads: RoadsInForce;
  readonly junctions: Junctions;
  readonly times: RoadGraphTimes;
  readonly places: PlaceIndex;
  readonly wards: readonly WardArea[];
  readonly tiles: TileMaker;
}

/** Reads the region that is in the database; null when there is none. */
export async function loadRegion(query: Query, now: () => Date): Promise<LoadedRegion | null> {
  const store = new RegionStore(query);
  const region = await store.findRegion();
  const graph = await loadGraph(query);
  if (!region || !graph) return null;
  const wards = await store.listWards();
  const lines = await listRoadLines(query);
  const roads = new RoadsInForce(graph);
  return {
    region,
    roads,
    junctions: new Junctions(graph),
    times: new RoadGraphTimes(roads, now),
    places: PlaceIndex.build(await store.listPlaces(), wards, lines),
    wards,
    tiles: TileMaker.build({ roads: lines, features: await store.listFeatures(), wards }),
  };
}

async function listRoadLines(query: Query): Promise<RoadLine[]> {
  const rows = await query<Omit<RoadLine, 'line'> & { line: Buffer }>(
    `select way_id::float8 as "wayId", road_class as "roadClass", link, bridge, name, ref,
       ST_AsBinary(geom, 'NDR') as line from road_edge order by id`,
  );
  return rows.map(({ line, ...road }) => ({ ...road, line: lineFromWkb(line) }));
}
