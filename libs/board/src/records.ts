import {
  digestOf,
  RECORD_KINDS,
  type BoardDigest,
  type BoardRecords,
  type BoardSnapshot,
  type Cursor,
  type Position,
} from '#contracts';
import { listDirectory } from '#fleet';
import { getHead, readAtOneMoment, type Entry } from '#journal';
import type { DataSource, EntityManager } from 'typeorm';
import { KINDS } from './kinds.js';

/** The newest state of everything that entries of the journal touched; an incident comes with all that belongs to it. */
export async function readTouched(tx: EntityManager, entries: readonly Entry[]): Promise<BoardRecords> {
  const records: Record<string, unknown[]> = {};
  // One after the other: inside a transaction there is one connection.
  for (const kind of RECORD_KINDS) {
    const ids = [...new Set(entries.map(KINDS[kind].touchedBy))].filter((id) => id !== null);
    records[kind] = ids.length > 0 ? await KINDS[kind].of(tx, ids) : [];
  }
  return records as BoardRecords;
}

async function readOpen(tx: EntityManager): Promise<BoardRecords> {
  const records: Record<string, unknown[]> = {};
  for (const kind of RECORD_KINDS) records[kind] = await KINDS[kind].open(tx);
  return records as BoardRecords;
}

/** Everything a console shows, as it was at one moment, and the cursor of that moment. */
export const readSnapshot = (dataSource: DataSource, positions: Position[], now: Date): Promise<BoardSnapshot> =>
  readAtOneMoment(dataSource, async (tx) => {
    const { epoch, n } = await getHead(tx);
    return {
      cursor: { epoch, n },
      serverTime: now.toISOString(),
      ...(await readOpen(tx)),
      ...(await listDirectory(tx)),
      positions,
    };
  });

/** What the board adds up to at one moment: read from the rows, not from what was sent. */
export const readDigest = (dataSource: DataSource): Promise<{ cursor: Cursor; board: BoardDigest }> =>
  readAtOneMoment(dataSource, async (tx) => {
    const { epoch, n } = await getHead(tx);
    const records = await readOpen(tx);
    const board = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, digestOf(records[kind])])) as BoardDigest;
    return { cursor: { epoch, n }, board };
  });
