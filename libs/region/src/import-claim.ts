import { randomUUID } from 'node:crypto';
import type { Query } from './query.js';

export interface Importer {
  readonly host: string;
  readonly pid: number;
  /** What is being imported, e.g. the file's name. */
  readonly source: string;
}

/** Longer than the slowest single statement of an import; a claim without a beat for so long is nobody's. */
const SILENT_SECONDS = 60;

/** Somebody else imports into this database at this moment. */
export class ImportUnderWayError extends Error {
  constructor(readonly holder: Importer) {
    super(`Process ${holder.pid} on ${holder.host} is importing ${holder.source}`);
    this.name = 'ImportUnderWayError';
  }
}

/**
 * The right to write the next region. A row and not an advisory lock, because clients of the embedded database share
 * one session; every step of an import renews it in its own transaction, so that one who lost it can write nothing.
 */
export class ImportClaim {
  private constructor(
    private readonly query: Query,
    private readonly claim: string,
  ) {}

  /**
   * `isGone` tells of a holder that it cannot come back, e.g. that its process has ended; otherwise its silence decides.
   * @throws ImportUnderWayError
   */
  static async take(query: Query, own: Importer, isGone: (holder: Importer) => boolean): Promise<ImportClaim> {
    const claim = randomUUID();
    const [holder] = await query<Importer & { claim: string; silent: boolean }>(
      `select claim, host, pid, source, beat_at < now() - make_interval(secs => $1) as silent from region_import`,
      [SILENT_SECONDS],
    );
    if (holder && !holder.silent && !isGone(holder)) throw new ImportUnderWayError(holder);
    const taken = await query(
      `insert into region_import (claim, host, pid, source, started_at, beat_at) values ($1, $2, $3, $4, now(), now())
       on conflict (only_one) do update set claim = excluded.claim, host = excluded.host, pid = excluded.pid,
         source = excluded.source, started_at = excluded.started_at, beat_at = excluded.beat_at
       where region_import.claim = $5 returning claim`,
      [claim, own.host, own.pid, own.source, holder?.claim ?? null],
    );
    if (taken.length === 0) return ImportClaim.take(query, own, isGone);
    return new ImportClaim(query, claim);
  }

  /** Inside the transaction of a step. @throws Error when somebody else has taken over */
  async renew(): Promise<void> {
    const rows = await this.query('update region_import set beat_at = now() where claim = $1 returning claim', [
      this.claim,
    ]);
    if (rows.length === 0) throw new Error('Another import has taken over.');
  }

  async release(): Promise<void> {
    await this.query('delete from region_import where claim = $1', [this.claim]);
  }
}
