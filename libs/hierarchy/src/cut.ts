import type { Part } from './part.js';

/** How many edges are cut, and on which side every vertex comes to lie (1 with the first). */
export interface Cut {
  readonly size: number;
  readonly side: Uint8Array;
}

const NONE = -2;
const ROOT = -1;

/**
 * The smallest set of edges that separates the first `terminals` vertices of a sequence from the last: maximum flow with
 * unit capacities along shortest augmenting paths (Edmonds, Karp 1972), and the cut nearest to the first.
 */
export class EdgeCut {
  /** For every arc the one that leads back. */
  private readonly back: Int32Array;
  private readonly residual: Int8Array;
  private readonly reachedBy: Int32Array;
  private readonly queue: Int32Array;
  private readonly isSink: Uint8Array;

  constructor(private readonly part: Part) {
    const count = part.vertices.length;
    this.back = backArcs(part);
    this.residual = new Int8Array(part.heads.length);
    this.reachedBy = new Int32Array(count);
    this.queue = new Int32Array(count);
    this.isSink = new Uint8Array(count);
  }

  /** The smallest cut, or null when it has `limit` edges or more. */
  find(sequence: Int32Array, terminals: number, limit: number): Cut | null {
    const sources = sequence.subarray(0, terminals);
    this.residual.fill(1);
    this.isSink.fill(0);
    for (const v of sequence.subarray(sequence.length - terminals)) this.isSink[v] = 1;
    for (let size = 0; ; size++) {
      if (size >= limit) return null;
      const sink = this.findPath(sources);
      if (sink < 0) return { size, side: Uint8Array.from(this.reachedBy, (by) => (by === NONE ? 0 : 1)) };
      this.push(sink);
    }
  }

  /** Breadth first from the sources; the sink that was met, or -1 when none can be. */
  private findPath(sources: Int32Array): number {
    const { reachedBy, queue, residual, isSink } = this;
    const { first, heads } = this.part;
    reachedBy.fill(NONE);
    queue.set(sources);
    for (const v of sources) reachedBy[v] = ROOT;
    let filled = sources.length;
    for (let next = 0; next < filled; next++) {
      const v = queue[next]!;
      for (let a = first[v]!, end = first[v + 1]!; a < end; a++) {
        const w = heads[a]!;
        if (residual[a] === 0 || reachedBy[w] !== NONE) continue;
        reachedBy[w] = a;
        if (isSink[w]) return w;
        queue[filled++] = w;
      }
    }
    return -1;
  }

  /** One unit more along the path that met the sink. */
  private push(sink: number): void {
    for (let a = this.reachedBy[sink]!; a !== ROOT;) {
      const back = this.back[a]!;
      this.residual[a]!--;
      this.residual[back]!++;
      a = this.reachedBy[this.part.heads[back]!]!;
    }
  }
}

/** Lists are ascending, so the arcs into a vertex come by in the order of its own list. */
function backArcs({ first, heads }: Part): Int32Array {
  const next = first.slice();
  const back = new Int32Array(heads.length);
  for (let a = 0; a < heads.length; a++) back[a] = next[heads[a]!]!++;
  return back;
}
