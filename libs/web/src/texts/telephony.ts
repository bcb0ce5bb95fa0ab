import { section } from './wording.js';

/** Calls that ring, those to be called back, and what is known of a caller. */
export const TELEPHONY = section({
  incoming: { vi: 'Cuộc gọi đến', en: 'Incoming calls' },
  anonymous: { vi: 'Không hiện số', en: 'Number withheld' },
  answer: { vi: 'Nhận cuộc gọi', en: 'Take the call' },
  answerNext: { vi: 'Nhận cuộc gọi chờ lâu nhất', en: 'Take the call that waits longest' },
  moreRings: { vi: '+{count} cuộc gọi', en: '+{count} calls' },
  queue: { vi: 'hàng {queue}', en: 'queue {queue}' },
  answeredAt: { vi: 'máy {extension} đã nghe, chưa ai ghi', en: 'answered at {extension}, nobody writes' },
  answeredSomewhere: { vi: 'đã nghe, chưa ai ghi', en: 'answered, nobody writes' },
  takenBy: { vi: '{by} đã nhận cuộc gọi này.', en: '{by} has taken this call.' },
  ringing: { vi: 'Đang đổ chuông', en: 'Ringing' },

  callerNew: { vi: 'gọi lần đầu trong 12 tháng', en: 'first call in 12 months' },
  callerCount: { vi: 'Số này gọi {count} lần trong 12 tháng', en: '{count} calls from here in 12 months' },
  callerCountShort: { vi: 'gọi {count} lần trong 12 tháng', en: '{count} calls in 12 months' },
  callerUnknown: { vi: 'Chưa đọc được lịch sử gọi', en: 'The history could not be read' },
  marked: { vi: 'từng gọi phá', en: 'nuisance before' },
  markedBecause: {
    vi: '{by} đánh dấu {date}: {because}. Chỉ để biết, không chặn cuộc gọi.',
    en: '{by} marked it {date}: {because}. To be known, it blocks nothing.',
  },
  mark: { vi: 'Đánh dấu gọi phá', en: 'Mark as nuisance' },
  unmark: { vi: 'Bỏ đánh dấu', en: 'Take the mark off' },
  because: { vi: 'Lý do', en: 'Reason' },
  earlierCalls: { vi: 'Các cuộc gọi trước', en: 'Earlier calls' },

  callBacks: { vi: 'Gọi lại', en: 'Call back' },
  callBackCount: { vi: 'cần gọi lại', en: 'to call back' },
  callBacksNone: { vi: 'Không có ai chờ gọi lại', en: 'Nobody is waiting to be called back' },
  callBacksNoneHint: {
    vi: 'Cuộc gọi nhỡ, bỏ dở hoặc chưa ghi nhận hiện ở đây.',
    en: 'Missed, abandoned and unrecorded calls appear here.',
  },
  rangTimes: { vi: 'gọi {count} lần', en: 'rang {count} times' },
  waited: { vi: 'chờ {span}', en: 'waited {span}' },
  tried: { vi: 'đã gọi lại {count} lần', en: 'tried {count} times' },
  callNow: { vi: 'Gọi lại', en: 'Call back' },
  reached: { vi: 'Gặp được', en: 'Reached' },
  notReached: { vi: 'Không được', en: 'Not reached' },
  noNumber: { vi: 'Không có số', en: 'No number' },
  belongsTo: { vi: 'Thuộc {number}', en: 'Belongs to {number}' },
  belongsToChosen: { vi: 'Chọn sự cố trước (F3)', en: 'Choose the incident first (F3)' },
  moveHint: { vi: '↑ ↓ chọn · Enter gọi lại', en: '↑ ↓ choose · Enter calls' },

  untitled: { vi: 'cuộc gọi lúc {time}', en: 'call at {time}' },

  exchange: { vi: 'Tổng đài', en: 'Exchange' },
  exchangeConnected: { vi: 'Tổng đài đã nối từ {time}', en: 'Exchange connected since {time}' },
  exchangeLost: { vi: 'Mất tổng đài {span}', en: 'Exchange lost for {span}' },
  exchangeOff: { vi: 'Chưa cài đặt kết nối trực tiếp với tổng đài', en: 'No direct line to an exchange is set up' },
  exchangeLostDo: {
    vi: 'Cuộc gọi vẫn đổ chuông ở máy. Ghi số và giờ gọi bằng tay.',
    en: 'Telephones still ring. Write number and time by hand.',
  },
  extension: { vi: 'Máy nhánh của bàn này', en: 'Extension of this desk' },
  extensionHint: {
    vi: 'Nhấc máy này thì cuộc gọi tự mở trong phiếu.',
    en: 'A call answered on it opens in the form by itself.',
  },

  phonePosition: { vi: 'Vị trí từ điện thoại', en: "The phone's position" },
  accuracy: { vi: '±{distance}', en: '±{distance}' },
  age: { vi: '{span} trước', en: '{span} ago' },
  usePosition: { vi: 'Dùng', en: 'Use' },
  positionUsed: { vi: 'đang dùng', en: 'in use' },
  positionApart: {
    vi: 'Định vị điện thoại cách nơi đã chọn {distance}',
    en: 'The phone is {distance} from the chosen place',
  },
  placeFromPhone: { vi: 'vị trí từ điện thoại', en: "the phone's position" },
});
