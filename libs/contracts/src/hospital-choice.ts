import { z } from 'zod';
import { HospitalId, IncidentId } from './ids.js';
import { Instant, keysOf, type Wording } from './values.js';
import { CAPABILITIES, TravelSource } from './words.js';

/** What a hospital may have room for, or not. */
export const CAPACITY_SUBJECTS = {
  emergency: { vi: 'Khoa cấp cứu', en: 'Emergency department' },
  ct: { vi: 'Chụp CT', en: 'CT' },
  ...CAPABILITIES,
} as const satisfies Record<string, Wording>;
export const CapacitySubject = keysOf(CAPACITY_SUBJECTS);
export type CapacitySubject = z.infer<typeof CapacitySubject>;

export const CAPACITY_STATES = {
  open: { vi: 'Còn nhận', en: 'Open' },
  limited: { vi: 'Hạn chế', en: 'Limited' },
  full: { vi: 'Đầy', en: 'Full' },
  closed: { vi: 'Ngừng nhận', en: 'Closed' },
} as const satisfies Record<string, Wording>;
export const CapacityState = keysOf(CAPACITY_STATES);
export type CapacityState = z.infer<typeof CapacityState>;

/** What a hospital, or the room for it, last said; after `expiresAt` nobody knows. */
export const Capacity = z.object({
  /** The hospital's own: each has one. */
  id: HospitalId,
  states: z.partialRecord(CapacitySubject, CapacityState),
  note: z.string(),
  setBy: z.string(),
  setAt: Instant,
  expiresAt: Instant,
});
export type Capacity = z.infer<typeof Capacity>;

/** Why a hospital stands where it stands; placeholders are filled from `facts`. */
export const HOSPITAL_REASONS = {
  able: { vi: 'đủ chuyên khoa', en: 'can treat it' },
  lacks: { vi: 'thiếu {capabilities}', en: 'lacks {capabilities}' },
  nearest: { vi: 'gần nhất', en: 'nearest' },
  handover: { vi: 'bàn giao thường {minutes} phút ({count} ca)', en: 'handover usually {minutes} min ({count} cases)' },
  slow_handover: {
    vi: 'bàn giao chậm: {minutes} phút ({count} ca)',
    en: 'slow handover: {minutes} min ({count} cases)',
  },
  handover_unknown: { vi: 'chưa rõ thời gian bàn giao', en: 'handover time unknown' },
  open: { vi: '{subject} còn nhận', en: '{subject} open' },
  limited: { vi: '{subject} hạn chế', en: '{subject} limited' },
  full: { vi: '{subject} đầy', en: '{subject} full' },
  closed: { vi: '{subject} ngừng nhận', en: '{subject} closed' },
  capacity_expired: { vi: 'tình trạng nhận đã quá hạn', en: 'what it said of its room has expired' },
  no_road: { vi: 'không có đường tới', en: 'no road to it' },
} as const satisfies Record<string, Wording>;
export const HospitalReasonKey = keysOf(HOSPITAL_REASONS);
export type HospitalReasonKey = z.infer<typeof HospitalReasonKey>;
export const HospitalReason = z.object({
  key: HospitalReasonKey,
  tone: z.enum(['good', 'note', 'cost']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type HospitalReason = z.infer<typeof HospitalReason>;

export const RankedHospital = z.object({
  hospitalId: HospitalId,
  rank: z.number().int(),
  /** From the scene; null where no road leads. */
  driveSeconds: z.number().nullable(),
  distanceMetres: z.number().nullable(),
  /** Median of the last handovers there, of how many, and when the last one was. */
  handover: z.object({ medianSeconds: z.number(), count: z.number().int(), latestAt: Instant }).nullable(),
  reasons: z.array(HospitalReason),
});
export type RankedHospital = z.infer<typeof RankedHospital>;

/** Every hospital, first choice first; none is ever left out. */
export const HospitalRanking = z.object({
  incidentId: IncidentId,
  computedAt: Instant,
  travelSource: TravelSource,
  ranked: z.array(RankedHospital),
});
export type HospitalRanking = z.infer<typeof HospitalRanking>;
