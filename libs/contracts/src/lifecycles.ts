import { z } from 'zod';
import { keysOf, type Wording } from './values.js';

/**
 * The lifecycles as data. A state not listed as a next state cannot be reached; `lifecycles.spec.ts` proves that every
 * state can be, and `docs/domain.md` draws these very tables.
 */
type Words<S extends string> = Record<S, Wording>;

export const CALL_STATES: Words<'open' | 'linked' | 'ended'> = {
  open: { vi: 'Đang nghe', en: 'Open' },
  linked: { vi: 'Đã gắn sự cố', en: 'Linked to an incident' },
  ended: { vi: 'Đã kết thúc', en: 'Ended without an incident' },
};
export const CallState = keysOf(CALL_STATES);
export type CallState = z.infer<typeof CallState>;
/** A linked call may move to another incident (merge, or a link made in error), and an ended one may turn out to matter. */
export const CALL_TRANSITIONS: Record<CallState, readonly CallState[]> = {
  open: ['linked', 'ended'],
  linked: ['linked'],
  ended: ['linked'],
};

export const INCIDENT_STATES: Words<'taken' | 'scheduled' | 'waiting' | 'attended' | 'closed'> = {
  taken: { vi: 'Chưa rõ nơi', en: 'Taken, no place yet' },
  scheduled: { vi: 'Có hẹn giờ', en: 'Scheduled' },
  waiting: { vi: 'Chờ điều xe', en: 'Waiting for a vehicle' },
  attended: { vi: 'Đang thực hiện', en: 'Attended' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
};
export const IncidentState = keysOf(INCIDENT_STATES);
export type IncidentState = z.infer<typeof IncidentState>;
export const INCIDENT_TRANSITIONS: Record<IncidentState, readonly IncidentState[]> = {
  taken: ['scheduled', 'waiting', 'attended', 'closed'],
  // It turns into work by itself, in time for a vehicle to be there when it is due.
  scheduled: ['taken', 'waiting', 'attended', 'closed'],
  waiting: ['scheduled', 'attended', 'closed'],
  attended: ['waiting', 'closed'],
  closed: ['waiting', 'taken'],
};

/** One vehicle's job. The order of the first nine is the order of the work; the rest are ends. */
export const MISSION_STATES: Words<
  | 'notified'
  | 'acknowledged'
  | 'en_route'
  | 'on_scene'
  | 'at_patient'
  | 'left_scene'
  | 'at_hospital'
  | 'handed_over'
  | 'completed'
  | 'refused'
  | 'unanswered'
  | 'withdrawn'
  | 'cancelled'
> = {
  notified: { vi: 'Đã phát lệnh', en: 'Notified' },
  acknowledged: { vi: 'Nhận lệnh', en: 'Acknowledged' },
  en_route: { vi: 'Đang đến', en: 'En route' },
  on_scene: { vi: 'Đến hiện trường', en: 'On scene' },
  at_patient: { vi: 'Tiếp cận bệnh nhân', en: 'At patient' },
  left_scene: { vi: 'Chuyển viện', en: 'Transporting' },
  at_hospital: { vi: 'Tại bệnh viện', en: 'At hospital' },
  handed_over: { vi: 'Bàn giao xong', en: 'Handed over' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  refused: { vi: 'Trạm từ chối', en: 'Refused' },
  unanswered: { vi: 'Không trả lời', en: 'No answer' },
  withdrawn: { vi: 'Thu hồi lệnh', en: 'Withdrawn' },
  cancelled: { vi: 'Hủy lệnh', en: 'Cancelled' },
};
export const MissionState = keysOf(MISSION_STATES);
export type MissionState = z.infer<typeof MissionState>;

/**
 * Forward only. A later step may be reported before an earlier one (a tablet in a dead spot sends them together, a
 * crew forgets a tap): skipping ahead is allowed, the skipped time stays open for a late entry. Going back is not a
 * transition but a correction, with author and reason.
 */
export const MISSION_TRANSITIONS: Record<MissionState, readonly MissionState[]> = {
  notified: ['acknowledged', 'refused', 'unanswered', 'withdrawn', 'cancelled'],
  acknowledged: ['en_route', 'on_scene', 'at_patient', 'left_scene', 'at_hospital', 'handed_over', 'cancelled'],
  en_route: ['on_scene', 'at_patient', 'left_scene', 'at_hospital', 'handed_over', 'cancelled'],
  on_scene: ['at_patient', 'left_scene', 'at_hospital', 'handed_over', 'completed', 'cancelled'],
  at_patient: ['left_scene', 'at_hospital', 'handed_over', 'completed'],
  left_scene: ['at_hospital', 'handed_over', 'completed'],
  at_hospital: ['handed_over', 'completed'],
  handed_over: ['completed'],
  completed: [],
  refused: [],
  unanswered: [],
  withdrawn: [],
  cancelled: [],
};
/** The steps a crew works through, in order; also the rank by which "forward" is judged. */
export const MISSION_STEPS = [
  'notified',
  'acknowledged',
  'en_route',
  'on_scene',
  'at_patient',
  'left_scene',
  'at_hospital',
  'handed_over',
  'completed',
] as const satisfies readonly MissionState[];
export type MissionStep = (typeof MISSION_STEPS)[number];

/** A mission in one of these states holds its vehicle, its crew and its tablet: at most one each (invariant I1). */
const ACTIVE_MISSION_STATES = MISSION_STEPS.slice(0, -1) as readonly MissionState[];
export const isActiveMission = (state: MissionState) => ACTIVE_MISSION_STATES.includes(state);

export const OFFER_STATES: Words<'open' | 'accepted' | 'refused' | 'unanswered' | 'withdrawn'> = {
  open: { vi: 'Chờ trả lời', en: 'Waiting for an answer' },
  accepted: { vi: 'Nhận lệnh', en: 'Accepted' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  unanswered: { vi: 'Không trả lời', en: 'No answer' },
  withdrawn: { vi: 'Thu hồi', en: 'Withdrawn' },
};
export const OfferState = keysOf(OFFER_STATES);
export type OfferState = z.infer<typeof OfferState>;
export const OFFER_TRANSITIONS: Record<OfferState, readonly OfferState[]> = {
  open: ['accepted', 'refused', 'unanswered', 'withdrawn'],
  accepted: [],
  refused: [],
  unanswered: [],
  withdrawn: [],
};

/** The search for one vehicle for an incident: it asks station after station until one accepts. */
export const REQUEST_STATES: Words<'seeking' | 'filled' | 'exhausted' | 'cancelled'> = {
  seeking: { vi: 'Đang hỏi trạm', en: 'Asking stations' },
  filled: { vi: 'Đã có xe', en: 'Filled' },
  exhausted: { vi: 'Hết xe để hỏi', en: 'Nobody left to ask' },
  cancelled: { vi: 'Đã dừng', en: 'Cancelled' },
};
export const RequestState = keysOf(REQUEST_STATES);
export type RequestState = z.infer<typeof RequestState>;
export const REQUEST_TRANSITIONS: Record<RequestState, readonly RequestState[]> = {
  seeking: ['filled', 'exhausted', 'cancelled'],
  exhausted: ['seeking', 'cancelled'],
  filled: [],
  cancelled: [],
};

/** What a vehicle without a mission is doing. With a mission, its status is the mission's. */
export const DUTIES: Words<'available' | 'returning' | 'out_of_service'> = {
  available: { vi: 'Sẵn sàng', en: 'Available' },
  returning: { vi: 'Về trạm', en: 'Returning' },
  out_of_service: { vi: 'Ngừng trực', en: 'Out of service' },
};
export const Duty = keysOf(DUTIES);
export type Duty = z.infer<typeof Duty>;
export const DUTY_TRANSITIONS: Record<Duty, readonly Duty[]> = {
  available: ['returning', 'out_of_service'],
  returning: ['available', 'out_of_service'],
  out_of_service: ['available', 'returning'],
};

export type UnitStatus = Duty | Exclude<MissionStep, 'completed'>;
export const UNIT_STATUSES: Words<UnitStatus> = {
  ...DUTIES,
  notified: MISSION_STATES.notified,
  acknowledged: MISSION_STATES.acknowledged,
  en_route: MISSION_STATES.en_route,
  on_scene: { vi: 'Tại hiện trường', en: 'On scene' },
  at_patient: MISSION_STATES.at_patient,
  left_scene: MISSION_STATES.left_scene,
  at_hospital: MISSION_STATES.at_hospital,
  handed_over: MISSION_STATES.handed_over,
};
export const UnitStatus = keysOf(UNIT_STATUSES);

/** NEMSIS v3.5 eTimes by number; which mission step writes which. */
export const ETIMES = {
  '01': { vi: 'Cuộc gọi đến', en: 'PSAP call' },
  '02': { vi: 'Mở sự cố', en: 'Dispatch notified' },
  '03': { vi: 'Phát lệnh', en: 'Unit notified by dispatch' },
  '04': { vi: 'Nhận lệnh', en: 'Dispatch acknowledged' },
  '05': { vi: 'Xuất phát', en: 'Unit en route' },
  '06': { vi: 'Đến hiện trường', en: 'Unit arrived on scene' },
  '07': { vi: 'Tiếp cận bệnh nhân', en: 'Arrived at patient' },
  '09': { vi: 'Rời hiện trường', en: 'Unit left scene' },
  '11': { vi: 'Đến bệnh viện', en: 'Patient arrived at destination' },
  '12': { vi: 'Bàn giao xong', en: 'Destination patient transfer of care' },
  '13': { vi: 'Sẵn sàng lại', en: 'Unit back in service' },
  '14': { vi: 'Hủy lệnh', en: 'Unit canceled' },
  '15': { vi: 'Về đến trạm', en: 'Unit back at home location' },
  '16': { vi: 'Kết thúc sự cố', en: 'EMS call completed' },
} as const satisfies Record<string, Wording>;
export const ETime = keysOf(ETIMES);
export type ETime = z.infer<typeof ETime>;
export const ETIME_OF_STEP: Record<MissionStep, ETime> = {
  notified: '03',
  acknowledged: '04',
  en_route: '05',
  on_scene: '06',
  at_patient: '07',
  left_scene: '09',
  at_hospital: '11',
  handed_over: '12',
  completed: '13',
};
