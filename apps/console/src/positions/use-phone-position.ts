import type { LngLat, PhonePosition } from '#contracts';
import { read, useBoard } from '#web';
import { useMemo } from 'react';
import { changeDraft, useDraft } from '../intake/use-draft.js';
import { stopPinning, useRoom } from '../room.js';
import { positionOf } from './phone-position.js';

/** Where the telephone of the call in the form says it is; null when it says nothing. */
export function usePhonePosition(): PhonePosition | null {
  const positions = useBoard((board) => board.phonePositions);
  const ringId = useDraft((draft) => draft.ringId);
  const phone = useDraft((draft) => draft.phone);
  return useMemo(() => positionOf({ ringId, phone }, Object.values(positions)), [positions, ringId, phone]);
}

/** Alt V: the telephone's position becomes the place. Words that a person typed stay; false without a position. */
export function takePhonePosition(): boolean {
  const position = positionOf(useDraft.getState(), Object.values(useBoard.getState().phonePositions));
  if (!position) return false;
  const { at } = position;
  changeDraft({ position: at, source: 'phone', ward: '', confirmed: '' });
  stopPinning();
  useRoom.setState({ recommendFor: 'draft' });
  const isStill = () => useDraft.getState().source === 'phone' && useDraft.getState().position === at;
  void wordsAt(at).then((found) => {
    if (!found || !isStill()) return;
    const { address } = useDraft.getState();
    changeDraft({ address: address.trim() === '' ? found.words : address, ward: found.ward ?? '' });
  });
  return true;
}

/** The words for a position; null when they cannot be had: the place is saved by its position then. */
const wordsAt = (at: LngLat) => read('GET /api/places/at', { query: { at: at.join(',') } }).catch(() => null);
