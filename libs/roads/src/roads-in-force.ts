import { arcCosts, type ArcCosts } from './arc-costs.js';
import { DijkstraSearch } from './dijkstra.js';
import type { RoadGraph } from './graph.js';
import { PROFILES, type ProfileName } from './profile.js';
import { edgesInReach } from './reach.js';
import type { RoadSearch } from './search.js';
import type { SearchGraph } from './search-graph.js';
import { RoadIndex } from './snap.js';
import { searchGraphFor, weighRoads } from './weighed-roads.js';

/**
 * What live conditions make of the seconds of every arc (`2 * edge` along the line, `2 * edge + 1` against it), by
 * profile: 1 is usual, 2 takes twice as long, Infinity is closed; null is 1 everywhere.
 */
export type ArcFactors = Readonly<Record<ProfileName, Float32Array | null>>;

export const USUAL: ArcFactors = { emergency: null, normal: null, motorbike: null };

/** The roads as they are right now: the graph, and what each arc costs each profile under the conditions in force. */
export class RoadsInForce {
  readonly index: RoadIndex;
  private readonly costs: Readonly<Record<ProfileName, ArcCosts>>;
  private readonly search: SearchGraph;
  private readonly inReach: Readonly<Record<ProfileName, Uint8Array>>;
  private searches: Readonly<Record<ProfileName, RoadSearch>>;

  constructor(readonly graph: RoadGraph) {
    this.index = new RoadIndex(graph);
    this.costs = byProfile((name) => arcCosts(graph, PROFILES[name]));
    this.search = searchGraphFor(graph, Object.values(this.costs));
    const roads = byProfile((name) => weighRoads(graph, this.search, this.costs[name], null));
    this.inReach = byProfile((name) => edgesInReach(graph, this.search, this.costs[name], roads[name].weights));
    this.searches = byProfile((name) => new DijkstraSearch(roads[name]));
  }

  /**
   * Puts other live conditions in force, off the main thread; resolves when the next question is answered by them. The
   * factors are copied before this returns. Of two that overlap the later stays in force.
   */
  async reweigh(factors: ArcFactors): Promise<void> {
    const { graph, search, costs } = this;
    this.searches = byProfile(
      (name) => new DijkstraSearch(weighRoads(graph, search, costs[name], factors[name]?.slice() ?? null)),
    );
  }

  /** The search of a profile under the conditions in force. */
  async getSearch(profile: ProfileName): Promise<RoadSearch> {
    return this.searches[profile];
  }

  /** The edges (1 each) on which a vehicle of the profile may be found and which it can reach. */
  edgesInReach(profile: ProfileName): Uint8Array {
    return this.inReach[profile];
  }

  /** Ends what works in the background; nothing may be asked afterwards. */
  async close(): Promise<void> {}
}

const byProfile = <T>(make: (name: ProfileName) => T): Record<ProfileName, T> => ({
  emergency: make('emergency'),
  normal: make('normal'),
  motorbike: make('motorbike'),
});
