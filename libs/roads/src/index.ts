/**
 * The road network as the centre drives it: ways split into edges with travel seconds, a graph in memory, positions
 * snapped to a point on a road, one-to-many travel times and drives, and the one {@link TravelTimes} question with its
 * answers (own graph, pgRouting, Google, straight line) and their fallback. Pure but for the sources that ask others.
 */
export { NO_WAY } from '#hierarchy';
export * from './profile.js';
export * from './profile-changes.js';
export * from './build-network.js';
export * from './adjacency.js';
export * from './heap.js';
export * from './graph.js';
export * from './snap.js';
export * from './arc-costs.js';
export * from './search-graph.js';
export * from './weights.js';
export * from './weighed-roads.js';
export * from './weighing.js';
export * from './roads-in-force.js';
export * from './search.js';
export * from './dijkstra.js';
export * from './everywhere.js';
export * from './junctions.js';
export * from './instructions.js';
export * from './travel-times.js';
export * from './departures.js';
export * from './road-graph-times.js';
export * from './straight-line-times.js';
export * from './fallback-times.js';
export * from './load-graph.js';
export * from './pgrouting-times.js';
export * from './google-times.js';
export * from './second-opinion.js';
