import type { RoadSearch } from './search.js';
import type { Weighing } from './weighing.js';

export type WeighingPair = readonly [Weighing, Weighing];

/**
 * One profile's search under the conditions in force. Other conditions are worked into the spare one of two weighings;
 * when it is whole the two change places at once.
 */
export class ProfileInForce {
  private current: 0 | 1 = 0;
  private searching: RoadSearch;
  /** The factors ordered last; the work being done; and the promise of what comes after it. */
  private readonly wanted: Float32Array;
  private working: Promise<void> | null = null;
  private following: Promise<void> | null = null;

  constructor(
    private readonly weighings: WeighingPair,
    private readonly searchOf: (weighing: Weighing) => RoadSearch,
    /** Weighs the spare one by the factors that stand in it, off this thread. */
    private readonly weigh: (spare: 0 | 1) => Promise<void>,
  ) {
    this.wanted = weighings[0].factors.slice();
    this.searching = searchOf(weighings[0]);
  }

  get search(): RoadSearch {
    return this.searching;
  }

  get weighing(): Weighing {
    return this.weighings[this.current];
  }

  /** Conditions that were ordered and are not in force yet; null when there are none. */
  get pending(): Promise<void> | null {
    return this.following ?? this.working;
  }

  /** Resolves when the factors (null: as usual), or later ones, are in force. They are copied before this returns. */
  reweigh(factors: Float32Array | null): Promise<void> {
    if (factors) this.wanted.set(factors);
    else this.wanted.fill(1);
    if (!this.pending) return this.begin();
    // Whatever was waiting its turn is overtaken: both are done when the later one is.
    this.following ??= this.working!.catch(() => undefined).then(() => {
      this.following = null;
      return this.begin();
    });
    return this.following;
  }

  private begin(): Promise<void> {
    const spare = this.current === 0 ? 1 : 0;
    this.weighings[spare].factors.set(this.wanted);
    const work = this.weigh(spare).then(() => {
      this.current = spare;
      this.searching = this.searchOf(this.weighings[spare]);
    });
    const done = work.finally(() => {
      if (this.working === done) this.working = null;
    });
    return (this.working = done);
  }
}
