import { DraftId, isStanding, type Prealert } from '#contracts';
import { failureOf, send, useBoard, type Failure } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';
import { protocolNow, useProtocols } from '../protocols/use-protocols.js';
import { levelOf } from './draft.js';
import { useDraft } from './use-draft.js';

/** Typing pauses this long before anybody is told. */
const PAUSE_MS = 800;
/** The best vehicle is looked for again while the questions go on. */
const AGAIN_AFTER_MS = 20_000;
/** Nobody gets ready in haste for a ride home. */
const LEAST_URGENT = 3;

export const usePrealertFailure = create<{ failure: Failure | null }>(() => ({ failure: null }));

/** Who is getting ready for the call being typed; null when nobody was told. */
export function usePrealert(): Prealert | null {
  const draftId = useDraft((draft) => draft.id);
  return useBoard(
    (board) => Object.values(board.prealerts).find((one) => one.draftId === draftId && isStanding(one.state)) ?? null,
  );
}

/** What the vehicle is told, as text, so that only a change of it counts; null while there is too little to tell. */
function useTelling(): string | null {
  const draft = useDraft();
  // The level depends on the protocol, which may come later than the reason.
  useProtocols();
  const level = levelOf(draft, protocolNow(draft.reason));
  if (!draft.id || !draft.position || !draft.reason || !level || level.priority > LEAST_URGENT) return null;
  const { id, position, reason, answers, override } = draft;
  return JSON.stringify({ draftId: id, position, reason, answers, ...(override ? { priority: override.level } : {}) });
}

/** Tells the best vehicle to get ready as soon as place and reason are known, and follows it while they change. */
export function useKeepPrealert(): void {
  const telling = useTelling();
  const standing = usePrealert() !== null;
  useEffect(() => {
    if (!telling) return;
    const raise = () =>
      send('prealert.raise', JSON.parse(telling))
        .then(() => usePrealertFailure.setState({ failure: null }))
        .catch((thrown: unknown) => usePrealertFailure.setState({ failure: failureOf(thrown) }));
    const soon = setTimeout(() => void raise(), PAUSE_MS);
    const again = setInterval(() => void raise(), AGAIN_AFTER_MS);
    return () => {
      clearTimeout(soon);
      clearInterval(again);
    };
    // A vehicle that was sent elsewhere no longer stands: the next one is told at once.
  }, [telling, standing]);
}

/** The call needs nobody after all. What cannot be sent ends by itself. */
export function dropPrealert(draftId: string): void {
  const stands = Object.values(useBoard.getState().prealerts).some(
    (one) => one.draftId === draftId && isStanding(one.state),
  );
  if (stands)
    send('prealert.drop', { draftId: DraftId.parse(draftId) }).catch((thrown: unknown) =>
      usePrealertFailure.setState({ failure: failureOf(thrown) }),
    );
}
