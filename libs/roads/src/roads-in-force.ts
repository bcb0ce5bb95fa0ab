import { buildHierarchy, customise, emptyMetric, HierarchySearch } from '#hierarchy';
import { arcCosts } from './arc-costs.js';
import type { RoadGraph } from './graph.js';
import { HierarchyRoadSearch } from './hierarchy-search.js';
import { byProfile, PROFILES, type ByProfile, type ProfileName } from './profile.js';
import { edgesInReach } from './reach.js';
import { Reweigher, type ReweighWork } from './reweigher.js';
import { isOrderOf, orderForSearch, orderJunctions } from './road-order.js';
import type { RoadSearch } from './search.js';
import type { SearchGraph } from './search-graph.js';
import { RoadIndex } from './snap.js';
import { searchGraphFor, weighRoads, type WeighedRoads } from './weighed-roads.js';
import { emptyWeighings, USUAL, weighAll, type ArcFactors, type WeighingBasis } from './weighing.js';
import { DriveEnds } from './weights.js';

/** How long a question waits for conditions that are being worked in before it is answered by those before. */
const PATIENCE_MS = 250;

/** The searches of one moment: all under the same conditions. */
export interface RoadsNow {
  readonly searches: Readonly<ByProfile<RoadSearch>>;
  /** Newer conditions are known but were not worked in yet. */
  readonly outdated: boolean;
}

/**
 * The roads as they are right now: the graph, its hierarchy, and what live conditions make of every profile's weights.
 * Conditions are worked into a second set of weights by a worker; when it is whole the two sets change places.
 */
export class RoadsInForce {
  readonly index: RoadIndex;
  /** The stored order was missing or of another network, so it was computed here: worth a word in the log. */
  readonly orderedAtLoad: boolean;
  private readonly basis: WeighingBasis & { readonly search: SearchGraph };
  private readonly work: ReweighWork;
  private readonly reweigher: Reweigher;
  private readonly ways: HierarchySearch;
  private readonly inReach: ByProfile<Uint8Array>;
  /** Which of the two sets of weights is in force, and the factors it was made of. */
  private set: 0 | 1 = 0;
  private factors: ArcFactors = USUAL;
  private searches: ByProfile<RoadSearch>;
  /** The work being done, what is wanted after it, and the promise of that. */
  private working: Promise<void> | null = null;
  private wanted: ArcFactors = USUAL;
  private following: Promise<void> | null = null;

  constructor(readonly graph: RoadGraph) {
    this.index = new RoadIndex(graph);
    const costs = byProfile((name) => arcCosts(graph, PROFILES[name]));
    const search = searchGraphFor(graph, Object.values(costs));
    this.orderedAtLoad = !graph.order || !isOrderOf(graph.order, graph.vertexCount);
    const order = this.orderedAtLoad ? orderJunctions(graph.listVertices(), graph) : graph.order!;
    this.basis = {
      hierarchy: buildHierarchy(search, orderForSearch(order, search)),
      search,
      lengths: Float32Array.from(search.roadArc, (arc) => graph.lengthMetres[arc >> 1]!),
      costs,
    };
    this.work = { basis: this.basis, weighings: [emptyWeighings(this.basis), emptyWeighings(this.basis)] };
    this.reweigher = new Reweigher(this.work);
    this.ways = new HierarchySearch(this.basis.hierarchy);
    weighAll(this.basis, USUAL, this.work.weighings[0]);
    this.searches = this.searchesNow();
    this.inReach = byProfile((name) => edgesInReach(graph, search, costs[name], this.work.weighings[0][name].weights));
  }

  /**
   * Puts other live conditions in force, off the main thread; resolves when the next question is answered by them or by
   * later ones. The factors are copied before this returns. Of two that overlap the later stays in force.
   */
  reweigh(factors: ArcFactors): Promise<void> {
    this.wanted = copyOf(factors);
    if (!this.working) return this.begin();
    // Whatever was waiting its turn is overtaken: both are done when the later one is.
    this.following ??= this.working
      .catch(() => undefined)
      .then(() => {
        this.following = null;
        return this.begin();
      });
    return this.following;
  }

  /** The searches under the newest conditions; after a quarter of a second of waiting, under those before. */
  async now(): Promise<RoadsNow> {
    const pending = this.following ?? this.working;
    if (!pending) return { searches: this.searches, outdated: false };
    const outdated = await isLate(pending, PATIENCE_MS);
    return { searches: this.searches, outdated };
  }

  /** What a profile's search runs on right now, for another search to be held against it. */
  weighed(profile: ProfileName): WeighedRoads {
    const { search, costs } = this.basis;
    const { weights } = this.work.weighings[this.set][profile];
    const ends = new DriveEnds(this.graph, search, costs[profile], this.factors[profile]);
    return { graph: this.graph, search, weights, ends };
  }

  /** A profile's search under other conditions than those in force, for comparing; costs as much as weighing it. */
  searchUnder(profile: ProfileName, factors: Float32Array | null): RoadSearch {
    const { hierarchy, search, lengths, costs } = this.basis;
    const weighed = weighRoads(this.graph, search, costs[profile], factors);
    const metric = emptyMetric(hierarchy);
    customise(hierarchy, weighed.weights, lengths, metric);
    return new HierarchyRoadSearch({ ...weighed, metric }, this.ways);
  }

  /** The edges (1 each) on which a vehicle of the profile may be found and which it can reach. */
  edgesInReach(profile: ProfileName): Uint8Array {
    return this.inReach[profile];
  }

  /** Ends the worker; nothing may be put in force afterwards. */
  close(): Promise<void> {
    return this.reweigher.close();
  }

  private begin(): Promise<void> {
    const factors = this.wanted;
    const spare = this.set === 0 ? 1 : 0;
    const work = this.reweigher.reweigh(factors, spare).then(() => {
      this.set = spare;
      this.factors = factors;
      this.searches = this.searchesNow();
    });
    const done = work.finally(() => {
      if (this.working === done) this.working = null;
    });
    return (this.working = done);
  }

  private searchesNow(): ByProfile<RoadSearch> {
    const weighings = this.work.weighings[this.set];
    return byProfile((name) => new HierarchyRoadSearch({ ...this.weighed(name), ...weighings[name] }, this.ways));
  }
}

/** Profiles that share an array go on sharing it: mostly all of them do. */
function copyOf(factors: ArcFactors): ArcFactors {
  const copies = new Map<Float32Array | null, Float32Array | null>([[null, null]]);
  for (const one of Object.values(factors)) if (!copies.has(one)) copies.set(one, one!.slice());
  return byProfile((name) => copies.get(factors[name]) ?? null);
}

/** Whether work takes longer than that. Its failure is told to whoever ordered it; a question goes on without. */
async function isLate(work: Promise<void>, patienceMs: number): Promise<boolean> {
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
