import { RegionStore, type NetworkBarrier, type NetworkTurn, type Query } from '#region';
import { RoadGraph } from './graph.js';
import { readEdges } from './packed-edges.js';

/** The graph of the region's road network as stored, or null when no network was imported yet. */
export async function loadGraph(query: Query): Promise<RoadGraph | null> {
  const [size] = await query<{ edges: number; points: number }>(
    'select count(*)::int as edges, coalesce(sum(ST_NPoints(geom)), 0)::int as points from road_edge',
  );
  if (!size || size.edges === 0) return null;
  const graph = new RoadGraph(size.edges, size.points);
  await readEdges(query, (edge) => graph.add(edge));
  graph.turns = await query<NetworkTurn>(
    `select from_edge as "fromEdge", via_vertex as "viaVertex", to_edge as "toEdge", kind,
       motorbike_exempt as "motorbikeExempt" from road_turn order by id`,
  );
  graph.barriers = await query<NetworkBarrier>('select vertex, kind from road_barrier order by vertex');
  graph.order = await new RegionStore(query).findRoadOrder();
  return graph;
}
