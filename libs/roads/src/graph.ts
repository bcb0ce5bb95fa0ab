import type { LngLat } from '#contracts';
import type { RoadEdge } from '#region';
import { groupByVertex } from './adjacency.js';

/** What the search needs of an edge; a row of the network and of the database both have it. */
export type GraphEdge = Pick<
  RoadEdge,
  'source' | 'target' | 'forwardSeconds' | 'backwardSeconds' | 'lengthMetres' | 'roadClass' | 'name' | 'line'
>;

/**
 * The road network in flat typed arrays. An arc is an edge in one driving direction: `2 * edge` along its line,
 * `2 * edge + 1` against it. Arcs are stored in the order of the vertex they lead into, because every question is
 * asked backward from one place to many vehicles.
 */
export class RoadGraph {
  readonly vertexCount: number;
  readonly edgeCount: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Seconds by edge, along and against its line; -1 where nobody may drive. */
  readonly forwardSeconds: Float64Array;
  readonly backwardSeconds: Float64Array;
  readonly lengthMetres: Float64Array;
  readonly names: readonly (string | null)[];
  /** 1 for a ferry: driven over, but nobody is found on it. */
  readonly isFerry: Uint8Array;
  /** Arcs into vertex `v`: positions `firstInto[v]` to `firstInto[v + 1] - 1` of the `into…` arrays. */
  readonly firstInto: Int32Array;
  readonly intoArc: Int32Array;
  readonly intoTail: Int32Array;
  readonly intoSeconds: Float64Array;
  readonly intoMetres: Float64Array;
  /** Points of edge `e`'s line: pairs `firstPoint[e]` to `firstPoint[e + 1] - 1` of `points`. */
  readonly firstPoint: Int32Array;
  readonly points: Float64Array;

  constructor(edges: readonly GraphEdge[]) {
    this.edgeCount = edges.length;
    this.source = Int32Array.from(edges, (edge) => edge.source);
    this.target = Int32Array.from(edges, (edge) => edge.target);
    this.forwardSeconds = Float64Array.from(edges, (edge) => edge.forwardSeconds);
    this.backwardSeconds = Float64Array.from(edges, (edge) => edge.backwardSeconds);
    this.lengthMetres = Float64Array.from(edges, (edge) => edge.lengthMetres);
    this.isFerry = Uint8Array.from(edges, (edge) => (edge.roadClass === 'ferry' ? 1 : 0));
    this.names = edges.map((edge) => edge.name);
    this.vertexCount = edges.reduce((max, { source, target }) => Math.max(max, source, target), -1) + 1;

    this.firstPoint = new Int32Array(edges.length + 1);
    edges.forEach((edge, e) => (this.firstPoint[e + 1] = this.firstPoint[e]! + edge.line.length));
    this.points = new Float64Array(2 * this.firstPoint[edges.length]!);
    let next = 0;
    for (const { line } of edges) {
      for (const [lng, lat] of line) {
        this.points[next++] = lng;
        this.points[next++] = lat;
      }
    }

    const arcs: number[] = [];
    for (let e = 0; e < edges.length; e++) {
      if (this.forwardSeconds[e]! >= 0) arcs.push(2 * e);
      if (this.backwardSeconds[e]! >= 0) arcs.push(2 * e + 1);
    }
    const heads = Int32Array.from(arcs, (arc) => this.arcHead(arc));
    const { first, items } = groupByVertex(this.vertexCount, heads);
    this.firstInto = first;
    this.intoArc = items.map((i) => arcs[i]!);
    this.intoTail = this.intoArc.map((arc) => this.arcTail(arc));
    this.intoSeconds = Float64Array.from(this.intoArc, (arc) => this.arcSeconds(arc));
    this.intoMetres = Float64Array.from(this.intoArc, (arc) => this.lengthMetres[arc >> 1]!);
  }

  get arcCount(): number {
    return this.intoArc.length;
  }

  arcHead(arc: number): number {
    return arc & 1 ? this.source[arc >> 1]! : this.target[arc >> 1]!;
  }

  arcTail(arc: number): number {
    return arc & 1 ? this.target[arc >> 1]! : this.source[arc >> 1]!;
  }

  /** Seconds to drive the whole arc; -1 where nobody may. */
  arcSeconds(arc: number): number {
    return arc & 1 ? this.backwardSeconds[arc >> 1]! : this.forwardSeconds[arc >> 1]!;
  }

  point(index: number): LngLat {
    return [this.points[2 * index]!, this.points[2 * index + 1]!];
  }

  line(edge: number): LngLat[] {
    const line: LngLat[] = [];
    for (let i = this.firstPoint[edge]!; i < this.firstPoint[edge + 1]!; i++) line.push(this.point(i));
    return line;
  }
}
