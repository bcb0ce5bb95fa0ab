import { z } from 'zod';
import { CallBackId, CallId, IncidentId, RingId } from './ids.js';
import { Instant, keysOf, type Wording } from './values.js';

/**
 * One call as the exchange sees it. A state is never set but read off the times that are known (`ringStateOf`), so
 * that words of the exchange may arrive late, twice or in any order.
 */
export const RING_STATES = {
  ringing: { vi: 'Đang đổ chuông', en: 'Ringing' },
  answered: { vi: 'Đã nghe máy', en: 'Answered' },
  ended: { vi: 'Đã gác máy', en: 'Ended' },
  abandoned: { vi: 'Người gọi gác máy trước', en: 'Abandoned' },
  missed: { vi: 'Không ai nghe', en: 'Missed' },
} as const satisfies Record<string, Wording>;
export const RingState = keysOf(RING_STATES);
export type RingState = z.infer<typeof RingState>;
/** An end that was heard of before the answer gives way when the answer is heard of. */
export const RING_TRANSITIONS: Record<RingState, readonly RingState[]> = {
  ringing: ['answered', 'abandoned', 'missed'],
  answered: ['ended'],
  abandoned: ['ended'],
  missed: ['ended', 'abandoned'],
  ended: [],
};

export const Ring = z.object({
  id: RingId,
  /** Which exchange, and its own name for the call (Asterisk: Linkedid). */
  pbx: z.string(),
  exchangeCallId: z.string(),
  state: RingState,
  /** E.164 when it could be read as a number; the raw text is always kept. */
  phone: z.string().nullable(),
  phoneRaw: z.string(),
  queue: z.string().nullable(),
  /** Whose telephone answered. */
  extension: z.string().nullable(),
  /** By the exchange's clock, never later than our receipt. The response clock starts here. */
  rangAt: Instant,
  receivedAt: Instant,
  answeredAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  recordingId: z.string().nullable(),
  /** Who writes this call down, since when. */
  takenBy: z.string().nullable(),
  takenAt: Instant.nullable(),
  /** Where it ended: the call it became, or the list of those to be called back. */
  callId: CallId.nullable(),
  callBackId: CallBackId.nullable(),
});
export type Ring = z.infer<typeof Ring>;

/** Why somebody is to be called back. */
export const CALL_BACK_CAUSES = {
  abandoned: { vi: 'Gọi nhỡ', en: 'Abandoned' },
  missed: { vi: 'Không ai nghe', en: 'Nobody answered' },
  not_taken: { vi: 'Đã nghe, chưa ai ghi nhận', en: 'Answered, not taken' },
  not_recorded: { vi: 'Đã nhận, chưa lưu', en: 'Taken, not saved' },
} as const satisfies Record<string, Wording>;
export const CallBackCause = keysOf(CALL_BACK_CAUSES);
export type CallBackCause = z.infer<typeof CallBackCause>;

export const CALL_BACK_STATES = {
  waiting: { vi: 'Chờ gọi lại', en: 'To be called back' },
  settled: { vi: 'Đã xong', en: 'Settled' },
} as const satisfies Record<string, Wording>;
export const CallBackState = keysOf(CALL_BACK_STATES);
export type CallBackState = z.infer<typeof CallBackState>;
export const CALL_BACK_TRANSITIONS: Record<CallBackState, readonly CallBackState[]> = {
  waiting: ['settled'],
  settled: [],
};

/** How a call-back was settled; the first three by a person, in the order of the number keys. */
export const CALL_BACK_ENDINGS = {
  reached: { vi: 'Đã gọi lại được', en: 'Reached' },
  not_reached: { vi: 'Gọi không được', en: 'Not reached' },
  no_number: { vi: 'Không có số để gọi', en: 'No number to call' },
  linked: { vi: 'Thuộc sự cố đã có', en: 'Belongs to an incident' },
  called_again: { vi: 'Đã tự gọi lại và được nghe', en: 'Called again and was answered' },
  recorded: { vi: 'Đã lưu cuộc gọi', en: 'The call was saved' },
} as const satisfies Record<string, Wording>;
export const CallBackEnding = keysOf(CALL_BACK_ENDINGS);
export type CallBackEnding = z.infer<typeof CallBackEnding>;
/** The endings that a person gives; the others come from a call that was saved. */
export const PersonsEnding = CallBackEnding.extract(['reached', 'not_reached', 'no_number', 'linked']);

export type PersonsEnding = z.infer<typeof PersonsEnding>;

/** Somebody who called and was not helped yet: one per number, however often they rang. */
export const CallBack = z.object({
  id: CallBackId,
  state: CallBackState,
  cause: CallBackCause,
  phone: z.string().nullable(),
  phoneRaw: z.string(),
  queue: z.string().nullable(),
  ringCount: z.number().int(),
  firstRangAt: Instant,
  lastRangAt: Instant,
  /** How long they let it ring, the longest of their calls. */
  longestWaitSeconds: z.number(),
  tries: z.array(z.object({ at: Instant, by: z.string() })),
  ending: CallBackEnding.nullable(),
  settledAt: Instant.nullable(),
  settledBy: z.string().nullable(),
  /** The saved call that settled it. */
  callId: CallId.nullable(),
  incidentId: IncidentId.nullable(),
});
export type CallBack = z.infer<typeof CallBack>;

/** How each ring of a period ended; `unexplained` must be 0 (invariant I10). */
export const RING_ENDS = {
  incident: { vi: 'Gắn với sự cố', en: 'Became an incident' },
  outcome: { vi: 'Không cấp cứu, có kết luận', en: 'Ended with an outcome' },
  call_open: { vi: 'Đang nghe', en: 'Call open' },
  called_back: { vi: 'Đã gọi lại, xong', en: 'Call-back settled' },
  to_call_back: { vi: 'Chờ gọi lại', en: 'To be called back' },
  in_progress: { vi: 'Đang đổ chuông hoặc đang nói', en: 'Ringing or being answered' },
  unexplained: { vi: 'Chưa giải thích', en: 'Unexplained' },
} as const satisfies Record<string, Wording>;
export const RingEnd = keysOf(RING_ENDS);
export type RingEnd = z.infer<typeof RingEnd>;

export const RingLedger = z.object({
  from: Instant,
  to: Instant,
  counts: z.record(RingEnd, z.number().int()),
  rings: z.array(
    Ring.extend({
      end: RingEnd,
      callNumber: z.string().nullable(),
      incidentNumber: z.string().nullable(),
      callBackEnding: CallBackEnding.nullable(),
      settledBy: z.string().nullable(),
    }),
  ),
});
export type RingLedger = z.infer<typeof RingLedger>;
