import type { PrealertId } from '#contracts';
import { Repeating, type Clock } from '#journal';
import type { DataSource } from 'typeorm';
import type { PrealertsService } from './prealerts.service.js';

/** Ends the pre-alerts that nobody renewed; it asks the database what is due, so a restart forgets nothing. */
export class PrealertClock extends Repeating {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prealerts: Pick<PrealertsService, 'expire'>,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
  }

  private async tick(): Promise<void> {
    const due: { id: PrealertId }[] = await this.dataSource.query(
      `select id from prealert where state in ('raised', 'readying') and expires_at <= $1 order by expires_at`,
      [this.clock.now()],
    );
    for (const { id } of due) await this.prealerts.expire(id).catch(this.onFault);
  }
}
