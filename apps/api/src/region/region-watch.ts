import type { ServedRegion } from './served-region.js';

/**
 * Looks whether an import has brought another version and lets it be served. A look at one number every few seconds
 * works on every database; a notification would be lost on the embedded one.
 */
export class RegionWatch {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private readonly listeners = new Set<() => unknown>();

  constructor(
    private readonly region: Pick<ServedRegion, 'refresh'>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(everyMs: number): void {
    this.timer = setInterval(() => void this.look(), everyMs);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  /** Hears of every new version as soon as it is served. */
  onSwitch(listener: () => unknown): void {
    this.listeners.add(listener);
  }

  /** One look at a time: a large region takes longer to load than the time between two looks. */
  look(): Promise<void> {
    return (this.looking ??= this.region
      .refresh()
      .then(async (switched) => {
        if (switched) for (const listener of this.listeners) await listener();
      })
      .catch(this.onError)
      .finally(() => (this.looking = null)));
  }
}
