import { neighboursOf, type DirectedGraph } from './graph.js';
import { partBetween, piecesOf, type Part } from './part.js';
import { separate, type Positions } from './separator.js';

/** A part this small is ordered greedily; its neighbours fit into the bits of one integer. */
const SMALL = 24;

/**
 * The order in which to contract the vertices, least important first: nested dissection. What separates the graph into
 * two balanced halves comes last, before it what separates each half, and so on: ways between distant places then climb
 * only the separators around them. @returns every vertex once
 */
export function nestedDissectionOrder(graph: DirectedGraph, positions: Positions): Int32Array {
  const order = new Int32Array(graph.vertexCount);
  let filled = 0;
  const append = (vertices: Iterable<number>) => {
    for (const v of vertices) order[filled++] = v;
  };
  const renumber = new Int32Array(graph.vertexCount).fill(-1);
  const dissect = (part: Part): void => {
    const pieces = piecesOf(part);
    if (pieces.length > 1) {
      for (const piece of pieces) dissect(partBetween(part, piece, renumber));
    } else if (part.vertices.length <= SMALL) {
      append(leastNeighboursFirst(part));
    } else {
      const { left, right, separator } = separate(part, positions);
      dissect(partBetween(part, left, renumber));
      dissect(partBetween(part, right, renumber));
      append(separator.map((v) => part.vertices[v]!));
    }
  };
  const vertices = Int32Array.from({ length: graph.vertexCount }, (_, v) => v);
  dissect({ vertices, ...neighboursOf(graph) });
  return order;
}

/** Greedy: always the vertex with the fewest neighbours left, whose neighbours are then joined to each other. */
function leastNeighboursFirst({ vertices, first, heads }: Part): number[] {
  const count = vertices.length;
  const joined = new Int32Array(count);
  for (let v = 0; v < count; v++) for (let a = first[v]!; a < first[v + 1]!; a++) joined[v]! |= 1 << heads[a]!;
  const order: number[] = [];
  const left = new Set(vertices.keys());
  while (left.size > 0) {
    let next = -1;
    for (const v of left) if (next < 0 || bitsIn(joined[v]!) < bitsIn(joined[next]!)) next = v;
    left.delete(next);
    order.push(vertices[next]!);
    for (const v of left) {
      if (joined[next]! & (1 << v)) joined[v] = (joined[v]! | joined[next]!) & ~(1 << v) & ~(1 << next);
    }
  }
  return order;
}

function bitsIn(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
