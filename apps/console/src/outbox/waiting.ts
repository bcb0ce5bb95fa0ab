import type { CommandInput } from '#contracts';
import type { Failure } from '#web';

/** What may be done late without harm: words for people. Who goes where is never decided by a line that comes back. */
export const SAFE = ['incident.note', 'message.send', 'shiftLog.write'] as const;
export type SafeCommand = (typeof SAFE)[number];

/** Something written while the line was down. */
export interface Waiting {
  /** The order of writing on this machine; given by the store. */
  readonly turn: number;
  /** The command's id: the same for every attempt, so that an answer that was lost is no second note. */
  readonly id: string;
  /** Who wrote it: nobody else signed in on this machine sends it. */
  readonly accountId: string;
  readonly name: SafeCommand;
  readonly body: CommandInput<SafeCommand>;
  readonly writtenAt: string;
  /** Why the server will never take it; it stays until its writer has read it. */
  readonly refusal: Failure | null;
}
export type NewWaiting = Omit<Waiting, 'turn'>;

/** Where it is kept until the server has it; `list` answers in the order of writing. */
export interface WaitingStore {
  add(waiting: NewWaiting): Promise<void>;
  list(): Promise<Waiting[]>;
  change(waiting: Waiting): Promise<void>;
  remove(turn: number): Promise<void>;
}

/** What became of one attempt: taken, refused for good, or not judged. */
export type Attempt =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'later' }
  | { readonly outcome: 'refused'; readonly why: Failure };

/** Sends in order, one at a time; what is refused stays to be read and does not hold up what was written after it. */
export async function sendWaiting(
  store: WaitingStore,
  accountId: string,
  attempt: (waiting: Waiting) => Promise<Attempt>,
): Promise<void> {
  for (;;) {
    const next = (await store.list()).find((one) => one.accountId === accountId && one.refusal === null);
    if (!next) return;
    const result = await attempt(next);
    if (result.outcome === 'later') return;
    if (result.outcome === 'taken') await store.remove(next.turn);
    else await store.change({ ...next, refusal: result.why });
  }
}
