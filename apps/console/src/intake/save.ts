import type { CallOutcome, CommandInput, CommandName, CommandReply, Incident, Wording } from '#contracts';
import { CONSOLE, failureOf, newCommandId, send, type Failure } from '#web';
import { create } from 'zustand';
import { focusPanel, forgetFocus } from '../focus.js';
import { shortNumber } from '../queue/queue.js';
import { selectIncident, stopPinning } from '../room.js';
import { callFactsOf, faultsOf, openingOf } from './draft.js';
import { clearDraft, useDraft } from './use-draft.js';
import { dropPrealert } from './use-prealert.js';

interface IntakeState {
  sending: boolean;
  failure: Failure | null;
  /** Saving was tried: faults are shown from now on. */
  tried: boolean;
  /** The outcome of a call without an incident is being chosen. */
  ending: boolean;
  done: { wording: Wording; number: string } | null;
}

const RESTING: IntakeState = { sending: false, failure: null, tried: false, ending: false, done: null };
export const useIntake = create<IntakeState>(() => RESTING);
const set = useIntake.setState;

/** Runs one saving of the form; what was typed goes away only when the server has it. */
async function saving<R>(work: () => Promise<R>): Promise<R | null> {
  if (useIntake.getState().sending) return null;
  set({ sending: true, failure: null, done: null });
  try {
    const reply = await work();
    clearDraft();
    // The next call starts at the top, and a click on the map no longer belongs to this one.
    forgetFocus('intake');
    stopPinning();
    set(RESTING);
    return reply;
  } catch (thrown) {
    set({ sending: false, failure: failureOf(thrown) });
    return null;
  }
}

/** Sends under the id this very content was tried under before, if it was. */
function sendOnce<N extends CommandName>(name: N, body: CommandInput<N>): Promise<CommandReply<N>> {
  const content = `${name} ${JSON.stringify(body)}`;
  const id = useDraft.getState().attempts[content] ?? newCommandId();
  useDraft.setState(({ attempts }) => ({ attempts: { ...attempts, [content]: id } }));
  return send(name, body, id);
}

/** Throws away what was typed for the call on the line. */
export function abandonDraft(): void {
  dropPrealert(useDraft.getState().id);
  clearDraft();
}

/** Saves the call as an incident; `thenChoose` goes on to the recommendations for it. */
export async function saveDraft(thenChoose: boolean): Promise<void> {
  const draft = useDraft.getState();
  const [fault] = faultsOf(draft);
  if (fault) {
    set({ tried: true, done: null });
    document.querySelector<HTMLElement>(`[data-panel="intake"] [name="${fault}"]`)?.focus();
    return;
  }
  const body = openingOf(draft);
  const reply = await saving(() => sendOnce('incident.open', body));
  if (!reply) return;
  set({ done: { wording: CONSOLE.saved, number: shortNumber(reply.incident.number) } });
  selectIncident(reply.incident.id);
  focusPanel(thenChoose ? 'recommendations' : 'intake', true);
}

async function takeCall() {
  const { call } = await sendOnce('call.take', callFactsOf(useDraft.getState()));
  return call;
}

/** The call ends without an incident; it stays on record with its outcome. */
export async function endCall(outcome: CallOutcome): Promise<void> {
  const { note, id } = useDraft.getState();
  const reply = await saving(async () =>
    sendOnce('call.end', { callId: (await takeCall()).id, outcome, note: note.slice(0, 500) }),
  );
  if (!reply) return;
  dropPrealert(id);
  set({ done: { wording: CONSOLE.callEnded, number: '' } });
  focusPanel('intake', true);
}

/** This call is about an incident that is already known, or about one more patient of it: its words become a note. */
export async function linkCall(incident: Incident, moreVictims: boolean): Promise<void> {
  const { note, address, id } = useDraft.getState();
  const words = [address, note].filter((text) => text.trim() !== '').join(' – ');
  const reply = await saving(async () =>
    sendOnce('call.link', {
      callId: (await takeCall()).id,
      incidentId: incident.id,
      moreVictims,
      words: words.slice(0, 1000),
    }),
  );
  if (!reply) return;
  dropPrealert(id);
  set({ done: { wording: CONSOLE.linked, number: shortNumber(incident.number) } });
  selectIncident(incident.id);
  focusPanel('intake', true);
}
