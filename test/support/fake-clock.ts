import type { Clock } from '#journal';

/** A clock that a spec moves. */
export class FakeClock implements Clock {
  constructor(private at = new Date('2026-11-21T09:00:00Z')) {}
  now(): Date {
    return this.at;
  }
  pass(seconds: number): void {
    this.at = new Date(this.at.getTime() + seconds * 1_000);
  }
}
