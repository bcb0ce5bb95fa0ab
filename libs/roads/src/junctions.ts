import type { LngLat } from '#contracts';
import { bearingDegrees, lineLengthMetres, pointAlong } from '#geo';
import { groupByVertex, type Adjacency } from './adjacency.js';
import type { RoadGraph } from './graph.js';

/** A bend right at the junction says little about where a road leads: directions are taken over this length. */
const DIRECTION_METRES = 15;

/** What meets where, and in which directions: what turn instructions are made of. */
export class Junctions {
  /** By vertex, the arcs that leave it with the traffic. */
  private readonly leaving: Adjacency;
  private readonly arcs: Int32Array;

  constructor(private readonly graph: RoadGraph) {
    const arcs: number[] = [];
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      arcs.push(2 * edge);
      if (!graph.isOneWay(edge)) arcs.push(2 * edge + 1);
    }
    this.arcs = Int32Array.from(arcs);
    this.leaving = groupByVertex(
      graph.vertexCount,
      this.arcs.map((arc) => graph.arcTail(arc)),
    );
  }

  /** The ways on from the end of an arc, but for turning round on it. */
  onwardFrom(arc: number): number[] {
    const vertex = this.graph.arcHead(arc);
    const { first, items } = this.leaving;
    return [...items.subarray(first[vertex]!, first[vertex + 1]!)]
      .map((i) => this.arcs[i]!)
      .filter((onward) => onward >> 1 !== arc >> 1);
  }

  /** By how much one turns from the end of one arc into another: degrees, left negative, -180 < x <= 180. */
  turnDegrees(from: number, into: number): number {
    const arriving = this.line(from).reverse();
    const back = bearingDegrees(
      pointAlong(arriving, Math.min(DIRECTION_METRES, lineLengthMetres(arriving))),
      arriving[0]!,
    );
    const leaving = this.line(into);
    const onward = bearingDegrees(leaving[0]!, pointAlong(leaving, DIRECTION_METRES));
    return normalDegrees(onward - back);
  }

  private line(arc: number): LngLat[] {
    const line = this.graph.line(arc >> 1);
    return arc & 1 ? line.reverse() : line;
  }
}

/** The same angle within -180 < x <= 180. */
export function normalDegrees(degrees: number): number {
  const within = ((degrees % 360) + 360) % 360;
  return within > 180 ? within - 360 : within;
}
