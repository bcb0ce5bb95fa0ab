import { HierarchySearch } from '#hierarchy';
import { atOnce, inSteps } from '#steps';
import type { RoadGraph } from './graph.js';
import { HierarchyRoadSearch } from './hierarchy-search.js';
import { byProfile, PROFILE_NAMES, PROFILES, type ByProfile, type ProfileName, type TravelProfile } from './profile.js';
import { ProfileInForce } from './profile-in-force.js';
import { layOutRoads, type RoadLayout } from './road-layout.js';
import { Reweigher } from './reweigher.js';
import type { RoadSearch } from './search.js';
import type { RoadIndex } from './snap.js';
import type { WeighedRoads } from './weighed-roads.js';
import { emptyWeighing, weighProfile, type ArcFactors, type Weighing } from './weighing.js';
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
  private readonly reweigher: Reweigher;
  /** Its arrays serve all profiles in turn. */
  private readonly ways: HierarchySearch;
  private readonly profiles: ByProfile<ProfileInForce>;

  constructor(
    readonly graph: RoadGraph,
    /** How each kind of vehicle drives. */
    readonly travelProfiles: Readonly<ByProfile<TravelProfile>> = PROFILES,
    private readonly layout: RoadLayout = atOnce(layOutRoads(graph, travelProfiles)),
  ) {
    const { basis, weighings } = layout;
    this.ways = new HierarchySearch(basis.hierarchy);
    this.reweigher = new Reweigher({ basis, weighings });
    this.profiles = byProfile(
      (name) =>
        new ProfileInForce(
          weighings[name],
          (weighing) => this.searchOn(name, weighing),
          (spare) => this.reweigher.reweigh({ profile: name, spare }),
        ),
    );
  }

  /** The same laid out with pauses, for a server that answers meanwhile. */
  static async inSteps(graph: RoadGraph, profiles: Readonly<ByProfile<TravelProfile>>): Promise<RoadsInForce> {
    return new RoadsInForce(graph, profiles, await inSteps(layOutRoads(graph, profiles)));
  }

  get index(): RoadIndex {
    return this.layout.index;
  }

  get orderedAtLoad(): boolean {
    return this.layout.orderedAtLoad;
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
    const weighing = emptyWeighing(this.layout.basis, profile);
    if (factors) weighing.factors.set(factors);
    weighProfile(this.layout.basis, profile, weighing);
    return this.searchOn(profile, weighing);
  }

  /** The edges (1 each) on which a vehicle of the profile may be found and which it can reach. */
  edgesInReach(profile: ProfileName): Uint8Array {
    return this.layout.inReach[profile];
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
    const { search, costs } = this.layout.basis;
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
