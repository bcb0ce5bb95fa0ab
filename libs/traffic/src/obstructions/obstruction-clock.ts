import type { ObstructionId } from '#contracts';
import { Repeating, type Clock } from '#journal';
import type { DataSource } from 'typeorm';
import type { ObstructionsService } from './obstructions.service.js';

/**
 * Ends the obstructions whose time ran out. It asks the database what is due, so a restart forgets nothing: what
 * expired while the server was down is ended at the first tick.
 */
export class ObstructionClock extends Repeating {
  constructor(
    private readonly dataSource: DataSource,
    private readonly obstructions: Pick<ObstructionsService, 'expire'>,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
  }

  private async tick(): Promise<void> {
    const due: { id: ObstructionId }[] = await this.dataSource.query(
      `select id from obstruction where state = 'open' and until <= $1 order by until`,
      [this.clock.now()],
    );
    for (const { id } of due) await this.obstructions.expire(id).catch(this.onFault);
  }
}
