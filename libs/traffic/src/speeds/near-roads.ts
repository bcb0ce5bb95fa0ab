import {
  alongArc,
  arcCosts,
  arcsOf,
  FlatHeap,
  groupByVertex,
  NO_WAY,
  type OnRoad,
  type RoadGraph,
  type TravelProfile,
} from '#roads';

/** A part of an arc that was driven, `from` to `to` as shares of the arc in driving direction. */
export interface Stretch {
  readonly arc: number;
  readonly from: number;
  readonly to: number;
}
export interface ShortDrive {
  readonly metres: number;
  readonly stretches: readonly Stretch[];
}

/**
 * Shortest ways by metres between points that lie near each other: what map matching asks a thousand times for every
 * drive. Turn restrictions are not looked at, because a vehicle with sirens passes them. Not re-entrant.
 */
export class NearRoads {
  /** Milliseconds of every arc at usual speed; NO_WAY where the profile may not drive. */
  readonly usualMs: Float64Array;
  private readonly firstOut: Int32Array;
  private readonly outArcs: Int32Array;
  private readonly metres: Float64Array;
  /** The arc a vertex was reached by; its complement (below 0) when the search started on that arc. */
  private readonly via: Int32Array;
  private readonly seenIn: Int32Array;
  private readonly heap: FlatHeap;
  private search = 0;
  private start: OnRoad = { edge: 0, fraction: 0 };

  constructor(
    readonly graph: RoadGraph,
    profile: TravelProfile,
  ) {
    this.usualMs = arcCosts(graph, profile).driveMs;
    const arcs = Int32Array.from({ length: 2 * graph.edgeCount }, (_, arc) => arc).filter((arc) => this.isOpen(arc));
    const { first, items } = groupByVertex(
      graph.vertexCount,
      arcs.map((arc) => graph.arcTail(arc)),
    );
    this.firstOut = first;
    this.outArcs = items.map((i) => arcs[i]!);
    this.metres = new Float64Array(graph.vertexCount);
    this.via = new Int32Array(graph.vertexCount);
    this.seenIn = new Int32Array(graph.vertexCount);
    this.heap = new FlatHeap(graph.vertexCount);
  }

  /** Searches everything within `limitMetres` of a point on the road; {@link findDriveTo} then tells the ways. */
  searchFrom(start: OnRoad, limitMetres: number): void {
    const { graph, metres, heap } = this;
    this.start = start;
    this.search++;
    heap.clear();
    for (const arc of arcsOf(start.edge)) {
      const ahead = graph.lengthMetres[start.edge]! * (1 - alongArc(arc, start.fraction));
      if (this.isOpen(arc)) this.reach(arc, ahead, ~arc);
    }
    for (let v = heap.pop(); v >= 0; v = heap.pop()) {
      const reached = metres[v]!;
      if (reached > limitMetres) return;
      for (let i = this.firstOut[v]!, end = this.firstOut[v + 1]!; i < end; i++) {
        const arc = this.outArcs[i]!;
        this.reach(arc, reached + graph.lengthMetres[arc >> 1]!);
      }
    }
  }

  /** The shortest drive from the point last searched from, or null beyond its limit. */
  findDriveTo(place: OnRoad): ShortDrive | null {
    const { graph, start } = this;
    const length = graph.lengthMetres[place.edge]!;
    let best: ShortDrive | null = null;
    for (const arc of arcsOf(place.edge)) {
      if (!this.isOpen(arc)) continue;
      const to = alongArc(arc, place.fraction);
      const from = alongArc(arc, start.fraction);
      if (place.edge === start.edge && to >= from) {
        const metres = (to - from) * length;
        if (!best || metres < best.metres) best = { metres, stretches: [{ arc, from, to }] };
      }
      const tail = graph.arcTail(arc);
      const metres = this.seenIn[tail] === this.search ? this.metres[tail]! + to * length : Infinity;
      if (metres < (best?.metres ?? Infinity)) {
        best = { metres, stretches: [...this.stretchesTo(tail), { arc, from: 0, to }] };
      }
    }
    return best;
  }

  private reach(arc: number, metres: number, via = arc): void {
    const head = this.graph.arcHead(arc);
    if (this.seenIn[head] === this.search && this.metres[head]! <= metres) return;
    this.seenIn[head] = this.search;
    this.metres[head] = metres;
    this.via[head] = via;
    this.heap.push(head, metres);
  }

  private stretchesTo(vertex: number): Stretch[] {
    const stretches: Stretch[] = [];
    let via = this.via[vertex]!;
    for (; via >= 0; via = this.via[this.graph.arcTail(via)]!) stretches.push({ arc: via, from: 0, to: 1 });
    stretches.push({ arc: ~via, from: alongArc(~via, this.start.fraction), to: 1 });
    return stretches.reverse();
  }

  private isOpen(arc: number): boolean {
    return this.usualMs[arc]! < NO_WAY;
  }
}
