import type { Suggestion } from '#contracts';
import { failureOf, send, SENDING, serverNow, useBoard, type Failure } from '#web';
import { create } from 'zustand';
import { callCrewOf } from '../room.js';
import { inWords, remember } from '../undo/undo.js';

/** What did not work, shown in the line. */
export const useAnswering = create<{ failure: Failure | null; sending: boolean }>(() => ({
  failure: null,
  sending: false,
}));

/** Those that still hold, the most urgent incident first, then the greatest gain. */
export function openSuggestions(
  suggestions: Record<string, Suggestion>,
  incidents: Record<string, { priority: number }>,
  nowMs: number,
): Suggestion[] {
  const priority = ({ incidentId }: Suggestion) => incidents[incidentId]?.priority ?? 9;
  return Object.values(suggestions)
    .filter(({ state, expiresAt }) => state === 'open' && Date.parse(expiresAt) > nowMs)
    .sort((a, b) => priority(a) - priority(b) || b.gainSeconds - a.gainSeconds);
}

const first = (): Suggestion | undefined => {
  const { suggestions, incidents } = useBoard.getState();
  return openSuggestions(suggestions, incidents, serverNow())[0];
};

async function answer(work: () => Promise<unknown>): Promise<void> {
  if (useAnswering.getState().sending) return;
  useAnswering.setState({ sending: true, failure: null });
  try {
    await work();
    useAnswering.setState({ sending: false });
  } catch (thrown) {
    useAnswering.setState({ sending: false, failure: failureOf(thrown) });
  }
}

/** Asks the nearer vehicle; one that is only about to be free is called, so that its crew can say when. */
export function take(suggestion: Suggestion): void {
  if (suggestion.freeInSeconds !== null) {
    callCrewOf(suggestion.betterVehicleId);
    return;
  }
  void answer(async () => {
    const { request } = await send('suggestion.take', { suggestionId: suggestion.id });
    const { units } = useBoard.getState();
    const better = units[suggestion.betterVehicleId]?.callSign ?? '';
    const present = units[suggestion.vehicleId]?.callSign ?? '';
    remember({
      panel: 'recommendations',
      words: inWords(SENDING.askedBetter, { better, present }),
      undo: [() => send('dispatch.stop', { requestId: request.id, reason: 'not_needed' })],
      correction: SENDING.correctDispatch,
    });
  });
}

export const leave = ({ id }: Suggestion): void => {
  void answer(() => send('suggestion.leave', { suggestionId: id }));
};

/** The keys answer the suggestion that is shown. */
export function takeFirst(): void {
  const suggestion = first();
  if (suggestion) take(suggestion);
}
export function leaveFirst(): void {
  const suggestion = first();
  if (suggestion) leave(suggestion);
}
