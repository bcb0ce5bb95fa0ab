import { z } from 'zod';
import { CallerLinkId, DraftId, IncidentId } from './ids.js';
import { InstructionCard } from './protocols.js';
import { Instant, keysOf, LngLat, type Wording } from './values.js';

export const LINK_DELIVERIES = {
  unsent: { vi: 'Chưa gửi', en: 'Not sent' },
  sending: { vi: 'Đang gửi', en: 'Sending' },
  sent: { vi: 'Đã gửi tin nhắn', en: 'Text message sent' },
  failed: { vi: 'Gửi tin nhắn không được', en: 'The text message could not be sent' },
} as const satisfies Record<string, Wording>;
export const LinkDelivery = keysOf(LINK_DELIVERIES);
export type LinkDelivery = z.infer<typeof LinkDelivery>;

export const DELIVERY_FAILURES = {
  unreachable: { vi: 'nhà mạng không trả lời', en: 'the message service does not answer' },
  refused: { vi: 'nhà mạng từ chối', en: 'the message service refused' },
  interrupted: { vi: 'máy chủ khởi động lại giữa chừng', en: 'the server restarted meanwhile' },
} as const satisfies Record<string, Wording>;
export const DeliveryFailure = keysOf(DELIVERY_FAILURES);
export type DeliveryFailure = z.infer<typeof DeliveryFailure>;

/** A page without an account for one caller and one incident, as the room sees it: never the secret, never the number. */
export const CallerLink = z.object({
  id: CallerLinkId,
  /** Known from the start, or once the call form it was made for has been saved. */
  incidentId: IncidentId.nullable(),
  draftId: DraftId.nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  expiresAt: Instant,
  endedAt: Instant.nullable(),
  openedCount: z.number().int(),
  lastOpenedAt: Instant.nullable(),
  delivery: LinkDelivery,
  /** Since when the delivery is what it is. */
  deliveryAt: Instant.nullable(),
  deliveryFailure: DeliveryFailure.nullable(),
  /** When the caller said that the patient has left by themselves; null again when taken back. */
  leftAt: Instant.nullable(),
});
export type CallerLink = z.infer<typeof CallerLink>;

export const APPROACH_STAGES = {
  received: { vi: 'Đã nhận tin', en: 'Call received' },
  coming: { vi: 'Xe đang đến', en: 'The ambulance is coming' },
  arrived: { vi: 'Xe đã tới', en: 'The ambulance is there' },
} as const satisfies Record<string, Wording>;
export const ApproachStage = keysOf(APPROACH_STAGES);
export type ApproachStage = z.infer<typeof ApproachStage>;

/** How help comes nearer: as much as a caller needs, and nothing that would tell where a vehicle stands otherwise. */
export const Approach = z.object({
  callSign: z.string(),
  arrivesAt: Instant.nullable(),
  /** From the place of the incident, as the crow flies, and whence; null when either is not known. */
  distanceMetres: z.number().nullable(),
  bearingDegrees: z.number().nullable(),
  fixedAt: Instant.nullable(),
});
export type Approach = z.infer<typeof Approach>;

/** Everything the caller's page shows. No names, no numbers, nothing of any other incident. */
export const CallerPage = z.object({
  stage: ApproachStage,
  approach: Approach.nullable(),
  card: InstructionCard.nullable(),
  leftAt: Instant.nullable(),
  /** How long the caller may take that back, from `leftAt`. */
  leftUndoSeconds: z.number(),
  serverTime: Instant,
});
export type CallerPage = z.infer<typeof CallerPage>;

/** 128 bits, base64url. */
export const LinkSecret = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** What the telephone says of where it is, through the page. */
export const SharedPosition = z.object({
  at: LngLat,
  accuracyMetres: z.number().min(0).max(100_000),
  fixedAt: Instant,
});
export type SharedPosition = z.infer<typeof SharedPosition>;

export const SharedPositionReply = z.object({
  /** False when a better position is known already. */
  taken: z.boolean(),
});
export const LeftReport = z.object({ left: z.boolean() });
