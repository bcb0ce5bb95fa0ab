import { Refused } from './client.js';

type Counted = 'calls' | 'incidents' | 'offers' | 'accepted' | 'refused' | 'silent' | 'missions';
const EVERY_MS = 60_000;

/** What happened in the simulation, said in one line a minute. */
export class Tally {
  private readonly counts: Record<Counted, number> = {
    calls: 0,
    incidents: 0,
    offers: 0,
    accepted: 0,
    refused: 0,
    silent: 0,
    missions: 0,
  };
  /** Why commands or reads failed, and how often since the last line. */
  private readonly failures = new Map<string, number>();

  constructor(
    private readonly say: (line: string) => void,
    private readonly openIncidents: () => number,
  ) {}

  start(stopping: AbortSignal): void {
    const timer = setInterval(() => this.tell(), EVERY_MS);
    stopping.addEventListener('abort', () => clearInterval(timer));
  }

  count(what: Counted): void {
    this.counts[what]++;
  }

  /** A refusal is part of the trade (somebody else was first); it is counted and life goes on. */
  fail(error: unknown): void {
    const why = error instanceof Refused ? error.view.code : causeOf(error);
    this.failures.set(why, (this.failures.get(why) ?? 0) + 1);
  }

  private tell(): void {
    const { calls, incidents, accepted, refused, silent, missions } = this.counts;
    const failures = [...this.failures].map(([why, times]) => `${why} ×${times}`).join(', ');
    this.failures.clear();
    this.say(
      `mô phỏng / simulator: ${calls} calls, ${incidents} incidents (${this.openIncidents()} open), ` +
        `${accepted} accepted, ${refused} refused, ${silent} silent, ${missions} missions done` +
        (failures ? ` · ${failures}` : ''),
    );
  }
}

/** `fetch failed` says nothing; its cause does. */
function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message ?? String(error);
}
