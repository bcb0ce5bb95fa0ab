import { machineNow, serverNow, useBoard, useFreshness } from '#web';
import { openDB, type IDBPDatabase } from 'idb';
import { useEffect } from 'react';
import { sheetOf, type Sheet } from './sheet.js';

const NAME = 'paper';
const STORE = 'sheet';
const KEY = 'board';
/** Twice within the minute that a sheet may be old. */
const KEEP_EVERY_MS = 30_000;
/** Longer than a shift nobody needs it, and it names patients. */
const FORGET_AFTER_MS = 12 * 3_600_000;

let opened: Promise<IDBPDatabase> | null = null;
const database = () => (opened ??= openDB(NAME, 1, { upgrade: (db) => void db.createObjectStore(STORE) }));

/** The board as it was kept on this machine; null when there is none, or only one of another shift. */
export async function readKeptSheet(): Promise<Sheet | null> {
  const db = await database();
  const sheet = (await db.get(STORE, KEY)) as Sheet | undefined;
  if (!sheet) return null;
  if (machineNow() - new Date(sheet.savedAt).getTime() < FORGET_AFTER_MS) return sheet;
  await db.delete(STORE, KEY);
  return null;
}

async function keepSheet(): Promise<void> {
  const board = useBoard.getState();
  if (!board.cursor) return;
  await (await database()).put(STORE, sheetOf(board, new Date(serverNow()).toISOString()), KEY);
}

/** Keeps a board that can be printed, at most a minute old; one that may not be believed is not kept over a good one. */
export function useKeepSheet(): void {
  const { state } = useFreshness();
  const live = state === 'live';
  useEffect(() => {
    if (!live) return;
    const keep = () => void keepSheet().catch((thrown: unknown) => console.warn('no sheet kept', String(thrown)));
    keep();
    const timer = setInterval(keep, KEEP_EVERY_MS);
    return () => clearInterval(timer);
  }, [live]);
}

/** The page itself is kept as well, so that it opens without a server; plain http away from this machine has no such thing. */
export function keepPage(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register('/console/sw.js', { scope: '/console/' })
    .catch((thrown: unknown) => console.info('the page is not kept', String(thrown)));
}
