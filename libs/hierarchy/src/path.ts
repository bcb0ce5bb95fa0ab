import { NO_WAY } from './graph.js';
import type { Hierarchy } from './hierarchy.js';
import type { Metric } from './metric.js';

/** Turns a link back into the arcs it stands for. */
export class PathUnpacker {
  /** Arcs grouped by link: `arcs[first[link]]` to `arcs[first[link + 1] - 1]`. */
  private readonly first: Int32Array;
  private readonly arcs: Int32Array;

  constructor(private readonly hierarchy: Hierarchy) {
    const { linkOf, upper } = hierarchy;
    this.first = new Int32Array(upper.length + 1);
    for (const link of linkOf) if (link >= 0) this.first[link + 1]!++;
    for (let link = 0; link < upper.length; link++) this.first[link + 1]! += this.first[link]!;
    const next = this.first.slice();
    this.arcs = new Int32Array(this.first[upper.length]!);
    linkOf.forEach((link, arc) => link >= 0 && (this.arcs[next[link]!++] = arc));
  }

  /** Append the arcs of a link, driven up or down, in driving order. */
  append(path: number[], metric: Metric, weights: Int32Array, link: number, isUp: boolean): void {
    const weight = (isUp ? metric.up : metric.down)[link]!;
    const arc = this.findArc(link, isUp, weight, weights);
    if (arc >= 0) {
      path.push(arc);
      return;
    }
    const [toLower, toUpper] = this.getTriangle(link, isUp, weight, metric);
    // Up: down to the vertex below, then up past the lower end. Down: the same two links the other way round.
    this.append(path, metric, weights, isUp ? toLower : toUpper, false);
    this.append(path, metric, weights, isUp ? toUpper : toLower, true);
  }

  private findArc(link: number, isUp: boolean, weight: number, weights: Int32Array): number {
    const { leadsUp } = this.hierarchy;
    for (let i = this.first[link]!; i < this.first[link + 1]!; i++) {
      const arc = this.arcs[i]!;
      if (leadsUp[arc] === (isUp ? 1 : 0) && weights[arc] === weight) return arc;
    }
    return -1;
  }

  /** The links from a vertex below to both ends of a link, whose weights add up to the link's. */
  private getTriangle(link: number, isUp: boolean, weight: number, { up, down }: Metric): [number, number] {
    const { firstInto, linksInto, lower, upper } = this.hierarchy;
    const [a, b] = [lower[link]!, upper[link]!];
    let i = firstInto[a]!;
    let j = firstInto[b]!;
    while (i < firstInto[a + 1]! && j < firstInto[b + 1]!) {
      const [toLower, toUpper] = [linksInto[i]!, linksInto[j]!];
      const difference = lower[toLower]! - lower[toUpper]!;
      if (difference === 0) {
        const around = isUp ? down[toLower]! + up[toUpper]! : down[toUpper]! + up[toLower]!;
        if (around === weight && around < NO_WAY) return [toLower, toUpper];
      }
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
    throw new Error(`Link ${link} of the hierarchy does not fit its weights`);
  }
}
