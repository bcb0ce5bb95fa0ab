import { z } from 'zod';
import { ObstructionId, VehicleId } from './ids.js';
import { Instant, keysOf, LngLat, Text, type Wording } from './values.js';

/** What stands in the way, and how long one usually lasts when nobody says otherwise. */
interface ObstructionKindWording extends Wording {
  readonly usualMinutes: number;
}
/** In the order of the number keys of the console. Proposed for correction by the centre. */
export const OBSTRUCTION_KINDS = {
  flood: { vi: 'Ngập', en: 'Flood', usualMinutes: 180 },
  closure: { vi: 'Cấm đường', en: 'Road closed', usualMinutes: 240 },
  jam: { vi: 'Tắc đường', en: 'Congestion', usualMinutes: 60 },
  accident: { vi: 'Tai nạn chắn đường', en: 'Accident in the road', usualMinutes: 90 },
  works: { vi: 'Thi công', en: 'Road works', usualMinutes: 1_440 },
} as const satisfies Record<string, ObstructionKindWording>;
export const ObstructionKind = keysOf(OBSTRUCTION_KINDS);
export type ObstructionKind = z.infer<typeof ObstructionKind>;

/** Whom it stops. */
export const PASSAGES = {
  slow: { vi: 'Qua được, đi chậm', en: 'Passable, slowly' },
  emergency: { vi: 'Chỉ xe ưu tiên qua được', en: 'Emergency vehicles only' },
  none: { vi: 'Không xe nào qua được', en: 'Closed to all' },
} as const satisfies Record<string, Wording>;
export const Passage = keysOf(PASSAGES);
export type Passage = z.infer<typeof Passage>;

/** How deep water is, as people say it. */
export const FLOOD_DEPTHS = {
  ankle: { vi: 'tới mắt cá', en: 'to the ankle' },
  half_wheel: { vi: 'nửa bánh xe', en: 'half a wheel' },
  over_wheel: { vi: 'quá bánh xe', en: 'over the wheels' },
} as const satisfies Record<string, Wording>;
export const FloodDepth = keysOf(FLOOD_DEPTHS);
export type FloodDepth = z.infer<typeof FloodDepth>;

/** Which way it holds: only a line has a direction, the one in which it was drawn. */
export const ObstructedDirection = z.enum(['both', 'drawn']);
export type ObstructedDirection = z.infer<typeof ObstructedDirection>;

const MOST_POINTS = 200;
/** Where it is: around a point, across or along roads, or a whole area (its first point is not repeated at the end). */
export const ObstructionShape = z.discriminatedUnion('form', [
  z.object({ form: z.literal('circle'), at: LngLat, radiusMetres: z.number().min(5).max(5_000) }),
  z.object({ form: z.literal('line'), points: z.array(LngLat).min(2).max(MOST_POINTS) }),
  z.object({ form: z.literal('area'), points: z.array(LngLat).min(3).max(MOST_POINTS) }),
]);
export type ObstructionShape = z.infer<typeof ObstructionShape>;

export const OBSTRUCTION_STATES = {
  open: { vi: 'Đang hiệu lực', en: 'In force' },
  cleared: { vi: 'Đã thông', en: 'Cleared' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
} as const satisfies Record<string, Wording>;
export const ObstructionState = keysOf(OBSTRUCTION_STATES);
export type ObstructionState = z.infer<typeof ObstructionState>;
export const OBSTRUCTION_TRANSITIONS: Record<ObstructionState, readonly ObstructionState[]> = {
  open: ['cleared', 'expired'],
  cleared: [],
  expired: [],
};

/** Minutes until something that was reported or confirmed now is taken as gone. */
export const ObstructionMinutes = z
  .number()
  .int()
  .min(5)
  .max(30 * 24 * 60);

export const Obstruction = z.object({
  id: ObstructionId,
  kind: ObstructionKind,
  shape: ObstructionShape,
  direction: ObstructedDirection,
  /** Of a flood, when somebody said it. */
  depth: FloodDepth.nullable(),
  passage: Passage,
  /** How many times as long the stretch takes those who may pass. */
  slowdown: z.number().min(1).max(20),
  /** Names of the roads it lies on; empty when they have none. */
  streets: z.array(z.string()),
  state: ObstructionState,
  /** The room drew it, or a crew reported it from the road. */
  source: z.enum(['room', 'crew']),
  reportedAt: Instant,
  reportedBy: z.string(),
  /** Whose crew reported it. */
  vehicleId: VehicleId.nullable(),
  /** When somebody last said that it is still there. */
  confirmedAt: Instant,
  /** It ends by itself then; extended by whoever confirms it. */
  until: Instant,
  endedAt: Instant.nullable(),
  note: Text(300),
});
export type Obstruction = z.infer<typeof Obstruction>;
