import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { EMPTY_DRAFT, type Draft } from './draft.js';

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft };
}

let opened: Promise<IDBPDatabase<Drafts>> | null = null;
/** The calls typed on this machine, in the browser's own database: they outlive a reload and a crash. */
const database = () =>
  (opened ??= openDB<Drafts>('intake', 1, {
    upgrade: (db) => void db.createObjectStore('drafts', { keyPath: 'id' }),
  }));

/** A call taken on an earlier version of the form gets the fields it lacks. Oldest call first. */
export const listDrafts = async (): Promise<Draft[]> =>
  (await (await database()).getAll('drafts'))
    .map((stored) => ({ ...EMPTY_DRAFT, ...stored }))
    .sort((a, b) => (a.receivedAt ?? '').localeCompare(b.receivedAt ?? ''));
export const keepDraft = async (draft: Draft): Promise<void> => void (await (await database()).put('drafts', draft));
export const forgetDraft = async (id: string): Promise<void> => (await database()).delete('drafts', id);

/**
 * The call this tab is at, also where writing waits for nothing: the database may not have finished when the page goes.
 * It outlives a reload, and another tab does not take it over.
 */
const CURRENT = 'intake-current';
export const rememberCurrent = (draft: Draft) => sessionStorage.setItem(CURRENT, JSON.stringify(draft));
export const forgetCurrent = () => sessionStorage.removeItem(CURRENT);
export function findCurrent(): Draft | null {
  const text = sessionStorage.getItem(CURRENT);
  return text === null ? null : { ...EMPTY_DRAFT, ...(JSON.parse(text) as Draft) };
}
