import { Repeating } from '#journal';
import type { ServedRegion } from './served-region.js';

/**
 * Looks whether an import has brought another version and lets it be served. A look at one number every few seconds
 * works on every database; a notification would be lost on the embedded one.
 */
export class RegionWatch extends Repeating {
  private readonly listeners = new Set<() => unknown>();

  constructor(
    private readonly region: Pick<ServedRegion, 'refresh'>,
    onFault: (error: unknown) => void,
  ) {
    super(() => this.look(), onFault);
  }

  /** Hears of every new version as soon as it is served. */
  onSwitch(listener: () => unknown): void {
    this.listeners.add(listener);
  }

  /** Loading a large region takes longer than the time between two looks. */
  private async look(): Promise<void> {
    if (!(await this.region.refresh())) return;
    for (const listener of this.listeners) await listener();
  }
}
