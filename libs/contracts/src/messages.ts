import { z } from 'zod';
import { DistressId, IncidentId, MessageId, VehicleId } from './ids.js';
import { Instant, keysOf, LngLat, type Wording } from './values.js';

/** What is said often enough to need no typing. */
interface QuickWording extends Wording {
  /** Who may say it. */
  readonly from: 'room' | 'crew';
  /** The other side confirms it with one tap; until then it counts as not received. */
  readonly asksAnswer: boolean;
}
const fromRoom = (vi: string, en: string, asksAnswer = false) => ({ vi, en, from: 'room', asksAnswer }) as const;
const fromCrew = (vi: string, en: string, asksAnswer = false) => ({ vi, en, from: 'crew', asksAnswer }) as const;

/** In the order of the buttons. What follows a colon is typed: the new pick-up point. Proposed for correction. */
export const QUICK_TEXTS = {
  call_centre: fromRoom('Gọi về trung tâm', 'Call the centre', true),
  family_at_gate: fromRoom('Người nhà chờ ở cổng', 'Family waits at the gate'),
  pickup_changed: fromRoom('Đổi điểm đón', 'The pick-up point has changed', true),
  patient_worse: fromRoom('Bệnh nhân nặng hơn', 'The patient is worse', true),
  scene_unsafe: fromRoom('Hiện trường chưa an toàn, chờ công an', 'The scene is not safe, wait for the police', true),
  police_coming: fromRoom('Công an đang đến', 'The police are on their way'),
  second_vehicle: fromRoom('Có thêm xe đang đến', 'Another vehicle is on its way'),
  hospital_ready: fromRoom('Bệnh viện đã sẵn sàng nhận', 'The hospital is ready'),

  stuck: fromCrew('Kẹt xe', 'Stuck in traffic'),
  need_help: fromCrew('Cần hỗ trợ', 'Need help', true),
  house_not_found: fromCrew('Không tìm thấy nhà', 'Cannot find the house', true),
  need_police: fromCrew('Cần công an', 'Need the police', true),
  need_fire: fromCrew('Cần cứu hỏa', 'Need the fire brigade', true),
  more_patients: fromCrew('Thêm bệnh nhân', 'More patients', true),
  hospital_prepare: fromCrew('Báo bệnh viện chuẩn bị', 'Ask the hospital to prepare', true),
  which_hospital: fromCrew('Hỏi bệnh viện nào nhận', 'Which hospital takes the patient?', true),
  call_crew: fromCrew('Gọi lại cho kíp', 'Call the crew back', true),
} as const satisfies Record<string, QuickWording>;
export const QuickText = keysOf(QUICK_TEXTS);
export type QuickText = z.infer<typeof QuickText>;

export const MESSAGE_STATES = {
  sent: { vi: 'Đã gửi', en: 'Sent' },
  shown: { vi: 'Đã hiện trên máy', en: 'Shown' },
  acknowledged: { vi: 'Đã nhận', en: 'Acknowledged' },
} as const satisfies Record<string, Wording>;
export const MessageState = keysOf(MESSAGE_STATES);
export type MessageState = z.infer<typeof MessageState>;
/** Whoever taps has seen it: the receipt may come after the answer, and then says nothing new. */
export const MESSAGE_TRANSITIONS: Record<MessageState, readonly MessageState[]> = {
  sent: ['shown', 'acknowledged'],
  shown: ['acknowledged'],
  acknowledged: [],
};

export const Message = z.object({
  id: MessageId,
  vehicleId: VehicleId,
  /** What it was about, when it was about an incident. */
  incidentId: IncidentId.nullable(),
  from: z.enum(['room', 'crew']),
  quick: QuickText.nullable(),
  /** Typed words: all of it, or what a quick text leaves open. */
  text: z.string(),
  asksAnswer: z.boolean(),
  state: MessageState,
  /** By the sender's clock, corrected: the order of a conversation is the order of the taps. */
  sentAt: Instant,
  sentBy: z.string(),
  shownAt: Instant.nullable(),
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  /** When it left the board, after twelve hours or behind so many newer ones. */
  filedAt: Instant.nullable(),
});
export type Message = z.infer<typeof Message>;

/** A message that asks for an answer and has none: "chưa nhận". */
export const isUnanswered = ({ asksAnswer, state }: Pick<Message, 'asksAnswer' | 'state'>): boolean =>
  asksAnswer && state !== 'acknowledged';

export const DISTRESS_STATES = {
  open: { vi: 'Đang gặp nguy', en: 'In danger' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
} as const satisfies Record<string, Wording>;
export const DistressState = keysOf(DISTRESS_STATES);
export type DistressState = z.infer<typeof DistressState>;
export const DISTRESS_TRANSITIONS: Record<DistressState, readonly DistressState[]> = { open: ['ended'], ended: [] };

export const DISTRESS_ENDS = {
  crew_safe: { vi: 'Kíp báo an toàn', en: 'The crew says it is safe' },
  help_arrived: { vi: 'Công an hoặc hỗ trợ đã đến', en: 'Police or help has arrived' },
  mistake: { vi: 'Bấm nhầm, đã gọi xác nhận', en: 'Pressed by mistake, confirmed by telephone' },
  drill: { vi: 'Diễn tập', en: 'Drill' },
} as const satisfies Record<string, Wording>;
export const DistressEnd = keysOf(DISTRESS_ENDS);
export type DistressEnd = z.infer<typeof DistressEnd>;

/** A crew in danger: cannot be taken back by the crew, only ended by the room with a reason. */
export const Distress = z.object({
  id: DistressId,
  vehicleId: VehicleId,
  incidentId: IncidentId.nullable(),
  /** Where the tablet was; null when it did not know. */
  position: LngLat.nullable(),
  state: DistressState,
  raisedAt: Instant,
  raisedBy: z.string(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  endReason: DistressEnd.nullable(),
});
export type Distress = z.infer<typeof Distress>;
