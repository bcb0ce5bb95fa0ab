import { newCommandId } from '#web';
import { focusPanel, forgetFocus } from '../focus.js';
import { useRoom } from '../room.js';
import { EMPTY_DRAFT } from './draft.js';
import { takeUp } from './use-draft.js';

/** A call was answered: a form of its own, with what is known of it. The call that was open is put aside, not lost. */
export function beginCall(call: { ringId?: string; phone: string; receivedAt: string }): void {
  const { ringId = null, phone, receivedAt } = call;
  takeUp({ ...EMPTY_DRAFT, id: newCommandId(), ringId, phone, receivedAt });
  useRoom.setState({ recommendFor: 'draft' });
  forgetFocus('intake');
  focusPanel('intake', true);
}

/** A second call comes in by hand: an empty form whose clock starts with its first key. */
export function anotherCall(): void {
  takeUp(EMPTY_DRAFT);
  forgetFocus('intake');
  focusPanel('intake', true);
}
