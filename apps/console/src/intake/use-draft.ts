import { serverNow } from '#web';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { EMPTY_DRAFT, type Draft } from './draft.js';

/** The draft of the call on the line, kept on this machine at every change so that a reload loses nothing. */
export const useDraft = create<Draft>()(persist(() => EMPTY_DRAFT, { name: 'intake-draft', version: 1 }));

/** Changes the draft; the first change starts the clock of the call. */
export function changeDraft(changes: Partial<Draft>): void {
  useDraft.setState(({ receivedAt }) => ({
    ...changes,
    receivedAt: receivedAt ?? new Date(serverNow()).toISOString(),
  }));
}

export const clearDraft = () => useDraft.setState(EMPTY_DRAFT);
