import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Waiting, WaitingStore } from './waiting.js';

interface Outbox extends DBSchema {
  waiting: { key: number; value: Waiting };
}

let opened: Promise<IDBPDatabase<Outbox>> | null = null;
const database = () =>
  (opened ??= openDB<Outbox>('outbox', 1, {
    upgrade: (db) => void db.createObjectStore('waiting', { keyPath: 'turn', autoIncrement: true }),
  }));

/** The browser's own database: what waits outlives a reload and a crash. */
export const machineStore: WaitingStore = {
  // The key is given by the database with the record.
  add: async (waiting) => void (await (await database()).add('waiting', waiting as Waiting)),
  list: async () => (await database()).getAll('waiting'),
  change: async (waiting) => void (await (await database()).put('waiting', waiting)),
  remove: async (turn) => (await database()).delete('waiting', turn),
};
