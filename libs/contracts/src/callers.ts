import { z } from 'zod';
import { CallerMarkId, CallId, IncidentId } from './ids.js';
import { CallState, IncidentState } from './lifecycles.js';
import { ReasonKey } from './reasons.js';
import { Instant, Text } from './values.js';
import { CallOutcome, CloseReason, Priority } from './words.js';

/** A number that called for nothing before. A quiet word beside it: it never blocks a call and never lowers a level. */
export const CallerMark = z.object({
  id: CallerMarkId,
  phone: z.string(),
  because: Text(300),
  markedBy: z.string(),
  markedAt: Instant,
  /** It ends by itself then. */
  until: Instant,
});
export type CallerMark = z.infer<typeof CallerMark>;

/** One earlier call of a number, and what came of it. */
export const EarlierCall = z.object({
  callId: CallId,
  number: z.string(),
  receivedAt: Instant,
  state: CallState,
  outcome: CallOutcome.nullable(),
  incident: z
    .object({
      id: IncidentId,
      number: z.string(),
      state: IncidentState,
      reason: ReasonKey,
      priority: Priority,
      address: z.string(),
      ward: z.string().nullable(),
      closeReason: CloseReason.nullable(),
    })
    .nullable(),
});
export type EarlierCall = z.infer<typeof EarlierCall>;

/** What is known of a number: its calls of twelve months, and the mark if it bears one. */
export const CallerHistory = z.object({
  phone: z.string(),
  callCount: z.number().int(),
  /** The newest of them, newest first. */
  calls: z.array(EarlierCall),
  mark: CallerMark.nullable(),
});
export type CallerHistory = z.infer<typeof CallerHistory>;
