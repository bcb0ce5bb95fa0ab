import { buildHierarchy } from '#hierarchy';
import { arcCosts, type ArcCosts } from './arc-costs.js';
import type { RoadGraph } from './graph.js';
import { PROFILE_NAMES, type ByProfile, type TravelProfile } from './profile.js';
import type { WeighingPair } from './profile-in-force.js';
import { edgesInReach } from './reach.js';
import { isOrderOf, orderForSearch, orderJunctions } from './road-order.js';
import type { SearchGraph } from './search-graph.js';
import { RoadIndex } from './snap.js';
import { searchGraphFor } from './weighed-roads.js';
import { emptyWeighing, weighProfile, type WeighingBasis } from './weighing.js';

/** What is made of a road graph once, whatever happens on the roads later. */
export interface RoadLayout {
  readonly index: RoadIndex;
  /** The stored order was missing or of another network, so it was computed here: worth a word in the log. */
  readonly orderedAtLoad: boolean;
  readonly basis: WeighingBasis & { readonly search: SearchGraph };
  readonly weighings: ByProfile<WeighingPair>;
  readonly inReach: ByProfile<Uint8Array>;
}

/** Lays out the roads in steps of some ten milliseconds for a city, so that a server can answer between them. */
export function* layOutRoads(
  graph: RoadGraph,
  profiles: Readonly<ByProfile<TravelProfile>>,
): Generator<void, RoadLayout> {
  const index = new RoadIndex(graph);
  yield;
  const costs = {} as ByProfile<ArcCosts>;
  for (const name of PROFILE_NAMES) {
    costs[name] = arcCosts(graph, profiles[name]);
    yield;
  }
  const search = searchGraphFor(graph, Object.values(costs));
  yield;
  const orderedAtLoad = !graph.order || !isOrderOf(graph.order, graph.vertexCount);
  const order = orderedAtLoad ? orderJunctions(graph.listVertices(), graph) : graph.order!;
  const searchOrder = orderForSearch(order, search);
  yield;
  const lengths = Float32Array.from(search.roadArc, (arc) => graph.lengthMetres[arc >> 1]!);
  const basis = { hierarchy: buildHierarchy(search, searchOrder), search, lengths, costs };
  yield;
  const weighings = {} as ByProfile<WeighingPair>;
  const inReach = {} as ByProfile<Uint8Array>;
  for (const name of PROFILE_NAMES) {
    weighings[name] = [emptyWeighing(basis, name), emptyWeighing(basis, name)];
    weighProfile(basis, name, weighings[name][0]);
    yield;
    inReach[name] = edgesInReach(graph, search, costs[name], weighings[name][0].weights);
    yield;
  }
  return { index, orderedAtLoad, basis, weighings, inReach };
}
