import type { OfferId, RefusalReason } from '#contracts';
import { Random } from '#chance';

/** Who answers an offer, how, and after how long. Silence lets the countdown run out. */
export type OfferAnswer =
  | { readonly by: 'crew' | 'station'; readonly kind: 'accept'; readonly afterSeconds: number }
  | { readonly by: 'station'; readonly kind: 'refuse'; readonly reason: RefusalReason; readonly afterSeconds: number }
  | { readonly by: 'nobody'; readonly kind: 'silence' };

const KINDS = { crew: 56, station: 31, refuse: 9, silence: 4 };
const REFUSALS: Partial<Record<RefusalReason, number>> = {
  vehicle_busy: 45,
  crew_short: 30,
  beyond_ability: 15,
  vehicle_broken: 10,
};

/** Station and crew ask this about the same offer and get the same answer, so only one of them acts. */
export function answerTo(offerId: OfferId, seed: number): OfferAnswer {
  const random = new Random(seed, offerId);
  const kind = random.weighted(KINDS);
  const afterSeconds = random.between(5, 24);
  if (kind === 'silence') return { by: 'nobody', kind };
  if (kind === 'refuse') return { by: 'station', kind, reason: random.weighted(REFUSALS), afterSeconds };
  return { by: kind, kind: 'accept', afterSeconds };
}
