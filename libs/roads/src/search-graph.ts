import type { NetworkTurn } from '#region';
import { groupByVertex, indexesOf, type Adjacency } from './adjacency.js';
import type { RoadGraph } from './graph.js';

/** Whom a turn is forbidden to, one bit each. */
export const FORBIDDEN_TO_CARS = 1;
export const FORBIDDEN_TO_MOTORBIKES = 2;

/**
 * The graph that is searched: the road graph with restricted junctions expanded. Where a restriction begins, the arc it
 * begins on gets an arrival vertex of its own, with copies of the arcs out of the junction, each knowing whom the turn
 * into it is forbidden to. A plain search over vertices is then exactly aware of turns, and grows by the restricted
 * junctions only, not by every pair of roads that meet.
 */
export interface SearchGraph {
  /** The vertices of the road graph come first, arrival vertices after them. */
  readonly vertexCount: number;
  /** By search arc: where it leads, which arc of the road graph it drives, and whom the turn into it is forbidden to. */
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  readonly roadArc: Int32Array;
  readonly forbiddenTo: Uint8Array;
  /** By arc of the road graph: the vertex it leads into, -1 when nobody may drive it. */
  readonly headOf: Int32Array;
  /** By arc of the road graph: the search arcs that drive it. */
  readonly copies: Adjacency;
  /** By search vertex: the junction of the road graph it stands for. */
  readonly junctionOf: Int32Array;
}

/** Expand the arcs that somebody may drive (`drivable` is 1) by the turn restrictions of the graph. */
export function expandTurns(graph: RoadGraph, drivable: Uint8Array): SearchGraph {
  const arcs = indexesOf(drivable);
  const restrictions = restrictionsByArc(graph, drivable);
  const out = groupByVertex(
    graph.vertexCount,
    arcs.map((arc) => graph.arcTail(arc)),
  );
  const { headOf, junctionOf } = placeArrivals(graph, arcs, restrictions);
  const arcCount = [...restrictions.keys()].reduce((count, arc) => {
    const junction = graph.arcHead(arc);
    return count + out.first[junction + 1]! - out.first[junction]!;
  }, arcs.length);
  const tails = new Int32Array(arcCount);
  const roadArc = new Int32Array(arcCount);
  const forbiddenTo = new Uint8Array(arcCount);
  roadArc.set(arcs);
  arcs.forEach((arc, i) => (tails[i] = graph.arcTail(arc)));
  let filled = arcs.length;
  for (const [arc, turns] of restrictions) {
    const junction = graph.arcHead(arc);
    for (let i = out.first[junction]!; i < out.first[junction + 1]!; i++) {
      const next = arcs[out.items[i]!]!;
      tails[filled] = headOf[arc]!;
      roadArc[filled] = next;
      forbiddenTo[filled++] = whomForbidden(turns, next >> 1);
    }
  }
  const heads = roadArc.map((arc) => headOf[arc]!);
  const copies = groupByVertex(drivable.length, roadArc);
  return { vertexCount: junctionOf.length, tails, heads, roadArc, forbiddenTo, headOf, copies, junctionOf };
}

/** Where each arc leads: the junction itself, or an arrival vertex of its own where a restriction begins on it. */
function placeArrivals(graph: RoadGraph, arcs: Int32Array, restrictions: ReadonlyMap<number, unknown>) {
  const headOf = new Int32Array(2 * graph.edgeCount).fill(-1);
  for (const arc of arcs) headOf[arc] = graph.arcHead(arc);
  const junctionOf = new Int32Array(graph.vertexCount + restrictions.size);
  for (let v = 0; v < graph.vertexCount; v++) junctionOf[v] = v;
  let next = graph.vertexCount;
  for (const arc of restrictions.keys()) {
    junctionOf[next] = graph.arcHead(arc);
    headOf[arc] = next++;
  }
  return { headOf, junctionOf };
}

/** The restrictions that begin on each arc: those of its edge at the vertex it leads into. */
function restrictionsByArc(graph: RoadGraph, drivable: Uint8Array): Map<number, NetworkTurn[]> {
  const found = new Map<number, NetworkTurn[]>();
  for (const turn of graph.turns) {
    for (const arc of [2 * turn.fromEdge, 2 * turn.fromEdge + 1]) {
      if (!drivable[arc] || graph.arcHead(arc) !== turn.viaVertex) continue;
      const known = found.get(arc);
      if (known) known.push(turn);
      else found.set(arc, [turn]);
    }
  }
  return found;
}

function whomForbidden(turns: readonly NetworkTurn[], toEdge: number): number {
  const forMotorbikes = turns.filter(({ motorbikeExempt }) => !motorbikeExempt);
  return (
    (isForbidden(turns, toEdge) ? FORBIDDEN_TO_CARS : 0) |
    (isForbidden(forMotorbikes, toEdge) ? FORBIDDEN_TO_MOTORBIKES : 0)
  );
}

/** A turn is forbidden by name, or because others are the only ones allowed. */
function isForbidden(turns: readonly NetworkTurn[], toEdge: number): boolean {
  const only = turns.filter(({ kind }) => kind === 'only');
  if (only.length > 0 && !only.some((turn) => turn.toEdge === toEdge)) return true;
  return turns.some((turn) => turn.kind === 'no' && turn.toEdge === toEdge);
}
