import { z } from 'zod';
import { keysOf, type Wording } from './values.js';

interface ErrorWording extends Wording {
  readonly status: number;
}
const error = (status: number, vi: string, en: string): ErrorWording => ({ status, vi, en });

/**
 * Every way the product says no. 4xx: refused, and saying why is enough. 503: unavailable, try again. 500: a bug.
 * The texts are what a person reads; `details` carry the facts a screen may add.
 */
export const ERRORS = {
  INVALID_INPUT: error(400, 'Dữ liệu gửi lên không đúng.', 'The data sent is not valid.'),
  UNKNOWN_COMMAND: error(404, 'Không có lệnh này.', 'There is no such command.'),
  IDEMPOTENCY_KEY_MISSING: error(400, 'Thiếu mã lệnh (Idempotency-Key).', 'The Idempotency-Key is missing.'),
  COMMAND_REUSED: error(422, 'Mã lệnh này đã dùng cho nội dung khác.', 'This command id was used for other content.'),
  SIGN_IN_REQUIRED: error(
    401,
    'Phiên đã hết hoặc mã không đúng. Đăng nhập lại.',
    'Not signed in, or the token is not valid. Sign in again.',
  ),
  SIGN_IN_FAILED: error(401, 'Sai tên đăng nhập hoặc mật khẩu.', 'Wrong name or password.'),
  TOO_MANY_TRIES: error(429, 'Thử quá nhiều lần. Đợi một phút.', 'Too many tries. Wait a minute.'),
  NOT_ALLOWED: error(403, 'Vai trò của bạn không được làm việc này.', 'Your role may not do this.'),
  NOT_FOUND: error(404, 'Không tìm thấy.', 'Not found.'),
  VERSION_CONFLICT: error(
    409,
    'Người khác vừa sửa cùng chỗ. Xem và chọn lại.',
    'Somebody else just changed the same field. Look and choose again.',
  ),
  TRANSITION_NOT_ALLOWED: error(
    409,
    'Trạng thái hiện tại không cho phép bước này.',
    'The current state does not allow this step.',
  ),
  PLACE_UNKNOWN: error(
    422,
    'Sự cố chưa có vị trí trên bản đồ. Ghim vị trí trước khi chọn xe.',
    'The incident has no position on the map yet. Pin it before choosing a vehicle.',
  ),
  PLACE_OFF_ROADS: error(
    422,
    'Vị trí không gần đường nào trong vùng phục vụ (ngoài biển, ngoài vùng?).',
    'The position is not near any road of the region (at sea, outside?).',
  ),
  PLACE_CONFIRMED: error(
    409,
    'Vị trí này do người đặt. Định vị tự động không thay được.',
    'A person set this place. An automatic position does not replace it.',
  ),
  VEHICLE_ALREADY_COMMITTED: error(409, 'Xe đã nhận nhiệm vụ khác.', 'The vehicle is already committed.'),
  CREW_ALREADY_COMMITTED: error(
    409,
    'Thành viên kíp đang làm nhiệm vụ khác.',
    'A member of the crew is already committed.',
  ),
  VEHICLE_NOT_AVAILABLE: error(409, 'Xe không sẵn sàng.', 'The vehicle is not available.'),
  DIVERSION_QUESTIONABLE: error(
    409,
    'Đổi hướng xe này gây hại cho người bệnh đang chờ nó. Xem lại, hoặc quyết định dù vậy.',
    'Turning this vehicle round harms the patient it is going to. Look again, or decide so all the same.',
  ),
  SUGGESTION_NOT_OPEN: error(409, 'Gợi ý này không còn hiệu lực.', 'This suggestion no longer holds.'),
  OFFER_NOT_OPEN: error(409, 'Lệnh không còn chờ trả lời.', 'The offer is no longer open.'),
  INCIDENT_CLOSED: error(409, 'Sự cố đã đóng.', 'The incident is closed.'),
  INCIDENT_HAS_ACTIVE_MISSION: error(
    409,
    'Còn xe đang làm nhiệm vụ, chưa đóng được.',
    'A vehicle is still on its mission: it cannot be closed.',
  ),
  MASS_CASUALTY_STAYS: error(
    409,
    'Sự cố nhiều nạn nhân không gộp vào sự cố khác. Gộp sự cố kia vào sự cố này.',
    'An incident with many patients is not merged away. Merge the other one into it.',
  ),
  REASON_REQUIRED: error(422, 'Cần ghi lý do.', 'A reason is required.'),
  SHIFT_NOT_FOUND: error(409, 'Xe chưa có kíp trực.', 'The vehicle has no crew on shift.'),
  CREW_ON_OTHER_SHIFT: error(
    409,
    'Thành viên kíp đang trực xe khác.',
    'A member of the crew is on shift with another vehicle.',
  ),
  DEVICE_UNKNOWN: error(
    403,
    'Thiết bị chưa đăng ký hoặc khóa không đúng.',
    'The device is not registered, or its key is wrong.',
  ),
  OBSTRUCTION_OFF_ROADS: error(422, 'Hình vẽ không chạm đường nào.', 'What was drawn touches no road.'),
  OBSTRUCTION_NOT_OPEN: error(409, 'Chỗ cản này đã thông hoặc đã hết hạn.', 'It was cleared already, or has expired.'),
  PAPER_CARD_UNKNOWN: error(422, 'Không có phiếu giấy mang số này.', 'There is no paper card with this number.'),
  PAPER_CARD_USED: error(409, 'Phiếu này đã nhập hoặc đã hủy.', 'This card was entered already, or voided.'),
  DRILL_ALREADY_RUNNING: error(409, 'Đang có một buổi diễn tập.', 'A drill is already running.'),
  RING_TAKEN: error(409, 'Cuộc gọi này đã có người nhận.', 'Somebody else has taken this call.'),
  CALL_BACK_SETTLED: error(409, 'Mục gọi lại này đã xong.', 'This call-back has been settled.'),
  CALL_BACK_TRIES_TOO_FEW: error(
    409,
    'Chưa gọi lại đủ số lần để ghi là không gặp.',
    'Too few tries to write that nobody was reached.',
  ),
  LINK_ENDED: error(
    410,
    'Liên kết đã hết hạn. Nếu cần giúp, gọi 115.',
    'This link has ended. If you need help, call 115.',
  ),
  MESSAGES_NOT_SENT: error(
    409,
    'Máy chủ chưa nối với nơi gửi tin nhắn. Đưa mã QR hoặc đọc liên kết.',
    'The server is not connected to a message service. Show the QR code or read the link out.',
  ),
  SIGNATURE_WRONG: error(401, 'Chữ ký hoặc giờ gửi không đúng.', 'The signature or the time of sending is wrong.'),
  PERIOD_INVALID: error(422, 'Khoảng thời gian không hợp lệ.', 'The period is not valid.'),
  ROADS_NOT_LOADED: error(503, 'Mạng đường chưa sẵn sàng.', 'The road network is not ready.'),
  SECOND_OPINION_UNAVAILABLE: error(
    503,
    'Google không trả lời. Dùng gợi ý của trung tâm.',
    'Google does not answer. Use the suggestions of the centre.',
  ),
  STORAGE_FULL: error(
    503,
    'Đĩa đầy: chưa ghi được. Báo kỹ thuật ngay, dùng phiếu giấy.',
    'The disk is full: nothing was written. Call technical support, use paper.',
  ),
  DATABASE_UNAVAILABLE: error(
    503,
    'Chưa ghi được vào cơ sở dữ liệu. Thử lại.',
    'The database cannot be reached. Try again.',
  ),
  OVERLOADED: error(429, 'Gửi quá nhanh.', 'Too many messages.'),
  BUG: error(500, 'Lỗi hệ thống. Đã ghi nhận.', 'A fault in the system. It was recorded.'),
} as const satisfies Record<string, ErrorWording>;

export const ErrorCode = keysOf(ERRORS);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** An error on the wire, on HTTP and on the socket alike. */
export const ErrorView = z.object({
  code: ErrorCode,
  message: z.object({ vi: z.string(), en: z.string() }),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ErrorView = z.infer<typeof ErrorView>;

/** The one error class of the product: a code of the table above, plus facts. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details?: Record<string, unknown>,
  ) {
    super(ERRORS[code].en);
    this.name = 'DomainError';
  }
  get status(): number {
    return ERRORS[this.code].status;
  }
  view(): ErrorView {
    const { vi, en } = ERRORS[this.code];
    return { code: this.code, message: { vi, en }, details: this.details };
  }
}
