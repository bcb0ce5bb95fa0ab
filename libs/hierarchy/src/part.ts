import type { Neighbours } from './graph.js';

/** A part of a graph with its own numbering of vertices; `vertices` are their numbers in the whole graph. */
export interface Part extends Neighbours {
  readonly vertices: Int32Array;
}

/** The part between some members of a part (its own numbers, ascending). `renumber` is scratch, all -1, and left so. */
export function partBetween(part: Part, members: Int32Array, renumber: Int32Array): Part {
  members.forEach((v, i) => (renumber[v] = i));
  const first = new Int32Array(members.length + 1);
  const heads: number[] = [];
  for (let i = 0; i < members.length; i++) {
    const v = members[i]!;
    for (let a = part.first[v]!; a < part.first[v + 1]!; a++) {
      const neighbour = renumber[part.heads[a]!]!;
      if (neighbour >= 0) heads.push(neighbour);
    }
    first[i + 1] = heads.length;
  }
  for (const v of members) renumber[v] = -1;
  return { vertices: members.map((v) => part.vertices[v]!), first, heads: Int32Array.from(heads) };
}

/** The members of each piece that hangs together; a single list when the part is one piece. */
export function piecesOf({ vertices, first, heads }: Part): Int32Array[] {
  const count = vertices.length;
  const piece = new Int32Array(count).fill(-1);
  const queue = new Int32Array(count);
  const pieces: Int32Array[] = [];
  for (let root = 0; root < count; root++) {
    if (piece[root] !== -1) continue;
    let filled = 0;
    queue[filled++] = root;
    piece[root] = pieces.length;
    for (let next = 0; next < filled; next++) {
      const v = queue[next]!;
      for (let a = first[v]!; a < first[v + 1]!; a++) {
        const neighbour = heads[a]!;
        if (piece[neighbour] !== -1) continue;
        piece[neighbour] = pieces.length;
        queue[filled++] = neighbour;
      }
    }
    pieces.push(queue.slice(0, filled).sort());
  }
  return pieces;
}
