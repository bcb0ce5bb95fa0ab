import type { ObstructionId } from '#contracts';
import type { Clock } from '#journal';
import type { DataSource } from 'typeorm';
import type { ObstructionsService } from './obstructions.service.js';

/**
 * Ends the obstructions whose time ran out. It asks the database what is due, so a restart forgets nothing: what
 * expired while the server was down is ended at the first tick.
 */
export class ObstructionClock {
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly obstructions: Pick<ObstructionsService, 'expire'>,
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
      const due: { id: ObstructionId }[] = await this.dataSource.query(
        `select id from obstruction where state = 'open' and until <= $1 order by until`,
        [this.clock.now()],
      );
      for (const { id } of due) await this.obstructions.expire(id).catch(this.onError);
    } catch (error) {
      this.onError(error);
    }
  }
}
