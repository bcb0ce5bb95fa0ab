import { keysOf, type Wording } from './values.js';
import { z } from 'zod';

/**
 * The dictionary of the trade. Every coded value a person may see has its Vietnamese and English word here, and the
 * union of its keys is the type: a state without a word does not compile.
 */
const words = <K extends string>(table: Record<K, Wording>) => table;

export const ROLES = words({
  call_taker: { vi: 'Tiếp nhận viên', en: 'Call taker' },
  dispatcher: { vi: 'Điều phối viên', en: 'Dispatcher' },
  crew: { vi: 'Kíp cấp cứu', en: 'Crew' },
  station: { vi: 'Trạm vệ tinh', en: 'Station' },
  supervisor: { vi: 'Giám sát', en: 'Supervisor' },
  admin: { vi: 'Quản trị', en: 'Administrator' },
});
export const Role = keysOf(ROLES);
export type Role = z.infer<typeof Role>;

export const Priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Priority = z.infer<typeof Priority>;
export const PRIORITIES: Record<Priority, Wording> = {
  1: { vi: 'Nguy kịch', en: 'Critical' },
  2: { vi: 'Khẩn cấp', en: 'Emergency' },
  3: { vi: 'Cấp cứu', en: 'Urgent' },
  4: { vi: 'Không khẩn', en: 'Non-urgent' },
};

export const VEHICLE_LEVELS = words({
  als: { vi: 'Hồi sức', en: 'ALS' },
  bls: { vi: 'Cơ bản', en: 'BLS' },
  motorbike: { vi: 'Mô tô', en: 'Motorbike' },
});
export const VehicleLevel = keysOf(VEHICLE_LEVELS);
export type VehicleLevel = z.infer<typeof VehicleLevel>;

export const EQUIPMENT = words({
  defibrillator: { vi: 'Máy sốc tim', en: 'Defibrillator' },
  ventilator: { vi: 'Máy thở', en: 'Ventilator' },
  oxygen: { vi: 'Ô xy', en: 'Oxygen' },
  stretcher: { vi: 'Cáng', en: 'Stretcher' },
  neonatal: { vi: 'Lồng ấp sơ sinh', en: 'Neonatal incubator' },
  obstetric: { vi: 'Bộ đỡ đẻ', en: 'Obstetric kit' },
});
export const Equipment = keysOf(EQUIPMENT);
export type Equipment = z.infer<typeof Equipment>;

export const CAPABILITIES = words({
  resuscitation: { vi: 'Hồi sức', en: 'Resuscitation' },
  angiography: { vi: 'Can thiệp mạch (DSA/PCI)', en: 'Angiography (DSA/PCI)' },
  thrombolysis: { vi: 'Tiêu sợi huyết', en: 'Thrombolysis' },
  neurosurgery: { vi: 'Phẫu thuật sọ não', en: 'Neurosurgery' },
  obstetrics: { vi: 'Sản', en: 'Obstetrics' },
  paediatrics: { vi: 'Nhi', en: 'Paediatrics' },
  burns: { vi: 'Bỏng', en: 'Burns' },
});
export const Capability = keysOf(CAPABILITIES);
export type Capability = z.infer<typeof Capability>;

export const CASE_TYPES = words({
  emergency: { vi: 'Cấp cứu trước viện', en: 'Pre-hospital emergency' },
  transfer: { vi: 'Chuyển tuyến', en: 'Inter-hospital transfer' },
  homeward: { vi: 'Đưa về nhà', en: 'Ride home' },
  event: { vi: 'Trực sự kiện', en: 'Event cover' },
  mass_casualty: { vi: 'Tai nạn hàng loạt', en: 'Mass casualty' },
});
export const CaseType = keysOf(CASE_TYPES);
export type CaseType = z.infer<typeof CaseType>;
/** What is ordered for a time rather than called for in need. */
export const isOrdered = (caseType: CaseType): boolean =>
  caseType === 'transfer' || caseType === 'homeward' || caseType === 'event';

export const SEXES = words({ male: { vi: 'Nam', en: 'Male' }, female: { vi: 'Nữ', en: 'Female' } });
export const Sex = keysOf(SEXES);

export const PLACE_SOURCES = words({
  typed: { vi: 'Người gọi nói', en: 'Told by the caller' },
  gazetteer: { vi: 'Chọn từ danh mục', en: 'Chosen from the gazetteer' },
  pin: { vi: 'Ghim trên bản đồ', en: 'Pin on the map' },
  phone: { vi: 'Vị trí từ điện thoại', en: "The phone's position" },
});
export const PlaceSource = keysOf(PLACE_SOURCES);

export const CALL_OUTCOMES = words({
  nuisance: { vi: 'Gọi phá', en: 'Nuisance' },
  wrong_number: { vi: 'Nhầm số', en: 'Wrong number' },
  silent: { vi: 'Không có tiếng', en: 'Silent call' },
  abandoned: { vi: 'Gọi nhỡ', en: 'Abandoned' },
  advice: { vi: 'Tư vấn, không cần xe', en: 'Advice, no vehicle needed' },
  handed_over: { vi: 'Chuyển cơ quan khác', en: 'Handed over to another agency' },
});
export const CallOutcome = keysOf(CALL_OUTCOMES);
export type CallOutcome = z.infer<typeof CallOutcome>;

export const CLOSE_REASONS = words({
  transported: { vi: 'Đã chuyển viện', en: 'Transported' },
  treated_on_scene: { vi: 'Xử trí tại chỗ', en: 'Treated on scene' },
  transport_declined: { vi: 'Từ chối vận chuyển', en: 'Declined transport' },
  left_otherwise: { vi: 'Đã đi phương tiện khác', en: 'Left by other means' },
  not_found: { vi: 'Không tìm thấy', en: 'No patient found' },
  false_report: { vi: 'Báo giả', en: 'False report' },
  died_before_arrival: { vi: 'Tử vong trước khi đến', en: 'Died before arrival' },
  cancelled_by_caller: { vi: 'Người báo hủy', en: 'Cancelled by the caller' },
  duplicate: { vi: 'Trùng', en: 'Duplicate' },
  handed_over: { vi: 'Chuyển cơ quan khác', en: 'Handed over to another agency' },
});
export const CloseReason = keysOf(CLOSE_REASONS);
export type CloseReason = z.infer<typeof CloseReason>;

/** How one vehicle's job ended; the incident may go on with others. */
export const MISSION_OUTCOMES = words({
  transported: CLOSE_REASONS.transported,
  treated_on_scene: CLOSE_REASONS.treated_on_scene,
  transport_declined: CLOSE_REASONS.transport_declined,
  left_otherwise: CLOSE_REASONS.left_otherwise,
  not_found: CLOSE_REASONS.not_found,
  died_before_arrival: CLOSE_REASONS.died_before_arrival,
});
export const MissionOutcome = keysOf(MISSION_OUTCOMES);
export type MissionOutcome = z.infer<typeof MissionOutcome>;

export const REFUSAL_REASONS = words({
  vehicle_busy: { vi: 'Xe đang bận', en: 'Vehicle is busy' },
  crew_short: { vi: 'Thiếu kíp', en: 'Crew short' },
  vehicle_broken: { vi: 'Hỏng xe', en: 'Vehicle broken' },
  beyond_ability: { vi: 'Ngoài khả năng', en: 'Beyond ability' },
  other: { vi: 'Khác', en: 'Other' },
});
export const RefusalReason = keysOf(REFUSAL_REASONS);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** Why a dispatcher sent a vehicle without asking, or not the first one on the list. */
export const OVERRIDE_REASONS = words({
  station_agreed: { vi: 'Trạm đã đồng ý qua điện thoại', en: 'The station agreed by telephone' },
  knows_better: { vi: 'Biết rõ đường hoặc hiện trường', en: 'Knows the road or the scene' },
  special_need: { vi: 'Nhu cầu đặc biệt', en: 'Special need' },
  keep_cover: { vi: 'Giữ xe cho vùng khác', en: 'Keep cover elsewhere' },
  shift_lead: { vi: 'Trưởng ca quyết định', en: 'The shift lead decided' },
  other: { vi: 'Khác', en: 'Other' },
});
export const OverrideReason = keysOf(OVERRIDE_REASONS);
export type OverrideReason = z.infer<typeof OverrideReason>;

export const CANCEL_REASONS = words({
  caller_cancelled: { vi: 'Người báo hủy', en: 'The caller cancelled' },
  nearer_vehicle: { vi: 'Có xe gần hơn', en: 'A nearer vehicle' },
  breakdown: { vi: 'Xe hỏng giữa đường', en: 'Broke down on the way' },
  not_needed: { vi: 'Không còn cần', en: 'No longer needed' },
  diverted: { vi: 'Chuyển sang sự cố khác', en: 'Diverted to another incident' },
  other: { vi: 'Khác', en: 'Other' },
});
export const CancelReason = keysOf(CANCEL_REASONS);
export type CancelReason = z.infer<typeof CancelReason>;

export const OUT_OF_SERVICE_REASONS = words({
  broken: { vi: 'Hỏng xe', en: 'Broken' },
  crew_short: { vi: 'Thiếu kíp', en: 'Crew short' },
  disinfection: { vi: 'Khử khuẩn', en: 'Disinfection' },
  restocking: { vi: 'Tiếp liệu', en: 'Restocking' },
  rest: { vi: 'Nghỉ', en: 'Rest' },
});
export const OutOfServiceReason = keysOf(OUT_OF_SERVICE_REASONS);
export type OutOfServiceReason = z.infer<typeof OutOfServiceReason>;

export const TIME_SOURCES = words({
  crew_button: { vi: 'Kíp bấm', en: 'Crew button' },
  geofence: { vi: 'Vào vùng (GPS)', en: 'Geofence' },
  dispatcher: { vi: 'Điều phối ghi', en: 'Dispatcher' },
  station: { vi: 'Trạm ghi', en: 'Station' },
  late_entry: { vi: 'Ghi bổ sung', en: 'Late entry' },
  system: { vi: 'Hệ thống', en: 'System' },
  paper: { vi: 'Phiếu giấy', en: 'Paper card' },
});
export const TimeSource = keysOf(TIME_SOURCES);
export type TimeSource = z.infer<typeof TimeSource>;

export const TRAVEL_SOURCES = words({
  roads: { vi: 'Theo đường bộ', en: 'By road' },
  pgrouting: { vi: 'Theo đường bộ (pgRouting)', en: 'By road (pgRouting)' },
  google: { vi: 'Google, có giao thông', en: 'Google, with traffic' },
  straight_line: { vi: 'Ước đường chim bay', en: 'Straight-line estimate' },
});
export const TravelSource = keysOf(TRAVEL_SOURCES);
export type TravelSource = z.infer<typeof TravelSource>;
