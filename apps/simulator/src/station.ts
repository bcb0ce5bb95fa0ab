import type { OfferId, StationView } from '#contracts';
import { answerTo } from './answers.js';
import type { Client } from './client.js';
import type { Pace } from './pace.js';
import type { Tally } from './tally.js';

/** The desk of a satellite station: answers the offers that its crews do not answer themselves. */
export class StationDesk {
  private readonly seen = new Set<OfferId>();
  private open = new Set<OfferId>();

  constructor(
    private readonly client: Client,
    private readonly pace: Pace,
    private readonly seed: number,
    private readonly tally: Tally,
  ) {}

  show(view: StationView): void {
    this.open = new Set(view.offers.map((offer) => offer.id));
    for (const id of this.seen) if (!this.open.has(id)) this.seen.delete(id);
    for (const { id } of view.offers) {
      if (this.seen.has(id)) continue;
      this.seen.add(id);
      void this.answer(id).catch((error: unknown) => this.tally.fail(error));
    }
  }

  private async answer(offerId: OfferId): Promise<void> {
    this.tally.count('offers');
    const answer = answerTo(offerId, this.seed);
    if (answer.by === 'nobody') this.tally.count('silent');
    if (answer.by !== 'station') return;
    await this.pace.wait(answer.afterSeconds);
    if (this.pace.stopped || !this.open.has(offerId)) return;
    if (answer.kind === 'accept') await this.client.send('offer.accept', { offerId });
    else await this.client.send('offer.refuse', { offerId, reason: answer.reason });
    this.tally.count(answer.kind === 'accept' ? 'accepted' : 'refused');
  }
}
