import { Repeating, type Clock } from '#journal';
import { IsNull, type DataSource } from 'typeorm';
import { RingRow } from '../entities.js';
import { deadlineOf, type Patience } from './ring.js';
import type { RingsService } from './rings.service.js';

/**
 * Puts the rings that nobody took, or that nobody saved, on the call-back list. It asks the database what is open, so a
 * restart forgets nothing.
 */
export class RingClock extends Repeating {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rings: RingsService,
    private readonly patience: Patience,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
  }

  private async tick(): Promise<void> {
    const open = await this.dataSource.manager.findBy(RingRow, { callId: IsNull(), callBackId: IsNull() });
    const now = this.clock.now();
    for (const ring of open)
      if (deadlineOf(ring, this.patience).at <= now) await this.rings.expire(ring.id).catch(this.onFault);
  }
}
