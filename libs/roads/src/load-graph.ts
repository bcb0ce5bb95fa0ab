import { lineFromWkb } from '#geo';
import type { Query } from '#region';
import { RoadGraph, type GraphEdge } from './graph.js';

const PAGE_EDGES = 20_000;

/** The graph of the region's road network as stored, or null when no network was imported yet. */
export async function loadGraph(query: Query): Promise<RoadGraph | null> {
  const edges: GraphEdge[] = [];
  for (let from = -1; ;) {
    // Pages keep the server answering between two parts of a large network.
    const page = await query<Omit<GraphEdge, 'line'> & { id: number; line: Buffer }>(
      `select id, source, target, cost as "forwardSeconds", reverse_cost as "backwardSeconds",
         length_metres as "lengthMetres", road_class as "roadClass", name, ST_AsBinary(geom, 'NDR') as line
       from road_edge where id > $1 order by id limit ${PAGE_EDGES}`,
      [from],
    );
    for (const { line, ...edge } of page) edges.push({ ...edge, line: lineFromWkb(line) });
    if (page.length < PAGE_EDGES) return edges.length > 0 ? new RoadGraph(edges) : null;
    from = page[page.length - 1]!.id;
  }
}
