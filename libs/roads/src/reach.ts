import { NO_WAY } from '#hierarchy';
import { indexesOf } from './adjacency.js';
import type { ArcCosts } from './arc-costs.js';
import { strongComponents } from './components.js';
import type { RoadGraph } from './graph.js';
import { arcsOf } from './search.js';
import type { SearchGraph } from './search-graph.js';

/**
 * The edges (1 each) on which a vehicle of a profile may be found and which it can reach: those that lead into and out
 * of the largest part of the network in which, under the weights given, it can drive from everywhere to everywhere.
 * Ferries are left out: nobody is found on the water.
 */
export function edgesInReach(
  graph: RoadGraph,
  search: SearchGraph,
  { driveMs, endMs }: ArcCosts,
  weights: Int32Array,
): Uint8Array {
  const open = indexesOf(Uint8Array.from(weights, (ms) => (ms < NO_WAY ? 1 : 0)));
  const component = strongComponents(
    search.vertexCount,
    open.map((arc) => search.tails[arc]!),
    open.map((arc) => search.heads[arc]!),
  );
  const inside = largestOf(component);
  const isInside = (vertex: number) => component[vertex] === inside;
  return Uint8Array.from({ length: graph.edgeCount }, (_, edge) => {
    if (graph.isFerry(edge)) return 0;
    const driven = arcsOf(edge).filter((arc) => driveMs[arc]! < NO_WAY);
    const canReach = driven.some((arc) => isInside(graph.arcTail(arc)));
    const canLeave = driven.some((arc) => endMs[arc]! < NO_WAY && isInside(search.headOf[arc]!));
    return canReach && canLeave ? 1 : 0;
  });
}

function largestOf(component: Int32Array): number {
  const size = new Map<number, number>();
  let largest = -1;
  for (const id of component) {
    size.set(id, (size.get(id) ?? 0) + 1);
    if (largest < 0 || size.get(id)! > size.get(largest)!) largest = id;
  }
  return largest;
}
