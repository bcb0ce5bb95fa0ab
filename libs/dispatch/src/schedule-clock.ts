import { Repeating, type Clock } from '#journal';
import type { DataSource } from 'typeorm';
import { listDueRides, listNearRides, type SchedulesService } from './schedules.service.js';

const REVIEW_MS = 60_000;
/** Farther ahead the roads of now say nothing. */
const NEAR_MS = 3 * 3_600_000;

/**
 * Turns rides into work when their time has come. It asks the database what is due, so a restart forgets nothing: a ride
 * whose time came while the server was down begins at the first tick.
 */
export class ScheduleClock extends Repeating {
  private reviewedAtMs = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly schedules: Pick<SchedulesService, 'begin' | 'review'>,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
  }

  private async tick(): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - this.reviewedAtMs >= REVIEW_MS) {
      this.reviewedAtMs = now.getTime();
      const near = await listNearRides(this.dataSource, new Date(now.getTime() + NEAR_MS));
      for (const { id } of near) await this.schedules.review(id).catch(this.onFault);
    }
    for (const { id } of await listDueRides(this.dataSource, now)) await this.schedules.begin(id).catch(this.onFault);
  }
}
