import type { Wording } from '#contracts';
import { failureOf, fill, machineNow, SENDING, type Failure } from '#web';
import { create } from 'zustand';
import type { PanelName } from '../room.js';

/** What was just done, in words, and how to take it back. */
export interface Deed {
  /** Where it was done: that is where the way back is shown. */
  panel: PanelName | 'incident';
  words: Wording;
  /** In this order; empty for what cannot be taken back. */
  undo: (() => Promise<unknown>)[];
  /** What to do when it is too late. */
  correction: Wording;
  atMs: number;
}

interface UndoState {
  /** The last ones, newest last. */
  deeds: Deed[];
  /** What came of the last try. */
  told: { words: Wording; tone: 'good' | 'warning'; atMs: number; panel: Deed['panel'] } | null;
  failure: Failure | null;
}

export const useUndo = create<UndoState>(() => ({ deeds: [], told: null, failure: null }));
const set = useUndo.setState;

/** Time to take something back; the offer of it is on screen a little shorter. */
const UNDO_MS = 10_000;
export const TOAST_MS = 8_000;
const KEPT = 20;

/** A text with its facts, in both languages. */
export const inWords = ({ vi, en }: Wording, facts: Record<string, string | number> = {}): Wording => ({
  vi: fill(vi, facts),
  en: fill(en, facts),
});

export const remember = (deed: Omit<Deed, 'atMs'>): void =>
  set(({ deeds }) => ({
    deeds: [...deeds, { ...deed, atMs: machineNow() }].slice(-KEPT),
    told: null,
    failure: null,
  }));

/** Whether this one may still be taken back. */
export const isFresh = ({ atMs, undo }: Deed, nowMs: number): boolean => undo.length > 0 && nowMs - atMs <= UNDO_MS;

/** Takes the newest deed back; what is too old or final is named with the way to correct it. */
export async function takeBackNewest(): Promise<void> {
  const deed = useUndo.getState().deeds.at(-1);
  const tell = (words: Wording, tone: 'good' | 'warning') =>
    set({ told: { words, tone, atMs: machineNow(), panel: deed?.panel ?? 'recommendations' } });
  if (!deed) return tell(SENDING.undoNothing, 'warning');
  if (deed.undo.length === 0) return tell(deed.correction, 'warning');
  if (!isFresh(deed, machineNow()))
    return tell(
      {
        vi: fill(SENDING.undoTooLate.vi, { correction: deed.correction.vi }),
        en: fill(SENDING.undoTooLate.en, { correction: deed.correction.en }),
      },
      'warning',
    );
  set(({ deeds }) => ({ deeds: deeds.filter((one) => one !== deed), failure: null }));
  // The whole set goes back, even when one of it does not.
  const results = await Promise.allSettled(deed.undo.map((undo) => undo()));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) return set({ failure: failureOf(failed.reason) });
  tell(
    { vi: fill(SENDING.undone.vi, { deed: deed.words.vi }), en: fill(SENDING.undone.en, { deed: deed.words.en }) },
    'good',
  );
}
