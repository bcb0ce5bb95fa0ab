import { z } from 'zod';
import { IncidentId, VehicleId } from './ids.js';
import { Answers, ReasonKey } from './reasons.js';
import { Instant, keysOf, LngLat, type Wording } from './values.js';
import { Priority, SpecialNeed, TravelSource } from './words.js';

/**
 * Why a vehicle is where it is on the list. `tone` decides the colour: good is grey, cost is amber. Placeholders in
 * braces are filled from `facts`.
 */
export const RECOMMENDATION_REASONS = {
  nearest: { vi: 'gần nhất', en: 'nearest' },
  able: { vi: 'đúng năng lực', en: 'right level' },
  more_than_needed: { vi: 'năng lực cao hơn cần', en: 'more than needed' },
  lower_level: { vi: 'kíp {level}, cần {need}', en: '{level} crew, {need} needed' },
  missing_equipment: { vi: 'thiếu {equipment}', en: 'lacks {equipment}' },
  returning: { vi: 'đang về trạm', en: 'returning to station' },
  gps_old: { vi: 'GPS cũ {minutes} phút', en: 'GPS {minutes} min old' },
  gps_lost: { vi: 'mất GPS, tính từ trạm', en: 'no GPS, taken from its station' },
  shift_ending: { vi: 'kíp còn {minutes} phút hết ca', en: 'shift ends in {minutes} min' },
  leaves_empty: { vi: 'trạm còn 0 xe', en: 'leaves its station empty' },
  leaves_one: { vi: 'trạm còn 1 xe', en: 'leaves 1 vehicle at its station' },
  only_als: { vi: 'xe hồi sức duy nhất của trạm', en: "its station's only ALS" },
  straight_line: { vi: 'ước đường chim bay', en: 'straight-line estimate' },
  refused_before: { vi: 'đã từ chối sự cố này', en: 'refused this incident before' },
  unanswered_before: { vi: 'không trả lời sự cố này', en: 'did not answer for this incident' },
  first_on_two_wheels: { vi: 'đi trước vào hẻm, không chở', en: 'goes ahead into the alley, carries nobody' },
  committed: { vi: 'đang nhiệm vụ {incident}', en: 'on mission {incident}' },
  out_of_service: { vi: 'ngừng trực: {reason}', en: 'out of service: {reason}' },
  no_crew: { vi: 'chưa có kíp', en: 'no crew on shift' },
  cannot_carry: { vi: 'mô tô, không chở bệnh nhân', en: 'motorbike, cannot carry a patient' },
  passes: { vi: 'qua chỗ {obstruction}, thêm {minutes} phút', en: 'through {obstruction}, {minutes} min more' },
  avoids: { vi: 'tránh {obstruction}, thêm {minutes} phút', en: 'round {obstruction}, {minutes} min more' },
  on_foot: {
    vi: 'nơi đến trong chỗ {obstruction}: đoạn cuối đi bộ, thêm {minutes} phút',
    en: 'the place is inside ({obstruction}): last part on foot, {minutes} min more',
  },
  blocked: {
    vi: 'đường tới bị chặn ({obstruction}), giờ tính như đường thông',
    en: 'the way is blocked ({obstruction}); time as if it were free',
  },
  no_road: { vi: 'không có đường tới', en: 'no road to the place' },
} as const satisfies Record<string, Wording>;
export const RecommendationReasonKey = keysOf(RECOMMENDATION_REASONS);
export type RecommendationReasonKey = z.infer<typeof RecommendationReasonKey>;

export const RecommendationReason = z.object({
  key: RecommendationReasonKey,
  tone: z.enum(['good', 'note', 'cost']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RecommendationReason = z.infer<typeof RecommendationReason>;

/** Who carries the patient, and who may go ahead. */
export const VehicleGroup = z.enum(['ambulance', 'two_wheeler']);
export type VehicleGroup = z.infer<typeof VehicleGroup>;

export const RankedVehicle = z.object({
  vehicleId: VehicleId,
  rank: z.number().int(),
  /** A two-wheeler goes ahead of an ambulance and never in its place: it is ranked among its like. */
  group: VehicleGroup,
  /** Turnout + travel: as likely later as sooner (P50). */
  etaSeconds: z.number(),
  /** Nine of ten arrive by then, judged by how the last drives kept their promise; a rule of thumb without history. */
  etaP90Seconds: z.number(),
  /** How many of the centre's own drives the speeds were learned from; 0: usual speeds, checked by nobody here. */
  learnedFromDrives: z.number().int(),
  turnoutSeconds: z.number(),
  travelSeconds: z.number(),
  distanceMetres: z.number().nullable(),
  travelSource: TravelSource,
  positionFixedAt: Instant.nullable(),
  /** What another source says of the same drive, turnout included, and when it was asked. */
  secondOpinion: z.object({ source: TravelSource, etaSeconds: z.number(), askedAt: Instant }).nullable(),
  reasons: z.array(RecommendationReason),
});
export type RankedVehicle = z.infer<typeof RankedVehicle>;

export const ExcludedVehicle = z.object({ vehicleId: VehicleId, reasons: z.array(RecommendationReason) });
export type ExcludedVehicle = z.infer<typeof ExcludedVehicle>;

/** What travel times rest on, so that every ETA can say it. */
export const TravelBasis = z.object({
  /** Version of the imported roads; null when the times come from elsewhere. */
  roadsVersion: z.number().int().nullable(),
  /** How many open obstructions the times count with. */
  obstructions: z.number().int(),
  /** Speeds assumed by road class, entered by the centre for its hours, or learned from its own drives. */
  speeds: z.enum(['assumed', 'entered', 'learned']),
  /** Another source has been asked for its opinion and has not answered yet. */
  opinionAwaited: z.boolean(),
  /** Newer conditions are known and are still being worked in. */
  outdated: z.boolean(),
  /** When these conditions were put in force. */
  weighedAt: Instant.nullable(),
});
export type TravelBasis = z.infer<typeof TravelBasis>;

/** Ask who could go before anything is saved: the form calls this as soon as a place is known. */
export const RecommendationQuery = z.object({
  position: LngLat,
  reason: ReasonKey.default('other'),
  answers: Answers.default({}),
  priority: Priority.optional(),
  needs: z.array(SpecialNeed).default([]),
});
export type RecommendationQuery = z.infer<typeof RecommendationQuery>;

/** Every vehicle of the region, ranked or excluded, each with its reasons. */
export const Recommendation = z.object({
  incidentId: IncidentId.nullable(),
  computedAt: Instant,
  travelSource: TravelSource,
  basis: TravelBasis.nullable(),
  /** What it was computed for beyond the reason. */
  needs: z.array(SpecialNeed),
  ranked: z.array(RankedVehicle),
  excluded: z.array(ExcludedVehicle),
});
export type Recommendation = z.infer<typeof Recommendation>;

/** A square of the map by its south-west corner, with the minutes until the first free vehicle; null: nobody can come. */
export const CoverageCell = z.tuple([z.number(), z.number(), z.number().nullable()]);
export type CoverageCell = z.infer<typeof CoverageCell>;

/** Where the free vehicles could be, and how soon: turnout and drive, under the road conditions in force. */
export const Coverage = z.object({
  computedAt: Instant,
  vehicles: z.number().int(),
  cellDegrees: z.number(),
  cells: z.array(CoverageCell),
});
export type Coverage = z.infer<typeof Coverage>;
