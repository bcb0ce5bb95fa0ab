import { localHour, Repeating, type Clock } from '#journal';
import type { TrafficNow } from '../traffic-now.js';
import type { SpeedsService } from './speeds.service.js';

/** Learns from the drives that ended, and puts the speeds of the new hour in force when the clock strikes. */
export class Lessons extends Repeating {
  private hour: number;

  constructor(
    private readonly speeds: SpeedsService,
    private readonly traffic: TrafficNow,
    private readonly clock: Clock,
    onFault: (error: unknown) => void,
  ) {
    super(() => this.tick(), onFault);
    this.hour = localHour(clock.now());
  }

  private async tick(): Promise<void> {
    const roads = this.traffic.liveRoads;
    if (!roads) return;
    const before = this.speeds.trust().learnedFromDrives;
    try {
      await this.speeds.learn(roads);
    } finally {
      const hour = localHour(this.clock.now());
      const isNew = this.speeds.trust().learnedFromDrives !== before || hour !== this.hour;
      if (isNew) await this.traffic.refresh();
      this.hour = hour;
    }
  }
}
