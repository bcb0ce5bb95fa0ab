import { DomainError, type Statistics, type StatisticsQuery } from '#contracts';
import { listEntriesAfter, type Clock } from '#journal';
import type { DataSource } from 'typeorm';
import { Ledger } from './ledger.js';
import { computeStatistics } from './statistics.js';

const PAGE = 5_000;

/** Figures for the supervisor. The ledger is kept and only what the journal has added since is read. */
export class ReportingService {
  private ledger = new Ledger();
  private reading: Promise<void> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async statistics(query: StatisticsQuery): Promise<Statistics> {
    if (!(Date.parse(query.from) < Date.parse(query.to))) throw new DomainError('PERIOD_INVALID', { ...query });
    this.reading ??= this.readOn().finally(() => (this.reading = null));
    await this.reading;
    return computeStatistics(this.ledger, query, this.clock.now());
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const entries = await listEntriesAfter(this.dataSource, this.ledger.head, PAGE);
      for (const entry of entries) this.ledger.take(entry);
      if (entries.length < PAGE) return;
    }
  }
}
