import { groupByVertex, type Adjacency } from './adjacency.js';
import { NO_WAY } from '#hierarchy';
import { FlatHeap } from './heap.js';
import { alongArc, arcsOf, type Departure, type OnRoad, type RoadSearch } from './search.js';
import type { WeighedRoads } from './weighed-roads.js';

/** How one departure begins: on which arc, and (when the place is ahead on the same arc) without leaving it. */
interface Start {
  readonly ms: number;
  readonly metres: number;
  readonly arc: number;
  readonly direct: boolean;
}

const UNREACHED = -1;

/**
 * Exact one-to-many by Dijkstra run backward from the place until the ends of every departure's edge are settled. Plain
 * and slow: the oracle that the hierarchy is held against. Not re-entrant: the arrays are reused.
 */
export class DijkstraSearch implements RoadSearch {
  private readonly into: Adjacency;
  private readonly ms: Int32Array;
  private readonly metres: Float64Array;
  /** The search arc to follow from a vertex towards the place. */
  private readonly via: Int32Array;
  /** 1 when `via` is the arc on which the place lies. */
  private readonly atPlace: Uint8Array;
  private readonly settled: Uint8Array;
  private readonly wanted: Uint8Array;
  private readonly heap: FlatHeap;

  constructor(private readonly roads: WeighedRoads) {
    const { vertexCount, heads } = roads.search;
    this.into = groupByVertex(vertexCount, heads);
    this.ms = new Int32Array(vertexCount);
    this.metres = new Float64Array(vertexCount);
    this.via = new Int32Array(vertexCount);
    this.atPlace = new Uint8Array(vertexCount);
    this.settled = new Uint8Array(vertexCount);
    this.wanted = new Uint8Array(vertexCount);
    this.heap = new FlatHeap(vertexCount);
  }

  toPlace(departures: readonly Departure[], place: OnRoad, ms: Int32Array, metres: Float32Array): void {
    this.searchFrom(place, departures);
    departures.forEach((departure, i) => {
      const start = this.findStart(departure, place);
      ms[i] = start?.ms ?? NO_WAY;
      metres[i] = start?.metres ?? 0;
    });
  }

  findArcs(departure: Departure, place: OnRoad): number[] | null {
    this.searchFrom(place, [departure]);
    const start = this.findStart(departure, place);
    if (!start) return null;
    const { roadArc, headOf, heads } = this.roads.search;
    const arcs = [start.arc];
    if (start.direct) return arcs;
    for (let v = headOf[start.arc]!; ; v = heads[this.via[v]!]!) {
      arcs.push(roadArc[this.via[v]!]!);
      if (this.atPlace[v]) return arcs;
    }
  }

  private searchFrom(place: OnRoad, departures: readonly Departure[]): void {
    const { ms, metres, via, atPlace, settled, wanted, heap, into } = this;
    const { graph, search, weights } = this.roads;
    const { tails, roadArc } = search;
    ms.fill(NO_WAY);
    via.fill(UNREACHED);
    atPlace.fill(0);
    settled.fill(0);
    heap.clear();
    let waiting = this.markWanted(departures);
    for (const arc of arcsOf(place.edge)) this.reachPlaceBy(arc, place);
    for (let v = heap.pop(); v >= 0 && waiting > 0; v = heap.pop()) {
      if (settled[v]) continue;
      settled[v] = 1;
      waiting -= wanted[v]!;
      for (let i = into.first[v]!, end = into.first[v + 1]!; i < end; i++) {
        const arc = into.items[i]!;
        const tail = tails[arc]!;
        const total = ms[v]! + weights[arc]!;
        if (total >= ms[tail]!) continue;
        ms[tail] = total;
        metres[tail] = metres[v]! + graph.lengthMetres[roadArc[arc]! >> 1]!;
        via[tail] = arc;
        atPlace[tail] = 0;
        heap.push(tail, total);
      }
    }
  }

  /** Mark the vertices whose travel time is asked for; returns how many. */
  private markWanted(departures: readonly Departure[]): number {
    const { wanted } = this;
    const { headOf } = this.roads.search;
    wanted.fill(0);
    let count = 0;
    for (const { edge } of departures) {
      for (const arc of arcsOf(edge)) {
        const head = headOf[arc]!;
        if (head < 0 || wanted[head]) continue;
        wanted[head] = 1;
        count++;
      }
    }
    return count;
  }

  /** The place can be reached from every tail of this arc by driving the part of it before the place. */
  private reachPlaceBy(arc: number, place: OnRoad): void {
    const { graph, search, ends } = this.roads;
    for (const copy of search.copies.items.subarray(search.copies.first[arc]!, search.copies.first[arc + 1]!)) {
      const total = ends.reachMs(copy, place);
      const tail = search.tails[copy]!;
      if (total >= this.ms[tail]!) continue;
      this.ms[tail] = total;
      this.metres[tail] = graph.lengthMetres[place.edge]! * alongArc(arc, place.fraction);
      this.via[tail] = copy;
      this.atPlace[tail] = 1;
      this.heap.push(tail, total);
    }
  }

  /** The best of: along or against the edge to its end and on, or straight to a place ahead on the same edge. */
  private findStart(departure: Departure, place: OnRoad): Start | null {
    const { graph, search, ends } = this.roads;
    const length = graph.lengthMetres[departure.edge]!;
    let best: Start | null = null;
    const offer = (start: Start) => {
      if (start.ms < (best?.ms ?? NO_WAY)) best = start;
    };
    for (const arc of arcsOf(departure.edge)) {
      const head = search.headOf[arc]!;
      const from = alongArc(arc, departure.fraction);
      if (head >= 0 && this.settled[head]) {
        const ms = ends.leaveMs(arc, departure) + this.ms[head]!;
        offer({ arc, direct: false, ms, metres: length * (1 - from) + this.metres[head]! });
      }
      if (place.edge !== departure.edge) continue;
      const ahead = alongArc(arc, place.fraction) - from;
      offer({ arc, direct: true, ms: ends.directMs(arc, departure, place), metres: length * ahead });
    }
    return best;
  }
}
