import { z } from 'zod';
import { Instant, Text } from './values.js';

/** What an exchange may tell of a call. */
export const EXCHANGE_EVENTS = ['ringing', 'answered', 'ended', 'abandoned', 'recording'] as const;

/**
 * One word of the exchange about one call, as it comes by the signed webhook and as the reader of Asterisk makes it.
 * `eventId` makes it happen once; `callId` is the exchange's own.
 */
export const ExchangeEvent = z.object({
  eventId: Text(200).pipe(z.string().min(1)),
  pbx: Text(100).pipe(z.string().min(1)),
  callId: Text(200).pipe(z.string().min(1)),
  type: z.enum(EXCHANGE_EVENTS),
  at: Instant,
  from: Text(120).nullish(),
  to: Text(120).nullish(),
  queue: Text(100).nullish(),
  extension: Text(40).nullish(),
  recordingId: Text(300).nullish(),
});
export type ExchangeEvent = z.infer<typeof ExchangeEvent>;

/** Whether the exchange is heard: `off` when none is connected by settings. */
export const ExchangeLine = z.object({
  state: z.enum(['off', 'connected', 'lost']),
  since: Instant,
});
export type ExchangeLine = z.infer<typeof ExchangeLine>;
