import { z } from 'zod';
import { DraftId, PrealertId, StationId, VehicleId } from './ids.js';
import { ReasonKey } from './reasons.js';
import { Instant, keysOf, type Wording } from './values.js';
import { Priority } from './words.js';

/**
 * "Chuẩn bị": the best vehicle hears of a call before it is saved. It reserves nothing and names no patient; it turns
 * into an order, moves to another vehicle, is dropped, or ends by itself.
 */
export const PREALERT_STATES: Record<'raised' | 'readying' | 'offered' | 'moved' | 'dropped' | 'expired', Wording> = {
  raised: { vi: 'Đã báo chuẩn bị', en: 'Raised' },
  readying: { vi: 'Đang chuẩn bị', en: 'Getting ready' },
  offered: { vi: 'Đã thành lệnh', en: 'Turned into an order' },
  moved: { vi: 'Chuyển xe khác', en: 'Moved to another vehicle' },
  dropped: { vi: 'Thôi', en: 'Dropped' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
};
export const PrealertState = keysOf(PREALERT_STATES);
export type PrealertState = z.infer<typeof PrealertState>;
export const PREALERT_TRANSITIONS: Record<PrealertState, readonly PrealertState[]> = {
  raised: ['readying', 'offered', 'moved', 'dropped', 'expired'],
  readying: ['offered', 'moved', 'dropped', 'expired'],
  offered: [],
  moved: [],
  dropped: [],
  expired: [],
};
export const STANDING_PREALERTS = ['raised', 'readying'] as const satisfies readonly PrealertState[];
export const isStanding = (state: PrealertState) => (STANDING_PREALERTS as readonly PrealertState[]).includes(state);

export const Prealert = z.object({
  id: PrealertId,
  draftId: DraftId,
  vehicleId: VehicleId,
  stationId: StationId,
  reason: ReasonKey,
  priority: Priority,
  ward: z.string().nullable(),
  state: PrealertState,
  raisedAt: Instant,
  raisedBy: z.string(),
  /** When the crew or its station said that it gets ready. */
  readiedAt: Instant.nullable(),
  /** It ends by itself then. */
  expiresAt: Instant,
});
export type Prealert = z.infer<typeof Prealert>;
