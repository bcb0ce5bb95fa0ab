import { spokenPhone, type Ring } from '#contracts';
import { newCommandId, serverNow } from '#web';
import { focusPanel, forgetFocus } from '../focus.js';
import { stopPinning, useRoom } from '../room.js';
import { EMPTY_DRAFT, type Draft } from './draft.js';
import { useIntake } from './save.js';
import { takeUp, useDraft } from './use-draft.js';

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
 * Opens a call in the form: its number is there, and its clock started when it rang. What was being typed is put aside,
 * not lost. The focus goes to the place unless the call came by itself.
 */
export function beginCall({ ring, phone }: Beginning, { focus = true } = {}): void {
  const draft = useDraft.getState();
  const goesOn = isBarelyBegun(draft);
  const begun: Draft = {
    ...EMPTY_DRAFT,
    id: (goesOn && draft.id) || newCommandId(),
    callerName: goesOn ? draft.callerName : '',
    phone: ring ? spokenPhone(ring.phone, ring.phone ?? '') : (phone ?? ''),
    ringId: ring?.id ?? null,
    receivedAt: ring?.rangAt ?? new Date(serverNow()).toISOString(),
  };
  if (goesOn) useDraft.setState(begun);
  else takeUp(begun);
  useIntake.setState({ failure: null, done: null, tried: false, ending: false });
  forgetFocus('intake');
  stopPinning();
  useRoom.setState({ recommendFor: 'draft' });
  if (!focus) return;
  focusPanel('intake', true);
  document.querySelector<HTMLElement>('[data-panel="intake"] [name="place"]')?.focus();
}

/** A second call comes in by hand: an empty form whose clock starts with its first key. */
export function anotherCall(): void {
  takeUp(EMPTY_DRAFT);
  forgetFocus('intake');
  focusPanel('intake', true);
}
