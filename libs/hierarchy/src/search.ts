import { NO_WAY } from './graph.js';
import type { Hierarchy } from './hierarchy.js';
import type { Metric } from './metric.js';
import { PathUnpacker } from './path.js';

const NONE = -1;

/**
 * Many-to-one by lazy RPHAST (Strasser, Zeitz 2021: "Using Incremental Many-to-One Queries to Build a Fast and Tight
 * Heuristic for A* in Road Networks"). A question starts by naming where it leads; every vertex asked for afterwards
 * climbs the elimination tree only as far as nobody has climbed before it. Not re-entrant: the arrays are reused.
 */
export class HierarchySearch {
  private question = 0;
  private metric: Metric | null = null;
  /** By rank: best weight down to the target over lower vertices only, the link it begins with, and its length. */
  private readonly fall: Int32Array;
  private readonly fallLink: Int32Array;
  private readonly fallLength: Float32Array;
  private readonly fallOf: Uint32Array;
  /** By rank: best weight to the target, and its length. */
  private readonly total: Int32Array;
  private readonly totalLength: Float32Array;
  private readonly totalOf: Uint32Array;
  private readonly climb: Int32Array;
  private readonly climbers: number[] = [];
  private unpacker: PathUnpacker | null = null;

  constructor(private readonly hierarchy: Hierarchy) {
    const { vertexCount } = hierarchy;
    this.fall = new Int32Array(vertexCount);
    this.fallLink = new Int32Array(vertexCount);
    this.fallLength = new Float32Array(vertexCount);
    this.fallOf = new Uint32Array(vertexCount);
    this.total = new Int32Array(vertexCount);
    this.totalLength = new Float32Array(vertexCount);
    this.totalOf = new Uint32Array(vertexCount);
    this.climb = new Int32Array(vertexCount);
  }

  /** Begin a question. The target may lie beyond several vertices: call {@link leadTo} for each, then {@link settle}. */
  begin(metric: Metric): void {
    this.metric = metric;
    this.question++;
    this.climbers.length = 0;
  }

  /** The target can be reached from this vertex for so much more. */
  leadTo(vertex: number, weight: number, length: number): void {
    const r = this.hierarchy.rank[vertex]!;
    if (this.fallOf[r] === this.question && this.fall[r]! <= weight) return;
    this.fallOf[r] = this.question;
    this.fall[r] = weight;
    this.fallLink[r] = NONE;
    this.fallLength[r] = length;
    this.climbers.push(r);
  }

  /** Work out the ways that fall to the target, from every vertex above those named. */
  settle(): void {
    const { parent } = this.hierarchy;
    const { climbers } = this;
    for (;;) {
      let lowest = -1;
      for (const r of climbers) if (r >= 0 && (lowest < 0 || r < lowest)) lowest = r;
      if (lowest < 0) return;
      this.spread(lowest);
      for (let i = 0; i < climbers.length; i++) if (climbers[i] === lowest) climbers[i] = parent[lowest]!;
    }
  }

  private spread(r: number): void {
    const { fall, fallLink, fallLength, fallOf, question } = this;
    // A vertex above may have been passed by before anybody found a way down from it.
    if (fallOf[r] !== question || fall[r]! >= NO_WAY) return;
    const { firstUp, upper } = this.hierarchy;
    const { down, downLength } = this.metric!;
    for (let link = firstUp[r]!, end = firstUp[r + 1]!; link < end; link++) {
      const above = upper[link]!;
      const weight = fall[r]! + down[link]!;
      if (weight >= NO_WAY || (fallOf[above] === question && fall[above]! <= weight)) continue;
      fallOf[above] = question;
      fall[above] = weight;
      fallLink[above] = link;
      fallLength[above] = fallLength[r]! + downLength[link]!;
    }
  }

  /** The weight of the best way from a vertex to the target; NO_WAY where there is none. */
  weightFrom(vertex: number): number {
    const r = this.hierarchy.rank[vertex]!;
    if (this.totalOf[r] !== this.question) this.settleFrom(r);
    return this.total[r]!;
  }

  /** The length along the way that {@link weightFrom} weighed. */
  lengthFrom(vertex: number): number {
    return this.totalLength[this.hierarchy.rank[vertex]!]!;
  }

  private settleFrom(bottom: number): void {
    const { totalOf, climb, question } = this;
    const { parent } = this.hierarchy;
    let height = 0;
    for (let r = bottom; r >= 0 && totalOf[r] !== question; r = parent[r]!) climb[height++] = r;
    while (height > 0) this.settleBelow(climb[--height]!);
  }

  /** Everything above is settled: either fall from here, or climb one link and go on from there. */
  private settleBelow(r: number): void {
    const { total, totalLength, question } = this;
    const { firstUp, upper } = this.hierarchy;
    const { up, upLength } = this.metric!;
    let least = this.fallOf[r] === question ? this.fall[r]! : NO_WAY;
    let best = NONE;
    for (let link = firstUp[r]!, end = firstUp[r + 1]!; link < end; link++) {
      const weight = up[link]! + total[upper[link]!]!;
      if (weight >= least) continue;
      least = weight;
      best = link;
    }
    total[r] = least;
    totalLength[r] = best === NONE ? this.fallLength[r]! : upLength[best]! + totalLength[upper[best]!]!;
    this.totalOf[r] = question;
  }

  /**
   * The arcs of the graph along the best way from a vertex to where the target begins, in order; null where there is
   * none. `weights` are those that the metric was made of.
   */
  findArcs(vertex: number, weights: Int32Array): number[] | null {
    if (this.weightFrom(vertex) >= NO_WAY) return null;
    const { rank, firstUp, upper, lower } = this.hierarchy;
    const unpack = (this.unpacker ??= new PathUnpacker(this.hierarchy));
    const arcs: number[] = [];
    let r = rank[vertex]!;
    while (this.fallOf[r] !== this.question || this.fall[r] !== this.total[r]) {
      let link = firstUp[r]!;
      while (this.metric!.up[link]! + this.total[upper[link]!]! !== this.total[r]) link++;
      unpack.append(arcs, this.metric!, weights, link, true);
      r = upper[link]!;
    }
    for (let link = this.fallLink[r]!; link !== NONE; link = this.fallLink[r]!) {
      unpack.append(arcs, this.metric!, weights, link, false);
      r = lower[link]!;
    }
    return arcs;
  }
}
