/** For this long after the start everybody is quick, so that a newcomer soon sees vehicles at work. */
const WARM_UP_SECONDS = 75;
const WARM_UP_FACTOR = 6;

/** How fast life goes. People and vehicles think in seconds of life; only this class knows about real time. */
export class Pace {
  private readonly startedAt = performance.now();

  constructor(
    readonly speed: number,
    private readonly stopping: AbortSignal,
  ) {}

  get stopped(): boolean {
    return this.stopping.aborted;
  }

  get warmingUp(): boolean {
    return performance.now() - this.startedAt < WARM_UP_SECONDS * 1_000;
  }

  /** What people do: shorter by the speed, and shorter still right after the start. */
  async wait(seconds: number, disturbed?: AbortSignal): Promise<void> {
    return this.pause(seconds / this.speed / (this.warmingUp ? WARM_UP_FACTOR : 1), disturbed);
  }

  /** Real seconds; ends early when the simulation stops or `disturbed` fires. */
  pause(realSeconds: number, disturbed?: AbortSignal): Promise<void> {
    if (this.stopped || disturbed?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.stopping.removeEventListener('abort', end);
        disturbed?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, realSeconds * 1_000);
      this.stopping.addEventListener('abort', end);
      disturbed?.addEventListener('abort', end);
    });
  }
}
