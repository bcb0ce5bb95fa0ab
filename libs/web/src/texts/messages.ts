import { section } from './wording.js';

/** Words between the room and the crews, and the call of a crew in danger; on the console and on the tablet. */
export const MESSAGES = section({
  messages: { vi: 'Tin nhắn', en: 'Messages' },
  with: { vi: 'Nhắn với {callSign}', en: 'Messages with {callSign}' },
  key: { vi: 'Nhắn với kíp', en: 'Message a crew' },
  none: { vi: 'Chưa có tin nào trong ca này', en: 'No messages in this shift yet' },
  noneHint: { vi: 'Chọn câu soạn sẵn hoặc gõ tin.', en: 'Choose a ready text or type one.' },
  noUnit: { vi: 'Chưa chọn xe', en: 'No unit chosen' },
  noUnitHint: { vi: 'Chọn xe trên bảng xe (F6) rồi bấm Alt N.', en: 'Choose a unit on the board (F6), then Alt N.' },
  noCrew: {
    vi: 'Xe chưa có kíp trực: tin sẽ chờ đến khi có kíp.',
    en: 'No crew is on shift: the message waits until there is one.',
  },
  quick: { vi: 'Câu soạn sẵn', en: 'Ready texts' },
  text: { vi: 'Tin gửi kíp', en: 'Message to the crew' },
  textHint: { vi: 'Enter để gửi', en: 'Enter sends' },
  asksAnswer: { vi: 'Kíp phải bấm đã nhận', en: 'The crew must confirm' },
  send: { vi: 'Gửi', en: 'Send' },
  room: { vi: 'Trung tâm', en: 'Centre' },
  crew: { vi: 'Kíp', en: 'Crew' },
  stateSent: { vi: 'đã gửi', en: 'sent' },
  stateShown: { vi: 'đã hiện {time}', en: 'shown {time}' },
  stateAcknowledged: { vi: 'đã nhận {time}', en: 'received {time}' },
  unanswered: { vi: 'chưa nhận {time}', en: 'not received {time}' },
  acknowledge: { vi: 'Đã nhận', en: 'Received' },
  unread: { vi: '{count} tin chưa đọc', en: '{count} unread' },
  unreadOf: { vi: '{callSign}: {count} tin chưa đọc', en: '{callSign}: {count} unread' },
  asks: { vi: '{callSign}: {words}', en: '{callSign}: {words}' },
  more: { vi: 'và {count} tin nữa', en: 'and {count} more' },
  open: { vi: 'Mở', en: 'Open' },
  back: { vi: 'Về sự cố', en: 'Back' },
  about: { vi: 'sự cố {number}', en: 'incident {number}' },

  // tablet
  rail: { vi: 'Nhắn nhanh', en: 'Messages' },
  toRoom: { vi: 'Nhắn trung tâm', en: 'Message the centre' },
  fromRoom: { vi: 'Trung tâm nhắn', en: 'From the centre' },
  earlier: { vi: 'Tin trong ca', en: 'Earlier in this shift' },
  driving: {
    vi: 'Xe đang chạy: chỉ dùng câu soạn sẵn.',
    en: 'The vehicle is moving: ready texts only.',
  },
  typed: { vi: 'Gõ tin', en: 'Type a message' },
  close: { vi: 'Đóng', en: 'Close' },

  // danger
  danger: { vi: 'Kíp gặp nguy', en: 'Crew in danger' },
  dangerHold: { vi: 'Giữ 1 giây để báo kíp gặp nguy', en: 'Hold for 1 second to report danger' },
  dangerRaised: { vi: 'Đã báo trung tâm: kíp gặp nguy', en: 'The centre knows: crew in danger' },
  dangerWaiting: { vi: 'Chờ mạng để báo. Gọi 115 hoặc 113 ngay.', en: 'No network yet. Call 115 or 113 now.' },
  dangerSent: {
    vi: 'Trung tâm đang xử lý. Giữ máy và ở nơi an toàn.',
    en: 'The centre is acting. Stay where it is safe.',
  },
  dangerOf: { vi: '{callSign}: kíp gặp nguy', en: '{callSign}: crew in danger' },
  dangerSince: { vi: 'từ {time}, {age}', en: 'since {time}, {age}' },
  dangerPlace: { vi: 'gần {place}', en: 'near {place}' },
  dangerNoPlace: { vi: 'chưa có vị trí', en: 'no position' },
  dangerEnd: { vi: 'Kết thúc…', en: 'End…' },
  dangerEndWhy: { vi: 'Kết thúc báo nguy của {callSign} vì', en: 'End the danger of {callSign} because' },
  dangerShow: { vi: 'Xem trên bản đồ', en: 'Show on the map' },
});
