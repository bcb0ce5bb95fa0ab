import { lineFromWkb } from '#geo';
import { RegionStore, type NetworkBarrier, type NetworkTurn, type Query, type RoadAccess } from '#region';
import { RoadGraph, type GraphEdge } from './graph.js';

/** Small pages leave little behind in memory, and keep the server answering between two of them. */
const PAGE_EDGES = 2_000;

type EdgeRow = Omit<GraphEdge, 'line' | 'admits'> & RoadAccess & { readonly id: number; readonly wkb: Buffer };

/** The graph of the region's road network as stored, or null when no network was imported yet. */
export async function loadGraph(query: Query): Promise<RoadGraph | null> {
  const [size] = await query<{ edges: number; points: number }>(
    'select count(*)::int as edges, coalesce(sum(ST_NPoints(geom)), 0)::int as points from road_edge',
  );
  if (!size || size.edges === 0) return null;
  const graph = new RoadGraph(size.edges, size.points);
  for (let from = -1; ;) {
    const page = await query<EdgeRow>(
      `select id, way_id::float8 as "wayId", source, target, length_metres as "lengthMetres", road_class as "roadClass",
         link, roundabout, bridge, direction, max_speed_kmh as "maxSpeedKmh", width_metres as "widthMetres",
         admits_car as car, admits_motorbike as motorbike, admits_emergency as emergency, name, ref,
         ST_AsBinary(geom, 'NDR') as wkb
       from road_edge where id > $1 order by id limit ${PAGE_EDGES}`,
      [from],
    );
    for (const { wkb, car, motorbike, emergency, ...edge } of page) {
      graph.add({ ...edge, admits: { car, motorbike, emergency }, line: lineFromWkb(wkb) });
    }
    if (page.length < PAGE_EDGES) break;
    from = page[page.length - 1]!.id;
  }
  graph.turns = await query<NetworkTurn>(
    `select from_edge as "fromEdge", via_vertex as "viaVertex", to_edge as "toEdge", kind,
       motorbike_exempt as "motorbikeExempt" from road_turn order by id`,
  );
  graph.barriers = await query<NetworkBarrier>('select vertex, kind from road_barrier order by vertex');
  graph.order = await new RegionStore(query).findRoadOrder();
  return graph;
}
