import { groupByVertex } from './adjacency.js';

/**
 * The strongly connected component of every vertex (Tarjan 1972, iterative because a city is deeper than the stack):
 * two vertices share a number when one can drive from each to the other.
 */
export function strongComponents(vertexCount: number, tails: Int32Array, heads: Int32Array): Int32Array {
  const { first, items } = groupByVertex(vertexCount, tails);
  const component = new Int32Array(vertexCount).fill(-1);
  const order = new Int32Array(vertexCount).fill(-1);
  const low = new Int32Array(vertexCount);
  const nextArc = first.slice(0, vertexCount);
  const path = new Int32Array(vertexCount);
  const open = new Int32Array(vertexCount);
  let visited = 0;
  let components = 0;
  for (let root = 0; root < vertexCount; root++) {
    if (order[root] !== -1) continue;
    let depth = 0;
    let openCount = 0;
    const enter = (v: number) => {
      order[v] = low[v] = visited++;
      path[depth++] = v;
      open[openCount++] = v;
    };
    enter(root);
    while (depth > 0) {
      const v = path[depth - 1]!;
      if (nextArc[v]! < first[v + 1]!) {
        const w = heads[items[nextArc[v]!++]!]!;
        if (order[w] === -1) enter(w);
        else if (component[w] === -1) low[v] = Math.min(low[v]!, order[w]!);
        continue;
      }
      depth--;
      if (depth > 0) low[path[depth - 1]!] = Math.min(low[path[depth - 1]!]!, low[v]!);
      if (low[v] !== order[v]) continue;
      let member: number;
      do {
        member = open[--openCount]!;
        component[member] = components;
      } while (member !== v);
      components++;
    }
  }
  return component;
}
