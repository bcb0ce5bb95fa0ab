import { NO_WAY } from '#hierarchy';
import type { ArcCosts } from './arc-costs.js';
import type { RoadGraph } from './graph.js';
import { expandTurns, type SearchGraph } from './search-graph.js';
import { DriveEnds, weigh } from './weights.js';

/** What one profile searches: arcs with their milliseconds, and what the ends of a drive cost. */
export interface WeighedRoads {
  readonly graph: RoadGraph;
  readonly search: SearchGraph;
  readonly weights: Int32Array;
  readonly ends: DriveEnds;
}

/** The arcs that at least one of the profiles may drive, expanded by the turn restrictions. */
export function searchGraphFor(graph: RoadGraph, costs: readonly ArcCosts[]): SearchGraph {
  const drivable = new Uint8Array(2 * graph.edgeCount);
  for (const { driveMs } of costs) driveMs.forEach((ms, arc) => ms < NO_WAY && (drivable[arc] = 1));
  return expandTurns(graph, drivable);
}

/** One profile's roads under live factors (null: as usual). */
export function weighRoads(
  graph: RoadGraph,
  search: SearchGraph,
  costs: ArcCosts,
  factors: Float32Array | null,
): WeighedRoads {
  const weights = new Int32Array(search.roadArc.length);
  weigh(search, costs, factors, weights);
  return { graph, search, weights, ends: new DriveEnds(graph, search, costs, factors) };
}
