import { Repeating } from '#journal';
import { findBetterChoices, type Threshold } from './better-choice.js';
import type { SituationReader } from './situation.js';
import type { SuggestionsService } from './suggestions.service.js';

/** So much happens together (an acceptance, a position, a freed vehicle) is looked at once. */
const DEBOUNCE_MS = 700;

/**
 * Looks for better choices when something happened that may change them, and every few seconds, since vehicles move
 * without a word.
 */
export class SuggestionClock extends Repeating {
  private soon: NodeJS.Timeout | null = null;

  constructor(
    reader: SituationReader,
    suggestions: SuggestionsService,
    threshold: Threshold,
    onFault: (error: unknown) => void,
  ) {
    super(async () => suggestions.show(findBetterChoices(await reader.read(), threshold)), onFault);
  }

  /** Something happened: look soon. */
  look(): void {
    this.soon ??= setTimeout(() => {
      this.soon = null;
      void this.run();
    }, DEBOUNCE_MS);
  }

  override async stop(): Promise<void> {
    if (this.soon) clearTimeout(this.soon);
    await super.stop();
  }
}
