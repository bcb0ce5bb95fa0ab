/** A directed graph as flat arrays: arc `i` leads from `tails[i]` to `heads[i]`. Loops and parallel arcs are allowed. */
export interface DirectedGraph {
  readonly vertexCount: number;
  readonly tails: Int32Array;
  readonly heads: Int32Array;
}

/** The weight of no way at all: larger than any way, and two of them still add up within 32 bits. */
export const NO_WAY = 1_000_000_000;

/** Neighbours of vertex `v` without regard to direction, ascending: `heads[first[v]]` to `heads[first[v + 1] - 1]`. */
export interface Neighbours {
  readonly first: Int32Array;
  readonly heads: Int32Array;
}

/** Who is joined to whom by an arc in either direction; each neighbour once, nobody their own. */
export function neighboursOf({ vertexCount, tails, heads }: DirectedGraph): Neighbours {
  const byHead = bucket(vertexCount, [tails, heads], [heads, tails]);
  // Bucketed a second time every list comes out ascending, so that equal neighbours stand side by side.
  const { first, items } = bucket(vertexCount, [byHead.items], [ownersOf(byHead.first)]);
  const kept = new Int32Array(items.length);
  const firstKept = new Int32Array(vertexCount + 1);
  let count = 0;
  for (let v = 0; v < vertexCount; v++) {
    const start = count;
    for (let i = first[v]!; i < first[v + 1]!; i++) {
      const neighbour = items[i]!;
      if (neighbour !== v && (count === start || kept[count - 1] !== neighbour)) kept[count++] = neighbour;
    }
    firstKept[v + 1] = count;
  }
  return { first: firstKept, heads: kept.slice(0, count) };
}

/** Group values by key (counting sort, stable). */
function bucket(keyCount: number, keys: readonly Int32Array[], values: readonly Int32Array[]) {
  const first = new Int32Array(keyCount + 1);
  for (const part of keys) for (const key of part) first[key + 1]!++;
  for (let k = 0; k < keyCount; k++) first[k + 1]! += first[k]!;
  const next = first.slice();
  const items = new Int32Array(first[keyCount]!);
  keys.forEach((part, p) => part.forEach((key, i) => (items[next[key]!++] = values[p]![i]!)));
  return { first, items };
}

/** For every position of a grouped array the group it belongs to. */
function ownersOf(first: Int32Array): Int32Array {
  const owners = new Int32Array(first[first.length - 1]!);
  for (let v = 0; v + 1 < first.length; v++) owners.fill(v, first[v]!, first[v + 1]!);
  return owners;
}
