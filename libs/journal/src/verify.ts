import type { DataSource, EntityManager } from 'typeorm';
import { GENESIS_HASH, hashEntry } from './entry.js';
import { ENTRY_COLUMNS, toEntry, type EntryRow } from './reading.js';

export interface Verdict {
  readonly ok: boolean;
  /** Entries that were checked and hold. */
  readonly checked: number;
  /** Where the chain breaks, and how; null when it holds. */
  readonly break: { readonly n: number; readonly kind: 'missing' | 'altered' | 'unlinked' | 'head' } | null;
}

const PAGE = 5_000;

/**
 * Walks the whole chain: a number that is missing, an entry whose content does not give its hash, an entry that does
 * not carry the hash of the one before, or a head that does not match the last entry, is reported with its number.
 */
export async function verifyJournal(db: Pick<DataSource | EntityManager, 'query'>): Promise<Verdict> {
  let hash: Buffer = GENESIS_HASH;
  let n = 0;
  const broken = (at: number, kind: NonNullable<Verdict['break']>['kind']): Verdict => ({
    ok: false,
    checked: n,
    break: { n: at, kind },
  });
  for (;;) {
    const rows: (EntryRow & { prev_hash: Buffer; hash: Buffer })[] = await db.query(
      `select ${ENTRY_COLUMNS}, prev_hash, hash from journal where n > $1 order by n limit ${PAGE}`,
      [n],
    );
    for (const row of rows) {
      const entry = toEntry(row);
      if (entry.n !== n + 1) return broken(n + 1, 'missing');
      if (!hash.equals(Buffer.from(row.prev_hash))) return broken(entry.n, 'unlinked');
      const expected = hashEntry(hash, entry);
      if (!expected.equals(Buffer.from(row.hash))) return broken(entry.n, 'altered');
      hash = expected;
      n = entry.n;
    }
    if (rows.length < PAGE) break;
  }
  const [head]: { n: string; hash: Buffer }[] = await db.query('select n, hash from journal_head');
  if (!head || Number(head.n) !== n || !hash.equals(Buffer.from(head.hash))) return broken(n + 1, 'head');
  return { ok: true, checked: n, break: null };
}
