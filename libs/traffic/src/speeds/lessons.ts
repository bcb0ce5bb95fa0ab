import { localHour, type Clock } from '#journal';
import type { TrafficNow } from '../traffic-now.js';
import type { SpeedsService } from './speeds.service.js';

/** Learns from the drives that ended, and puts the speeds of the new hour in force when the clock strikes. */
export class Lessons {
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> | null = null;
  private hour: number;

  constructor(
    private readonly speeds: SpeedsService,
    private readonly traffic: TrafficNow,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
  ) {
    this.hour = localHour(clock.now());
  }

  start(everyMs: number): void {
    this.timer = setInterval(() => (this.ticking ??= this.tick().finally(() => (this.ticking = null))), everyMs);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.ticking;
  }

  async tick(): Promise<void> {
    try {
      const roads = this.traffic.liveRoads;
      if (!roads) return;
      const taught = await this.speeds.learn(roads);
      const hour = localHour(this.clock.now());
      if (taught === 0 && hour === this.hour) return;
      await this.traffic.refresh();
      this.hour = hour;
    } catch (error) {
      this.onError(error);
    }
  }
}
