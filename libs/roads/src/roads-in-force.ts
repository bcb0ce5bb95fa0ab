import { buildHierarchy, HierarchySearch } from '#hierarchy';
import { arcCosts } from './arc-costs.js';
import type { RoadGraph } from './graph.js';
import { HierarchyRoadSearch } from './hierarchy-search.js';
import { byProfile, PROFILE_NAMES, PROFILES, type ByProfile, type ProfileName, type TravelProfile } from './profile.js';
import { ProfileInForce, type WeighingPair } from './profile-in-force.js';
import { edgesInReach } from './reach.js';
import { Reweigher } from './reweigher.js';
import { isOrderOf, orderForSearch, orderJunctions } from './road-order.js';
import type { RoadSearch } from './search.js';
import type { SearchGraph } from './search-graph.js';
import { RoadIndex } from './snap.js';
import { searchGraphFor, type WeighedRoads } from './weighed-roads.js';
import { emptyWeighing, weighProfile, type ArcFactors, type Weighing, type WeighingBasis } from './weighing.js';
import { DriveEnds } from './weights.js';

/** How long a question waits for conditions that are being worked in before it is answered by those before. */
const PATIENCE_MS = 250;

/** The searches of one moment, to be asked at once: when other conditions come into force their arrays are used again. */
export interface RoadsNow {
  readonly searches: Readonly<ByProfile<RoadSearch>>;
  /** Newer conditions are known but were not worked in yet. */
  readonly outdated: boolean;
}

/** The roads as they are right now: the graph, its hierarchy, and every profile's weights under live conditions. */
export class RoadsInForce {
  readonly index: RoadIndex;
  /** The stored order was missing or of another network, so it was computed here: worth a word in the log. */
  readonly orderedAtLoad: boolean;
  private readonly basis: WeighingBasis & { readonly search: SearchGraph };
  private readonly reweigher: Reweigher;
  /** Its arrays serve all profiles in turn. */
  private readonly ways: HierarchySearch;
  private readonly profiles: ByProfile<ProfileInForce>;
  private readonly inReach: ByProfile<Uint8Array>;

  constructor(
    readonly graph: RoadGraph,
    /** How each kind of vehicle drives. */
    readonly travelProfiles: Readonly<ByProfile<TravelProfile>> = PROFILES,
  ) {
    this.index = new RoadIndex(graph);
    const costs = byProfile((name) => arcCosts(graph, travelProfiles[name]));
    const search = searchGraphFor(graph, Object.values(costs));
    this.orderedAtLoad = !graph.order || !isOrderOf(graph.order, graph.vertexCount);
    const order = this.orderedAtLoad ? orderJunctions(graph.listVertices(), graph) : graph.order!;
    const basis = {
      hierarchy: buildHierarchy(search, orderForSearch(order, search)),
      search,
      lengths: Float32Array.from(search.roadArc, (arc) => graph.lengthMetres[arc >> 1]!),
      costs,
    };
    this.basis = basis;
    this.ways = new HierarchySearch(basis.hierarchy);
    const weighings = byProfile((name): WeighingPair => [emptyWeighing(basis, name), emptyWeighing(basis, name)]);
    this.reweigher = new Reweigher({ basis, weighings });
    this.profiles = byProfile((name) => {
      weighProfile(basis, name, weighings[name][0]);
      return new ProfileInForce(
        weighings[name],
        (weighing) => this.searchOn(name, weighing),
        (spare) => this.reweigher.reweigh({ profile: name, spare }),
      );
    });
    this.inReach = byProfile((name) => edgesInReach(graph, search, costs[name], weighings[name][0].weights));
  }

  /**
   * Puts other live conditions in force, off the main thread and profile by profile; resolves when the next question is
   * answered by them or by later ones. The factors are copied before this returns. Of two that overlap the later stays.
   */
  async reweigh(factors: ArcFactors): Promise<void> {
    await Promise.all(PROFILE_NAMES.map((name) => this.profiles[name].reweigh(factors[name])));
  }

  /**
   * The searches, those of the profiles asked for under the newest conditions; after a quarter of a second of waiting,
   * under those before.
   */
  async now(profiles: Iterable<ProfileName> = PROFILE_NAMES): Promise<RoadsNow> {
    const pending = [...profiles].map((name) => this.profiles[name].pending).filter((work) => work !== null);
    const outdated = pending.length > 0 && (await isLate(Promise.all(pending), PATIENCE_MS));
    return { searches: byProfile((name) => this.profiles[name].search), outdated };
  }

  /** What a profile's search runs on right now, for another search to be held against it. */
  weighed(profile: ProfileName): WeighedRoads {
    return this.roadsOn(profile, this.profiles[profile].weighing);
  }

  /** A profile's search under other conditions than those in force, for comparing; costs as much as weighing it. */
  searchUnder(profile: ProfileName, factors: Float32Array | null): RoadSearch {
    const weighing = emptyWeighing(this.basis, profile);
    if (factors) weighing.factors.set(factors);
    weighProfile(this.basis, profile, weighing);
    return this.searchOn(profile, weighing);
  }

  /** The edges (1 each) on which a vehicle of the profile may be found and which it can reach. */
  edgesInReach(profile: ProfileName): Uint8Array {
    return this.inReach[profile];
  }

  /** Ends the worker; nothing may be put in force afterwards. */
  close(): Promise<void> {
    return this.reweigher.close();
  }

  private searchOn(profile: ProfileName, weighing: Weighing): RoadSearch {
    return new HierarchyRoadSearch({ ...this.roadsOn(profile, weighing), metric: weighing.metric }, this.ways);
  }

  private roadsOn(profile: ProfileName, { factors, weights }: Weighing): WeighedRoads {
    const { graph } = this;
    const { search, costs } = this.basis;
    return { graph, search, weights, ends: new DriveEnds(graph, search, costs[profile], factors) };
  }
}

/** Whether work takes longer than that. Its failure is told to whoever ordered it; a question goes on without. */
async function isLate(work: Promise<unknown>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), patienceMs);
  });
  const done = work.then(
    () => false,
    () => true,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
