import type { Entry, NewEntry } from './entry.js';

/** Where taps are kept until the server has them; `list` answers in the order of the taps. */
export interface OutboxStore {
  add(entry: NewEntry): Promise<Entry>;
  list(): Promise<Entry[]>;
  change(entry: Entry): Promise<void>;
  remove(turn: number): Promise<void>;
}

const NAME = 'crew';
const TABLE = 'outbox';

const resultOf = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device store failed'));
  });

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'turn', autoIncrement: true });
  return resultOf(request);
}

/** The store of this device, opened at the first use: it survives a reload, a crash of the browser and an empty battery. */
export function deviceStore(): OutboxStore {
  let opened: Promise<IDBDatabase> | null = null;
  const table = async (mode: IDBTransactionMode) => {
    opened ??= openDatabase().catch((thrown: unknown) => {
      opened = null;
      throw thrown;
    });
    return (await opened).transaction(TABLE, mode, { durability: 'strict' }).objectStore(TABLE);
  };
  return {
    async add(entry) {
      const turn = await resultOf((await table('readwrite')).add(entry));
      return { ...entry, turn: Number(turn) };
    },
    list: async () => resultOf<Entry[]>((await table('readonly')).getAll()),
    async change(entry) {
      await resultOf((await table('readwrite')).put(entry));
    },
    async remove(turn) {
      await resultOf((await table('readwrite')).delete(turn));
    },
  };
}
