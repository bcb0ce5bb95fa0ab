import type { OfferId } from '#contracts';
import { Repeating, type Clock } from '#journal';
import type { DataSource } from 'typeorm';
import type { DispatchService } from './dispatch.service.js';

/**
 * Ends the offers whose countdown ran out. It asks the database what is due, so a restart forgets nothing: an offer
 * that expired while the server was down is ended at the first tick.
 */
export class OfferClock extends Repeating {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatch: DispatchService,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
  }

  private async tick(): Promise<void> {
    const due: { id: OfferId }[] = await this.dataSource.query(
      `select id from offer where state = 'open' and expires_at <= $1 order by expires_at`,
      [this.clock.now()],
    );
    for (const { id } of due) await this.dispatch.expire(id).catch(this.onFault);
  }
}
