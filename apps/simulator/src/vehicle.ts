import type { LngLat } from '#contracts';
import { reportPosition, type LiveSocket } from './connection.js';
import type { Moment } from './driving.js';

/** A standing vehicle says so this often: its position stays live, which it is up to 15 s. */
const AT_REST_MS = 9_000;
const CHECK_MS = 2_000;
const ACCURACY_METRES = 6;

/** Where a vehicle is, and the tablet in it that reports so. */
export class Vehicle {
  private now: Moment;
  private reportedAt = 0;

  constructor(
    private readonly socket: LiveSocket,
    at: LngLat,
    stopping: AbortSignal,
  ) {
    this.now = { at, headingDegrees: 0, speedMps: 0, arrived: true };
    const timer = setInterval(() => this.remind(), CHECK_MS);
    stopping.addEventListener('abort', () => clearInterval(timer));
    this.report();
  }

  get at(): LngLat {
    return this.now.at;
  }

  move(moment: Moment): void {
    this.now = moment;
    this.report();
  }

  halt(): void {
    this.move({ ...this.now, speedMps: 0 });
  }

  private remind(): void {
    if (performance.now() - this.reportedAt >= AT_REST_MS) this.report();
  }

  private report(): void {
    this.reportedAt = performance.now();
    const { at, headingDegrees, speedMps } = this.now;
    reportPosition(this.socket, {
      at,
      headingDegrees,
      speedMps,
      fixedAt: new Date().toISOString(),
      accuracyMetres: ACCURACY_METRES,
      mock: false,
    });
  }
}
