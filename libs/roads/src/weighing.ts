import { customise, emptyMetric, sharedInts, type Hierarchy, type Metric } from '#hierarchy';
import type { ArcCosts } from './arc-costs.js';
import { byProfile, type ByProfile } from './profile.js';
import type { SearchGraph } from './search-graph.js';
import { weigh } from './weights.js';

/**
 * What live conditions make of the seconds of every arc (`2 * edge` along the line, `2 * edge + 1` against it), by
 * profile: 1 is usual, 2 takes twice as long, Infinity is closed; null is 1 everywhere.
 */
export type ArcFactors = Readonly<ByProfile<Float32Array | null>>;

export const USUAL: ArcFactors = { emergency: null, normal: null, motorbike: null };

/** One profile's roads under certain conditions: the weight of every search arc, and what the hierarchy makes of them. */
export interface Weighing {
  readonly weights: Int32Array;
  readonly metric: Metric;
}

/** What a weighing is made from; none of it changes with the conditions. */
export interface WeighingBasis {
  readonly hierarchy: Hierarchy;
  readonly search: Pick<SearchGraph, 'roadArc' | 'forbiddenTo'>;
  /** By search arc, metres. */
  readonly lengths: Float32Array;
  readonly costs: ByProfile<ArcCosts>;
}

/** Room for a weighing of every profile, in shared memory. */
export const emptyWeighings = ({ hierarchy, search }: WeighingBasis): ByProfile<Weighing> =>
  byProfile(() => ({ weights: sharedInts(search.roadArc.length), metric: emptyMetric(hierarchy) }));

/** Weigh the roads of every profile anew. */
export function weighAll(basis: WeighingBasis, factors: ArcFactors, into: ByProfile<Weighing>): void {
  const { hierarchy, search, lengths, costs } = basis;
  byProfile((name) => {
    const { weights, metric } = into[name];
    weigh(search, costs[name], factors[name], weights);
    customise(hierarchy, weights, lengths, metric);
  });
}
