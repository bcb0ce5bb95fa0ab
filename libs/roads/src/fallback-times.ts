import { DomainError, type LngLat, type TravelSource } from '#contracts';
import type { TravelAnswer, TravelOrigin, TravelTimes } from './travel-times.js';

export interface Attempt {
  readonly times: TravelTimes;
  readonly deadlineMs: number;
}

/**
 * Asks each source in turn until one answers within its deadline; the answer carries the label of the source that gave
 * it. "No road" is an answer. So is a refusal (4xx, such as a place in the sea): only a source that fails or is too
 * slow is passed over, and each failure is reported.
 */
export class FallbackTimes implements TravelTimes {
  readonly source: TravelSource;

  constructor(
    private readonly attempts: readonly [Attempt, ...Attempt[]],
    private readonly report: (source: TravelSource, failure: unknown) => void,
  ) {
    this.source = attempts[0].times.source;
  }

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    let last: unknown;
    for (const { times, deadlineMs } of this.attempts) {
      try {
        return await withDeadline(times.toPlace(origins, place), deadlineMs, times.source);
      } catch (failure) {
        if (failure instanceof DomainError && failure.status < 500) throw failure;
        this.report(times.source, failure);
        last = failure;
      }
    }
    throw last;
  }
}

async function withDeadline<T>(work: Promise<T>, deadlineMs: number, source: TravelSource): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${source} did not answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
