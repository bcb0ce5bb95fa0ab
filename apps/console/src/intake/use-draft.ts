import { newCommandId, serverNow } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';
import { EMPTY_DRAFT, type Draft } from './draft.js';
import { findCurrent, forgetCurrent, forgetDraft, keepDraft, listDrafts, rememberCurrent } from './draft-store.js';

/** The draft of the call on the line, kept on this machine at every change so that neither reload nor crash loses it. */
export const useDraft = create<Draft>()(() => EMPTY_DRAFT);

interface KeptDrafts {
  /** Calls put aside for another one, oldest first. */
  kept: readonly Draft[];
  /** The browser's database refused: what is typed lives in this tab only. */
  failed: boolean;
}
export const useKeptDrafts = create<KeptDrafts>(() => ({ kept: [], failed: false }));

const failed = (thrown: unknown) => {
  console.warn('drafts', thrown);
  useKeptDrafts.setState({ failed: true });
};
function write(draft: Draft): void {
  if (!draft.receivedAt) return forgetCurrent();
  rememberCurrent(draft);
  keepDraft(draft).then(() => useKeptDrafts.setState({ failed: false }), failed);
}

/** Changes the draft; the first change starts the clock of the call. */
export function changeDraft(changes: Partial<Draft>): void {
  useDraft.setState(({ receivedAt, id }) => ({
    ...changes,
    id: id || newCommandId(),
    receivedAt: receivedAt ?? changes.receivedAt ?? new Date(serverNow()).toISOString(),
  }));
}

/** The call on the line is done with: saved, linked, ended or thrown away. */
export function clearDraft(): void {
  const { id } = useDraft.getState();
  if (id) forgetDraft(id).catch(failed);
  useDraft.setState(EMPTY_DRAFT);
}

/** Puts the call on the line aside, if there is one, and goes on with `next`. */
export function takeUp(next: Draft): void {
  const before = useDraft.getState();
  useKeptDrafts.setState(({ kept }) => {
    const others = kept.filter(({ id }) => id !== next.id);
    return { kept: before.receivedAt ? [...others, before] : others };
  });
  useDraft.setState(next);
}

/** Goes round the calls that were put aside; what another tab has finished meanwhile is no longer among them. */
export async function switchDraft(): Promise<void> {
  try {
    const stored = await listDrafts();
    const kept = useKeptDrafts.getState().kept.filter(({ id }) => stored.some((one) => one.id === id));
    useKeptDrafts.setState({ kept });
    const next = stored.find(({ id }) => id === kept[0]?.id);
    if (next) takeUp(next);
  } catch (thrown) {
    failed(thrown);
  }
}

/** Brings back what was typed before a reload or a crash. What is typed while it is being read stays. */
async function restore(): Promise<void> {
  const mine = findCurrent();
  if (mine && useDraft.getState().receivedAt === null) useDraft.setState(mine);
  const stored = await listDrafts();
  const { id: now } = useDraft.getState();
  useKeptDrafts.setState({ kept: stored.filter(({ id }) => id !== now) });
}

/** Keeps the draft stored as long as the console is open. */
export function useStoredDrafts(): void {
  useEffect(() => {
    restore().catch(failed);
    const stop = useDraft.subscribe(write);
    const onHide = () => write(useDraft.getState());
    window.addEventListener('pagehide', onHide);
    return () => {
      stop();
      window.removeEventListener('pagehide', onHide);
    };
  }, []);
}
