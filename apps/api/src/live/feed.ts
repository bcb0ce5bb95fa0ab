import { readTouched, timelineEntry } from '#board';
import type { BoardChange, Cursor } from '#contracts';
import { getHead, listEntriesAfter, readAtOneMoment, type Clock, type Entry, type Journal } from '#journal';
import type { DataSource } from 'typeorm';

/** More than this behind, and a fresh snapshot is cheaper than the changes. */
const RESUME_LIMIT = 2_000;
/** Commits of another server on the same database are seen at the latest after this. */
const LOOK_EVERY_MS = 1_000;

/**
 * Follows the journal: after a commit it reads everything behind its own number, in order, and hands it on as one
 * change. Because the numbers have no gaps and stand in commit order, nothing can be passed over.
 */
export class Feed {
  private at: Cursor | null = null;
  private reading: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly listeners = new Set<(change: BoardChange, entries: readonly Entry[]) => void>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    this.at = await getHead(this.dataSource);
    this.journal.onCommit(() => this.look());
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.reading;
  }

  onChange(listener: (change: BoardChange, entries: readonly Entry[]) => void): void {
    this.listeners.add(listener);
  }

  /** The newest number that was handed on. */
  get cursor(): Cursor {
    return this.at!;
  }

  /** What a screen with this cursor has missed; null when it must start anew. */
  async changesSince({ epoch, n }: Cursor): Promise<BoardChange | null> {
    const { at } = this;
    if (!at || epoch !== at.epoch || n > at.n || at.n - n > RESUME_LIMIT) return null;
    const entries = await listEntriesAfter(this.dataSource, n, at.n - n);
    return this.changeOf(n, entries);
  }

  /** One reader at a time; a commit during the reading makes it read once more. */
  look(): void {
    this.again = true;
    this.reading ??= this.readOn().finally(() => {
      this.reading = null;
      // A commit between the last reading and here must not wait for the timer.
      if (this.again) this.look();
    });
  }

  private async readOn(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        const { at } = this;
        if (!at) return;
        const entries = await listEntriesAfter(this.dataSource, at.n, RESUME_LIMIT);
        if (entries.length === 0) continue;
        const change = await this.changeOf(at.n, entries);
        this.at = change.cursor;
        for (const listener of this.listeners) listener(change, entries);
        if (entries.length === RESUME_LIMIT) this.again = true;
      } catch (error) {
        this.onError(error);
        return;
      }
    }
  }

  private async changeOf(after: number, entries: readonly Entry[]): Promise<BoardChange> {
    return {
      after,
      cursor: { epoch: this.at!.epoch, n: entries.at(-1)?.n ?? after },
      serverTime: this.clock.now().toISOString(),
      entries: entries.map(timelineEntry),
      records: await readAtOneMoment(this.dataSource, (tx) => readTouched(tx, entries)),
    };
  }
}
