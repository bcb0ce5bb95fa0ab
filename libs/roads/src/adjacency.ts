/** Items grouped by vertex in two flat arrays: those of vertex `v` are `items[first[v]] … items[first[v + 1] - 1]`. */
export interface Adjacency {
  readonly first: Int32Array;
  readonly items: Int32Array;
}

/** Group the indexes of `keys` by their vertex (counting sort, stable). */
export function groupByVertex(vertexCount: number, keys: Int32Array): Adjacency {
  const first = new Int32Array(vertexCount + 1);
  for (const key of keys) first[key + 1]!++;
  for (let v = 0; v < vertexCount; v++) first[v + 1]! += first[v]!;
  const next = first.slice();
  const items = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) items[next[keys[i]!]!++] = i;
  return { first, items };
}

/** The indexes at which a mask is not 0, ascending. */
export function indexesOf(mask: Uint8Array): Int32Array {
  const indexes = new Int32Array(mask.length);
  let count = 0;
  for (let i = 0; i < mask.length; i++) if (mask[i]) indexes[count++] = i;
  return indexes.slice(0, count);
}
