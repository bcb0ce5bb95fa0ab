/** Work that is repeated as long as the server runs: one run at a time, and a run that fails is told and not the last. */
export class Repeating {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(everyMs: number): void {
    this.timer = setInterval(() => void this.run(), everyMs);
  }

  /** One run now, or the one that is under way. */
  run(): Promise<void> {
    return (this.running ??= this.work()
      .catch(this.onError)
      .finally(() => (this.running = null)));
  }

  /** Resolves when the run under way has ended; none follows. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }
}
