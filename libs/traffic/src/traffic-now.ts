import type { TravelBasis } from '#contracts';
import { PROFILE_NAMES, type ArcFactors, type ProfileName, type RoadsInForce } from '#roads';

export type WeighedRoads = Pick<RoadsInForce, 'graph' | 'index' | 'reweigh'>;

/** What an estimate may say of the conditions it counts with. */
export type Conditions = Pick<TravelBasis, 'obstructions' | 'speeds'>;

/** One thing that makes roads slower, faster or closed right now. */
export interface FactorSource {
  /** Its factors on these roads at this moment, and what to say of them. */
  weigh(roads: WeighedRoads): Promise<{ factors: ArcFactors; conditions: Partial<Conditions> }>;
}

const USUAL_CONDITIONS: Conditions = { obstructions: 0, speeds: 'assumed' };

/**
 * The traffic of this moment: asks every source for its factors, multiplies them and puts the product in force. Whoever
 * changes a source calls {@link refresh}; when that resolves, the next travel time counts with the change.
 */
export class TrafficNow {
  private roads: WeighedRoads | null = null;
  private weighed: (Conditions & { at: Date }) | null = null;
  private running: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | null = null;

  constructor(
    private readonly sources: readonly FactorSource[],
    private readonly now: () => Date,
  ) {}

  /** From now on these roads are weighed; resolves when they are, so that they can be put to use. */
  serve(roads: WeighedRoads): Promise<void> {
    this.roads = roads;
    return this.refresh();
  }

  /** What is in force, and since when; null until roads were weighed. */
  get conditions(): (Conditions & { at: Date }) | null {
    return this.weighed;
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
    const answers = await Promise.all(this.sources.map((source) => source.weigh(roads)));
    await roads.reweigh(product(answers.map(({ factors }) => factors)));
    this.weighed = Object.assign({ at: this.now() }, USUAL_CONDITIONS, ...answers.map(({ conditions }) => conditions));
  }
}

/** Factors of all sources in one: each arc's are multiplied. */
export const product = (factors: readonly ArcFactors[]): ArcFactors =>
  Object.fromEntries(
    PROFILE_NAMES.map((profile) => [profile, multiplied(factors.map((one) => one[profile]))]),
  ) as Record<ProfileName, Float32Array | null>;

function multiplied(factors: readonly (Float32Array | null)[]): Float32Array | null {
  const given = factors.filter((one) => one !== null);
  const [first, ...rest] = given;
  if (!first) return null;
  if (rest.length === 0) return first;
  const all = Float32Array.from(first);
  for (const other of rest) for (let arc = 0; arc < all.length; arc++) all[arc]! *= other[arc]!;
  return all;
}
