import { customise, emptyMetric, sharedFloats, sharedInts, type Hierarchy, type Metric } from '#hierarchy';
import type { ArcCosts } from './arc-costs.js';
import type { ByProfile, ProfileName } from './profile.js';
import type { SearchGraph } from './search-graph.js';
import { weigh } from './weights.js';

/**
 * What live conditions make of the seconds of every arc (`2 * edge` along the line, `2 * edge + 1` against it), by
 * profile: 1 is usual, 2 takes twice as long, Infinity is closed; null is 1 everywhere.
 */
export type ArcFactors = Readonly<ByProfile<Float32Array | null>>;

export const USUAL: ArcFactors = { emergency: null, normal: null, motorbike: null };

/**
 * One profile's roads under certain conditions: the live factor of every arc of the road graph, the weight of every
 * search arc, and what the hierarchy makes of them.
 */
export interface Weighing {
  readonly factors: Float32Array;
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

/** Room for a weighing of a profile under usual conditions, in shared memory. */
export const emptyWeighing = ({ hierarchy, search, costs }: WeighingBasis, profile: ProfileName): Weighing => ({
  factors: sharedFloats(costs[profile].driveMs.length).fill(1),
  weights: sharedInts(search.roadArc.length),
  metric: emptyMetric(hierarchy),
});

/** Weigh the roads of a profile anew by the factors that stand there. */
export function weighProfile(basis: WeighingBasis, profile: ProfileName, weighing: Weighing): void {
  const { hierarchy, search, lengths, costs } = basis;
  const { factors, weights, metric } = weighing;
  weigh(search, costs[profile], factors, weights);
  customise(hierarchy, weights, lengths, metric);
}
