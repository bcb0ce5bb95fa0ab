import type { TravelBasis } from '#contracts';
import { PROFILE_NAMES, USUAL, type ArcFactors, type ProfileName, type RoadsInForce } from '#roads';
import type { ObstructionFactors } from './obstructions/obstruction-factors.js';

/** The roads as they are weighed: their arcs, where they lie, and the way to put other conditions in force. */
export type LiveRoads = Pick<RoadsInForce, 'graph' | 'index' | 'travelProfiles' | 'reweigh'>;

/** Something that makes roads slower or faster at this hour, such as speeds learned from the centre's own drives. */
export interface SpeedSource {
  /** What its factors rest on. */
  readonly basis: TravelBasis['speeds'];
  factorsNow(roads: Omit<LiveRoads, 'reweigh'>): ArcFactors | Promise<ArcFactors>;
}

/** What is in force. */
export interface Conditions extends Pick<TravelBasis, 'obstructions' | 'speeds'> {
  readonly since: Date;
  /** The factors of the hour without any obstruction: what a drive would take if nothing stood in the way. */
  readonly free: ArcFactors;
}

/**
 * The traffic of this moment: multiplies the factors of the hour with those of the open obstructions and puts the
 * product in force. Whoever changes one of them calls {@link refresh}; when that resolves, the next travel time counts
 * with the change.
 */
export class TrafficNow {
  private roads: LiveRoads | null = null;
  /** The roads that carry what is in force. */
  private weighed: LiveRoads | null = null;
  private inForce: Conditions | null = null;
  private running: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | null = null;

  constructor(
    readonly obstructions: ObstructionFactors,
    private readonly speeds: readonly SpeedSource[],
    private readonly now: () => Date,
  ) {}

  /** From now on these roads are weighed; resolves when they are, so that they can be put to use. */
  serve(roads: LiveRoads): Promise<void> {
    this.roads = roads;
    return this.refresh();
  }

  /** The roads that are weighed; null before a region is served. */
  get liveRoads(): LiveRoads | null {
    return this.roads;
  }

  /** What is in force; null until roads were weighed. */
  get conditions(): Conditions | null {
    return this.inForce;
  }

  /** Weighs once more, after whatever is being weighed; many who wait for their turn share one. */
  refresh(): Promise<void> {
    this.waiting ??= this.afterRunning();
    return this.waiting;
  }

  private async afterRunning(): Promise<void> {
    // The one before has told its own callers if it failed.
    await this.running.catch(() => undefined);
    this.waiting = null;
    this.running = this.weigh();
    return this.running;
  }

  private async weigh(): Promise<void> {
    const { roads } = this;
    if (!roads) return;
    const free = product(await Promise.all(this.speeds.map((source) => source.factorsNow(roads))));
    const { factors, open } = await this.obstructions.weigh(roads);
    const all = product([free, factors]);
    // Roads come weighed as usual: while nothing is unusual there is nothing to do.
    if (this.weighed === roads || !isUsual(all)) await roads.reweigh(all);
    this.weighed = roads;
    this.inForce = {
      obstructions: open,
      speeds: isUsual(free) ? 'assumed' : basisOf(this.speeds),
      since: this.now(),
      free,
    };
  }
}

/** The best that one of the sources rests on. */
function basisOf(sources: readonly SpeedSource[]): TravelBasis['speeds'] {
  const bases = sources.map(({ basis }) => basis);
  return (['learned', 'entered'] as const).find((basis) => bases.includes(basis)) ?? 'assumed';
}

const isUsual = (factors: ArcFactors) => PROFILE_NAMES.every((profile) => factors[profile] === null);

/** Factors of several sources in one: each arc's are multiplied. */
export const product = (factors: readonly ArcFactors[]): ArcFactors =>
  factors.reduce<ArcFactors>(
    (all, one) =>
      Object.fromEntries(PROFILE_NAMES.map((profile) => [profile, times(all[profile], one[profile])])) as Record<
        ProfileName,
        Float32Array | null
      >,
    USUAL,
  );

function times(a: Float32Array | null, b: Float32Array | null): Float32Array | null {
  if (!a || !b) return a ?? b;
  return a.map((factor, arc) => factor * b[arc]!);
}
