/** What a screen has heard, in milliseconds of this machine's clock. */
export interface Hearing {
  /** When the last pulse came, or when the screen began to wait for the first one. */
  pulseAtMs: number;
  /** Whether the line is open now; a closed one proves nothing, whatever was heard a moment ago. */
  connected: boolean;
  /** False until the first snapshot: nothing is shown yet that could be fresh. */
  begun: boolean;
  /** Since when the pulse has named a newer change than the one shown; null when they agree. */
  behindSinceMs: number | null;
}

const STALE_AFTER_MS = 2_000;
const WARN_AFTER_MS = 3_000;
const ALARM_AFTER_MS = 15_000;

export type FreshnessState = 'connecting' | 'live' | 'stale' | 'warning' | 'alarm';
export interface Freshness {
  state: FreshnessState;
  /** For how long nothing new was proved, in whole seconds. */
  seconds: number;
}

/**
 * Whether a screen may claim to be fresh: a pulse within two seconds, and nothing newer announced than what is shown
 * for longer than that. It must say so at three seconds and alarm at fifteen.
 */
export function freshnessAt(hearing: Hearing, nowMs: number): Freshness {
  const silenceMs = nowMs - hearing.pulseAtMs;
  const behindMs = hearing.behindSinceMs === null ? 0 : nowMs - hearing.behindSinceMs;
  const unprovedMs = Math.max(0, silenceMs, behindMs);
  const seconds = Math.floor(unprovedMs / 1000);
  if (unprovedMs > ALARM_AFTER_MS) return { state: 'alarm', seconds };
  if (unprovedMs > WARN_AFTER_MS) return { state: 'warning', seconds };
  if (!hearing.begun) return { state: 'connecting', seconds };
  if (unprovedMs > STALE_AFTER_MS || !hearing.connected) return { state: 'stale', seconds };
  return { state: 'live', seconds: 0 };
}

/** What the hearing becomes when a pulse names change `pulseN` while the screen shows `shownN`. */
export function heardPulse(hearing: Hearing, pulseN: number, shownN: number, nowMs: number): Hearing {
  return { ...hearing, pulseAtMs: nowMs, behindSinceMs: pulseN > shownN ? (hearing.behindSinceMs ?? nowMs) : null };
}

/** In how many milliseconds a hearing that gets nothing more stops being live. */
export const staleInMs = ({ pulseAtMs, behindSinceMs }: Hearing, nowMs: number): number =>
  Math.min(pulseAtMs, behindSinceMs ?? Infinity) + STALE_AFTER_MS + 1 - nowMs;
