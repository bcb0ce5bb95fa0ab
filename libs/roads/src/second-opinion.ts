import type { LngLat, TravelSource } from '#contracts';
import type { Now, TravelOrigin, TravelTimes } from './travel-times.js';

/** What another source said of one drive, and when. */
export interface Opinion {
  readonly source: TravelSource;
  readonly seconds: number;
  readonly askedAt: Date;
}

/** Younger than this it is not asked again; older than that it is not shown any more. */
const FRESH_SECONDS = 60;
const SHOWN_SECONDS = 300;
/** A source that failed is left in peace for a while. */
const REST_SECONDS = 30;
const MOST_REMEMBERED = 2_000;

/**
 * What another source says beside our own times. Nobody waits for it: a question gets what is known at that moment, and
 * what is unknown or old is asked for in the background, so that the next question finds it.
 */
export class SecondOpinion {
  private readonly known = new Map<string, Opinion>();
  private readonly asking = new Set<string>();
  private restUntil = 0;

  constructor(
    private readonly times: TravelTimes,
    private readonly now: Now,
    private readonly report: (failure: unknown) => void,
  ) {}

  /** What is known of these drives, in the order asked, and whether more is on its way. */
  consult(origins: readonly TravelOrigin[], place: LngLat): { opinions: (Opinion | null)[]; awaited: boolean } {
    const keys = origins.map(({ at }) => keyOf(at, place));
    const wanted = origins.filter((_, i) => !this.asking.has(keys[i]!) && this.ageSeconds(keys[i]!) >= FRESH_SECONDS);
    if (wanted.length > 0 && this.now().getTime() >= this.restUntil) void this.ask(wanted, place);
    const opinions = keys.map((key) => (this.ageSeconds(key) < SHOWN_SECONDS ? this.known.get(key)! : null));
    return { opinions, awaited: keys.some((key) => this.asking.has(key)) };
  }

  private ageSeconds(key: string): number {
    const known = this.known.get(key);
    return known ? (this.now().getTime() - known.askedAt.getTime()) / 1_000 : Infinity;
  }

  private async ask(origins: readonly TravelOrigin[], place: LngLat): Promise<void> {
    const keys = origins.map(({ at }) => keyOf(at, place));
    for (const key of keys) this.asking.add(key);
    try {
      const { source, computedAt, times } = await this.times.toPlace(origins, place);
      times.forEach(
        (time, i) => time && this.remember(keys[i]!, { source, seconds: time.seconds, askedAt: computedAt }),
      );
    } catch (failure) {
      this.restUntil = this.now().getTime() + REST_SECONDS * 1_000;
      this.report(failure);
    } finally {
      for (const key of keys) this.asking.delete(key);
    }
  }

  private remember(key: string, opinion: Opinion): void {
    // The oldest stands first: a key that is written again moves to the end.
    this.known.delete(key);
    this.known.set(key, opinion);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_REMEMBERED) this.known.delete(oldest!);
  }
}

/** Both ends to about 100 m: a vehicle that waits at a light is not asked about again and again. */
const keyOf = (from: LngLat, to: LngLat) => [...from, ...to].map((degrees) => degrees.toFixed(3)).join();
