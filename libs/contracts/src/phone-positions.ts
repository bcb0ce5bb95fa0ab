import { z } from 'zod';
import { CallId, IncidentId, PhonePositionId, RingId } from './ids.js';
import { Instant, keysOf, LngLat, type Wording } from './values.js';

export const PHONE_POSITION_SOURCES = {
  aml: { vi: 'Điện thoại tự gửi (AML)', en: 'Sent by the phone (AML)' },
  link: { vi: 'Người gọi chia sẻ', en: 'Shared by the caller' },
} as const satisfies Record<string, Wording>;
export const PhonePositionSource = keysOf(PHONE_POSITION_SOURCES);
export type PhonePositionSource = z.infer<typeof PhonePositionSource>;

/**
 * Where a caller's telephone says it is: offered, never a place by itself. One per telephone, call or incident, moving
 * as better fixes come; it leaves the board by its own clock.
 */
export const PhonePosition = z.object({
  id: PhonePositionId,
  source: PhonePositionSource,
  /** E.164, when the telephone gave its number. */
  phone: z.string().nullable(),
  at: LngLat,
  /** Radius within which the telephone believes itself to be; null when it did not say. */
  accuracyMetres: z.number().nullable(),
  fixedAt: Instant,
  receivedAt: Instant,
  ringId: RingId.nullable(),
  callId: CallId.nullable(),
  incidentId: IncidentId.nullable(),
  until: Instant,
  endedAt: Instant.nullable(),
});
export type PhonePosition = z.infer<typeof PhonePosition>;
