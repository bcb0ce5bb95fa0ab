import { spokenPhone, type Ring } from '#contracts';
import { newCommandId, serverNow } from '#web';
import { flushSync } from 'react-dom';
import { forgetFocus } from '../focus.js';
import { openIntake, stopPinning, useRoom } from '../room.js';
import { EMPTY_DRAFT, type Draft } from './draft.js';
import { useIntake } from './save.js';
import { clearDraft, takeUp, useDraft } from './use-draft.js';

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
  const begun = {
    ...EMPTY_DRAFT,
    id: newCommandId(),
    callerName: isBarelyBegun(draft) ? draft.callerName : '',
    phone: ring ? spokenPhone(ring.phone, ring.phone ?? '') : (phone ?? ''),
    ringId: ring?.id ?? null,
    receivedAt: ring?.rangAt ?? new Date(serverNow()).toISOString(),
  };
  put(begun, focus);
}

/** A second call comes in by hand: an empty form whose clock starts with its first key. */
export const anotherCall = () => put(EMPTY_DRAFT, true);

/** Brings a call into the form; the one that is there is put aside unless nothing but a number was typed. */
function put(draft: Draft, focus: boolean): void {
  if (isBarelyBegun(useDraft.getState())) clearDraft();
  takeUp(draft);
  useIntake.setState({ failure: null, done: null, tried: false, ending: false });
  forgetFocus('intake');
  stopPinning();
  useRoom.setState({ recommendFor: 'draft' });
  if (!focus) return;
  flushSync(openIntake);
  document.querySelector<HTMLElement>('[data-panel="intake"] [name="place"]')?.focus();
}
