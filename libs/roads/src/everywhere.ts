import { NO_WAY } from '#hierarchy';
import { groupByVertex, type Adjacency } from './adjacency.js';
import { FlatHeap } from './heap.js';
import { arcsOf, type Departure } from './search.js';
import type { SearchGraph } from './search-graph.js';
import type { WeighedRoads } from './weighed-roads.js';

/** A vehicle that could leave, and how long it takes to be on its way. */
export interface Readiness {
  readonly departure: Departure;
  readonly turnoutMs: number;
}

/** How soon the first of many vehicles could be anywhere: one Dijkstra from all of them at once. */
export class EverywhereSearch {
  private readonly out: Adjacency;
  private readonly heap: FlatHeap;

  constructor(private readonly search: SearchGraph) {
    this.out = groupByVertex(search.vertexCount, search.tails);
    this.heap = new FlatHeap(search.vertexCount);
  }

  /** Milliseconds to every junction of the road graph; NO_WAY where nobody can be. */
  soonest({ graph, weights, ends }: WeighedRoads, ready: readonly Readiness[]): Int32Array {
    const { search, out, heap } = this;
    const ms = new Int32Array(search.vertexCount).fill(NO_WAY);
    const reach = (vertex: number, at: number) => {
      if (vertex < 0 || at >= ms[vertex]!) return;
      ms[vertex] = at;
      heap.push(vertex, at);
    };
    heap.clear();
    for (const { departure, turnoutMs } of ready) {
      for (const arc of arcsOf(departure.edge)) reach(search.headOf[arc]!, turnoutMs + ends.leaveMs(arc, departure));
    }
    const settled = new Uint8Array(search.vertexCount);
    for (let v = heap.pop(); v >= 0; v = heap.pop()) {
      if (settled[v]) continue;
      settled[v] = 1;
      for (let i = out.first[v]!, end = out.first[v + 1]!; i < end; i++) {
        const arc = out.items[i]!;
        reach(search.heads[arc]!, ms[v]! + weights[arc]!);
      }
    }
    // Arrival vertices of restricted junctions stand at the same place as the junction.
    const soonest = new Int32Array(graph.vertexCount).fill(NO_WAY);
    for (let v = 0; v < ms.length; v++) {
      const junction = search.junctionOf[v]!;
      if (ms[v]! < soonest[junction]!) soonest[junction] = ms[v]!;
    }
    return soonest;
  }
}
