import { spokenPhone, type Ring } from '#contracts';
import { newCommandId, serverNow } from '#web';
import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { forgetFocus } from '../focus.js';
import { openIntake, stopPinning, useRoom } from '../room.js';
import { EMPTY_DRAFT, type Draft } from './draft.js';
import { useIntake } from './save.js';
import { useDraft } from './use-draft.js';

export interface KeptDraft {
  id: string;
  draft: Draft;
}

/** Calls that were being typed when another one had to be taken; kept on this machine until they are saved. */
export const useKeptDrafts = create<{ kept: KeptDraft[] }>()(
  persist((): { kept: KeptDraft[] } => ({ kept: [] }), { name: 'intake-kept' }),
);

/** The call that somebody begins to write down: one that rings, or one of a number that was called back. */
export interface Beginning {
  ring?: Ring;
  phone?: string;
}

/** Nothing has been typed but perhaps a number. */
const isBarelyBegun = ({ ringId, address, position, reason, note }: Draft) =>
  ringId === null && address === '' && position === null && reason === null && note === '';

/** True when the form holds nothing that another call could push aside. */
export const isFormFree = (): boolean => useDraft.getState().receivedAt === null;

/**
 * Opens a call in the form: its number is there, and its clock started when it rang. What was being typed is kept, not
 * lost. The focus goes to the first question unless the call came by itself.
 */
export function beginCall({ ring, phone }: Beginning, { focus = true } = {}): void {
  const draft = useDraft.getState();
  if (draft.receivedAt && !isBarelyBegun(draft)) keep(draft);
  const begun = {
    ...EMPTY_DRAFT,
    callerName: isBarelyBegun(draft) ? draft.callerName : '',
    phone: ring ? spokenPhone(ring.phone, ring.phone ?? '') : (phone ?? ''),
    ringId: ring?.id ?? null,
    receivedAt: ring?.rangAt ?? new Date(serverNow()).toISOString(),
  };
  put(begun, focus);
}

/** Takes a kept call back into the form; the one that is there is kept in its place. */
export function reopenKept(id: string): void {
  const { kept } = useKeptDrafts.getState();
  const found = kept.find((entry) => entry.id === id);
  if (!found) return;
  useKeptDrafts.setState({ kept: kept.filter((entry) => entry.id !== id) });
  const current = useDraft.getState();
  if (current.receivedAt) keep(current);
  put(found.draft, true);
}

const keep = (draft: Draft) =>
  useKeptDrafts.setState(({ kept }) => ({ kept: [...kept, { id: newCommandId(), draft }] }));

function put(draft: Draft, focus: boolean): void {
  useDraft.setState(draft);
  useIntake.setState({ failure: null, done: null, tried: false, ending: false });
  forgetFocus('intake');
  stopPinning();
  useRoom.setState({ recommendFor: 'draft' });
  if (!focus) return;
  flushSync(openIntake);
  document.querySelector<HTMLElement>('[data-panel="intake"] [name="place"]')?.focus();
}
