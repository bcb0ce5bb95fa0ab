import { ERRORS, type Ack, type CommandId, type CommandName, type ErrorView, type Instant } from '#contracts';

/** One tap of the crew on its way to the server. */
export interface Entry {
  /** The order of the taps on this device; given by the store. */
  turn: number;
  /** The idempotency key: the same for every attempt. */
  id: CommandId;
  /** Who tapped: another crew on the same tablet never sends it. */
  accountId: string;
  name: CommandName;
  body: unknown;
  /** By the device's own clock. */
  tappedAt: Instant;
  attempts: number;
  /** Why the server will never take it; the crew reads it and decides. */
  refusal: ErrorView | null;
}
export type NewEntry = Omit<Entry, 'turn'>;

/** What the server made of an entry, `null` when no answer came. */
export type Answer = Ack<unknown> | null;
export type Verdict = 'done' | 'later' | 'refused';

/** The session is being renewed, the server is busy or cannot write now: the content was not judged. */
const PASSING_STATUS: readonly number[] = [401, 429, 503];
/** A fault in the system may be over at the next attempt; after this many it must not hold up the taps behind it. */
const ATTEMPTS_AT_A_FAULT = 5;

/** Whether an entry is done, is sent again with the same id, or is given back to the crew. */
export function verdictOn(answer: Answer, attempts: number): Verdict {
  if (answer === null) return 'later';
  if (answer.ok) return 'done';
  const { status } = ERRORS[answer.error.code];
  if (PASSING_STATUS.includes(status)) return 'later';
  return status >= 500 && attempts < ATTEMPTS_AT_A_FAULT ? 'later' : 'refused';
}
