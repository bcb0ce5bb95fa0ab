import type { CallBack, Ring, Wording } from '#contracts';
import { failureOf, send, TELEPHONY, useBoard } from '#web';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { beginCall, isFormFree } from '../intake/begin-call.js';
import { focusPanel } from '../focus.js';
import { answeredOn, bannerRings, waitingCallBacks, waitingRings } from './rings.js';

/** The telephone of this desk, remembered on this machine; empty when nobody said. */
export const useExtension = create<{ extension: string }>()(persist(() => ({ extension: '' }), { name: 'extension' }));

/** Why the last call could not be taken, until another is. */
export const useTaking = create<{ failed: Words | null }>(() => ({ failed: null }));
interface Words {
  wording: Wording;
  facts: Record<string, string>;
}

const openRings = () => Object.values(useBoard.getState().rings);

/** Who waits for an answer, the longest first: what the telephone sound and the counter go by. */
export function useWaitingRings(): Ring[] {
  const rings = useBoard((board) => board.rings);
  return useMemo(() => waitingRings(Object.values(rings)), [rings]);
}

export function useBannerRings(): Ring[] {
  const rings = useBoard((board) => board.rings);
  return useMemo(() => bannerRings(Object.values(rings)), [rings]);
}

export function useWaitingCallBacks(): CallBack[] {
  const callBacks = useBoard((board) => board.callBacks);
  return useMemo(() => waitingCallBacks(Object.values(callBacks)), [callBacks]);
}

let taking = false;

/** Takes a ring: the server says whether I was the first, and only then does it open in my form. */
export async function takeRing(ring: Ring, { focus = true } = {}): Promise<void> {
  if (taking) return;
  taking = true;
  useTaking.setState({ failed: null });
  try {
    const reply = await send('ring.take', { ringId: ring.id });
    beginCall({ ring: reply.ring }, { focus });
  } catch (thrown) {
    const failure = failureOf(thrown);
    const by = failure.details?.['by'];
    const failed: Words =
      failure.code === 'RING_TAKEN' && typeof by === 'string'
        ? { wording: TELEPHONY.takenBy, facts: { by } }
        : { wording: failure.message, facts: {} };
    useTaking.setState({ failed });
  } finally {
    taking = false;
  }
}

/** Alt R: the call that waits longest, whatever is in the form. */
export function takeNextRing(): void {
  const [ring] = bannerRings(openRings());
  if (ring) void takeRing(ring);
  else focusPanel('intake');
}

/** F2: the same, unless somebody is being written down; then the key leads back to the form as ever. */
export function answerOrFocus(): void {
  const [ring] = waitingRings(openRings());
  if (ring && isFormFree()) void takeRing(ring);
  else focusPanel('intake');
}

/** A call answered on this desk's telephone opens in the form by itself, if the form is free. */
export function useAutomaticAnswer(): void {
  const rings = useBoard((board) => board.rings);
  const { extension } = useExtension();
  useEffect(() => {
    const ring = extension === '' ? null : answeredOn(Object.values(rings), extension);
    if (ring && isFormFree()) void takeRing(ring, { focus: false });
  }, [rings, extension]);
}
