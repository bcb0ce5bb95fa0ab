import { DomainError } from '#contracts';
import type { Clock } from '#journal';
import { TokenBucket } from '../live/token-bucket.js';

/** A page asks every 10 s and sends a position whenever it improves. */
const PER_LINK = { perSecond: 1, burst: 20 };
/** Secrets that were wrong, from one address: nobody mistypes more, and 128 bits are not guessed at this pace. */
const MISSES = { perSecond: 0.1, burst: 10 };
const MOST_KEPT = 10_000;

/** How fast links may be used, and how often an address may be wrong. Kept in memory: a restart is generous. */
export class LinkLimits {
  private readonly links = new Map<string, TokenBucket>();
  private readonly misses = new Map<string, TokenBucket>();

  constructor(private readonly clock: Clock) {}

  /** @throws TOO_MANY_TRIES when this link is used faster than a page would */
  use(linkId: string): void {
    this.take(this.links, linkId, PER_LINK);
  }

  /** @throws TOO_MANY_TRIES when this address has been wrong too often */
  miss(address: string): void {
    this.take(this.misses, address, MISSES);
  }

  private take(kept: Map<string, TokenBucket>, key: string, { perSecond, burst }: typeof PER_LINK): void {
    if (kept.size >= MOST_KEPT) kept.clear();
    const bucket = kept.get(key) ?? new TokenBucket(perSecond, burst, this.clock);
    kept.set(key, bucket);
    if (!bucket.take()) throw new DomainError('TOO_MANY_TRIES');
  }
}
