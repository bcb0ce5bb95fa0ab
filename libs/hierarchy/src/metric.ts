import { NO_WAY } from './graph.js';
import type { Hierarchy } from './hierarchy.js';
import { sharedFloats, sharedInts } from './shared-memory.js';

/**
 * What a set of weights makes of every link: the weight of the best way up it and down it that climbs over no other
 * vertex than those below, and the length along that way. A length is any second quantity that is added up along.
 */
export interface Metric {
  readonly up: Int32Array;
  readonly down: Int32Array;
  readonly upLength: Float32Array;
  readonly downLength: Float32Array;
}

export function emptyMetric({ upper }: Pick<Hierarchy, 'upper'>): Metric {
  const links = upper.length;
  return {
    up: sharedInts(links),
    down: sharedInts(links),
    upLength: sharedFloats(links),
    downLength: sharedFloats(links),
  };
}

/** The same metric for driving everything in the opposite direction. */
export const reversed = ({ up, down, upLength, downLength }: Metric): Metric => ({
  up: down,
  down: up,
  upLength: downLength,
  downLength: upLength,
});

/**
 * Fill `metric` for other weights (of every arc of the graph, integers from 0 to NO_WAY) and lengths: basic
 * customisation, which takes every triangle of a link and two links below it once, from the lowest rank up.
 */
export function customise(hierarchy: Hierarchy, weights: Int32Array, lengths: Float32Array, metric: Metric): void {
  placeWeights(hierarchy, weights, lengths, metric);
  const { vertexCount, firstUp, upper, lower, firstInto, linksInto } = hierarchy;
  const { up, down, upLength, downLength } = metric;
  /** By rank: the link to it from the rank being worked on. */
  const linkTo = new Int32Array(vertexCount);
  for (let r = 0; r < vertexCount; r++) {
    const lowest = firstInto[r]!;
    const end = firstInto[r + 1]!;
    if (lowest === end) continue;
    for (let link = firstUp[r]!; link < firstUp[r + 1]!; link++) linkTo[upper[link]!] = link;
    for (let i = lowest; i < end; i++) {
      // The triangle from below: its lower vertex, this rank (by `one`) and a higher rank (by `other`).
      const one = linksInto[i]!;
      const upOne = up[one]!;
      const downOne = down[one]!;
      for (let other = one + 1, last = firstUp[lower[one]! + 1]!; other < last; other++) {
        const top = linkTo[upper[other]!]!;
        const climb = downOne + up[other]!;
        if (climb < up[top]!) {
          up[top] = climb;
          upLength[top] = downLength[one]! + upLength[other]!;
        }
        const descent = down[other]! + upOne;
        if (descent < down[top]!) {
          down[top] = descent;
          downLength[top] = downLength[other]! + upLength[one]!;
        }
      }
    }
  }
}

/** Every link starts with the best of the arcs between its ends. */
function placeWeights(
  { linkOf, leadsUp }: Hierarchy,
  weights: Int32Array,
  lengths: Float32Array,
  { up, down, upLength, downLength }: Metric,
): void {
  up.fill(NO_WAY);
  down.fill(NO_WAY);
  for (let arc = 0; arc < linkOf.length; arc++) {
    const link = linkOf[arc]!;
    if (link < 0) continue;
    const weight = weights[arc]!;
    if (leadsUp[arc] === 1 && weight < up[link]!) {
      up[link] = weight;
      upLength[link] = lengths[arc]!;
    } else if (leadsUp[arc] === 0 && weight < down[link]!) {
      down[link] = weight;
      downLength[link] = lengths[arc]!;
    }
  }
}
