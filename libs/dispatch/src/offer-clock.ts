import type { OfferId } from '#contracts';
import type { Clock } from '#journal';
import type { DataSource } from 'typeorm';
import type { DispatchService } from './dispatch.service.js';

/**
 * Ends the offers whose countdown ran out. It asks the database what is due, so a restart forgets nothing: an offer
 * that expired while the server was down is ended at the first tick.
 */
export class OfferClock {
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatch: DispatchService,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(everyMs: number): void {
    this.timer = setInterval(() => (this.ticking ??= this.tick().finally(() => (this.ticking = null))), everyMs);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.ticking;
  }

  async tick(): Promise<void> {
    try {
      const due: { id: OfferId }[] = await this.dataSource.query(
        `select id from offer where state = 'open' and expires_at <= $1 order by expires_at`,
        [this.clock.now()],
      );
      for (const { id } of due) await this.dispatch.expire(id).catch(this.onError);
    } catch (error) {
      this.onError(error);
    }
  }
}
