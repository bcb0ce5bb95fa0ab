import { neighboursOf, type DirectedGraph } from './graph.js';
import { sharedInts } from './shared-memory.js';

/**
 * The part of a customizable contraction hierarchy that does not depend on weights (Dibbelt, Strasser, Wagner 2016:
 * "Customizable Contraction Hierarchies"). Vertices are numbered by rank, the order of contraction; every edge of the
 * chordal completion is kept once, at its lower end, and called a link. The arrays are shared memory, so that a worker
 * can customise without copying.
 */
export interface Hierarchy {
  readonly vertexCount: number;
  /** Rank by vertex. */
  readonly rank: Int32Array;
  /** Links of rank `r` upward: `upper[firstUp[r]]` to `upper[firstUp[r + 1] - 1]`, ascending ranks. */
  readonly firstUp: Int32Array;
  readonly upper: Int32Array;
  /** The lower end of every link. */
  readonly lower: Int32Array;
  /** Links into rank `r` from below: `linksInto[firstInto[r]]` to `linksInto[firstInto[r + 1] - 1]`. */
  readonly firstInto: Int32Array;
  readonly linksInto: Int32Array;
  /** The elimination tree: the lowest upper neighbour of every rank, -1 at a root. */
  readonly parent: Int32Array;
  /** By arc of the graph: its link, -1 for a loop; and 1 when the arc leads up. */
  readonly linkOf: Int32Array;
  readonly leadsUp: Uint8Array;
}

/** Contract the vertices of a graph in the order given (least important first). */
export function buildHierarchy(graph: DirectedGraph, order: Int32Array): Hierarchy {
  const { vertexCount } = graph;
  const rank = sharedInts(vertexCount);
  order.forEach((v, r) => (rank[v] = r));
  const { firstUp, upper, parent } = chordalCompletion(graph, order, rank);
  const lower = sharedInts(upper.length);
  for (let r = 0; r < vertexCount; r++) lower.fill(r, firstUp[r]!, firstUp[r + 1]!);
  const firstInto = sharedInts(vertexCount + 1);
  for (const r of upper) firstInto[r + 1]!++;
  for (let r = 0; r < vertexCount; r++) firstInto[r + 1]! += firstInto[r]!;
  const next = firstInto.slice();
  const linksInto = sharedInts(upper.length);
  upper.forEach((r, link) => (linksInto[next[r]!++] = link));
  return {
    vertexCount,
    rank,
    firstUp,
    upper,
    lower,
    firstInto,
    linksInto,
    parent,
    ...placeArcs(graph, rank, firstUp, upper),
  };
}

/**
 * The upper neighbours of every rank after contraction: those in the graph, and those of every child in the elimination
 * tree (a child's upper neighbours beyond its parent become the parent's).
 */
function chordalCompletion(graph: DirectedGraph, order: Int32Array, rank: Int32Array) {
  const { vertexCount } = graph;
  const neighbours = neighboursOf(graph);
  const firstUp = sharedInts(vertexCount + 1);
  const parent = sharedInts(vertexCount).fill(-1);
  const firstChild = new Int32Array(vertexCount).fill(-1);
  const nextSibling = new Int32Array(vertexCount).fill(-1);
  const seenBy = new Int32Array(vertexCount).fill(-1);
  let upper = new Int32Array(2 * neighbours.heads.length + vertexCount);
  let count = 0;
  for (let r = 0; r < vertexCount; r++) {
    if (count + vertexCount > upper.length) upper = enlarged(upper);
    const meet = (other: number) => {
      if (other <= r || seenBy[other] === r) return;
      seenBy[other] = r;
      upper[count++] = other;
    };
    const v = order[r]!;
    for (let i = neighbours.first[v]!; i < neighbours.first[v + 1]!; i++) meet(rank[neighbours.heads[i]!]!);
    for (let child = firstChild[r]!; child >= 0; child = nextSibling[child]!) {
      for (let link = firstUp[child]!; link < firstUp[child + 1]!; link++) meet(upper[link]!);
    }
    firstUp[r + 1] = count;
    if (count === firstUp[r]) continue;
    const lowest = upper.subarray(firstUp[r]!, count).sort()[0]!;
    parent[r] = lowest;
    nextSibling[r] = firstChild[lowest]!;
    firstChild[lowest] = r;
  }
  const kept = sharedInts(count);
  kept.set(upper.subarray(0, count));
  return { firstUp, upper: kept, parent };
}

function enlarged(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

function placeArcs({ tails, heads }: DirectedGraph, rank: Int32Array, firstUp: Int32Array, upper: Int32Array) {
  const linkOf = sharedInts(tails.length).fill(-1);
  const leadsUp = new Uint8Array(new SharedArrayBuffer(tails.length));
  for (let arc = 0; arc < tails.length; arc++) {
    const [from, to] = [rank[tails[arc]!]!, rank[heads[arc]!]!];
    if (from === to) continue;
    leadsUp[arc] = from < to ? 1 : 0;
    linkOf[arc] = findLink(firstUp, upper, Math.min(from, to), Math.max(from, to));
  }
  return { linkOf, leadsUp };
}

/** The link between two ranks, which must exist: binary search among those of the lower. */
export function findLink(firstUp: Int32Array, upper: Int32Array, lowerRank: number, upperRank: number): number {
  let low = firstUp[lowerRank]!;
  let high = firstUp[lowerRank + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upper[middle]! < upperRank) low = middle + 1;
    else high = middle;
  }
  return low;
}
