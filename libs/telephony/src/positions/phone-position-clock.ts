import type { PhonePositionId } from '#contracts';
import { Repeating, type Clock } from '#journal';
import type { DataSource } from 'typeorm';
import type { PhonePositionsService } from './phone-positions.service.js';

/** Takes telephone positions off the board when their time has come; it asks the database, so a restart forgets none. */
export class PhonePositionClock extends Repeating {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PhonePositionsService,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
  }

  private async tick(): Promise<void> {
    const due: { id: PhonePositionId }[] = await this.dataSource.query(
      `select id from phone_position where ended_at is null and until <= $1 order by until`,
      [this.clock.now()],
    );
    for (const { id } of due) await this.positions.expire(id).catch(this.onFault);
  }
}
