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
  const above: Int32Array[] = [];
  const parent = sharedInts(vertexCount).fill(-1);
  const firstChild = new Int32Array(vertexCount).fill(-1);
  const nextSibling = new Int32Array(vertexCount).fill(-1);
  const seenBy = new Int32Array(vertexCount).fill(-1);
  const firstUp = sharedInts(vertexCount + 1);
  const found = new Int32Array(vertexCount);
  for (let r = 0; r < vertexCount; r++) {
    let count = 0;
    const meet = (other: number) => {
      if (other <= r || seenBy[other] === r) return;
      seenBy[other] = r;
      found[count++] = other;
    };
    const v = order[r]!;
    for (let i = neighbours.first[v]!; i < neighbours.first[v + 1]!; i++) meet(rank[neighbours.heads[i]!]!);
    for (let child = firstChild[r]!; child >= 0; child = nextSibling[child]!) above[child]!.forEach(meet);
    const upward = found.slice(0, count).sort();
    above.push(upward);
    firstUp[r + 1] = firstUp[r]! + count;
    if (count === 0) continue;
    const up = upward[0]!;
    parent[r] = up;
    nextSibling[r] = firstChild[up]!;
    firstChild[up] = r;
  }
  const upper = sharedInts(firstUp[vertexCount]!);
  above.forEach((upward, r) => upper.set(upward, firstUp[r]!));
  return { firstUp, upper, parent };
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
