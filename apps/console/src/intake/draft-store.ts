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

/** Which call this tab was at: a reload comes back to it, and another tab does not take it over. */
const CURRENT = 'intake-current';
export const currentId = () => sessionStorage.getItem(CURRENT);
export const rememberCurrent = (id: string) => sessionStorage.setItem(CURRENT, id);
