import { section } from './wording.js';

/** Choosing who goes, changing one's mind, and what the choice does to others. */
export const SENDING = section({
  // the table
  groupAmbulances: { vi: 'Xe cứu thương', en: 'Ambulances' },
  groupTwoWheelers: { vi: 'Mô tô đi trước', en: 'Two-wheelers, going ahead' },
  groupExcluded: { vi: 'Không điều được', en: 'Cannot be sent' },
  cannotSend: { vi: 'Không điều được: {why}', en: 'Cannot be sent: {why}' },

  // special needs
  needs: { vi: 'Cần thêm', en: 'Also needed' },
  needByAnswers: { vi: 'Theo câu trả lời sàng lọc', en: 'Asked for by the answers' },
  vehicleCount: { vi: '{count} xe', en: '{count} vehicles' },
  moreVehicles: { vi: 'Thêm một xe', en: 'One more vehicle' },
  fewerVehicles: { vi: 'Bớt một xe', en: 'One vehicle less' },
  victimsHint: { vi: '{count} nạn nhân', en: '{count} victims' },

  // override
  choseInstead: {
    vi: 'Đã chọn {chosen} thay vì {best} ({difference})',
    en: 'Chose {chosen} over {best} ({difference})',
  },
  choseUnlisted: {
    vi: 'Đã chọn {chosen}, ngoài danh sách; đứng đầu là {best}',
    en: 'Chose {chosen}, not listed; {best} came first',
  },
  listAge: { vi: 'xem danh sách {seconds} giây trước', en: 'list seen {seconds} s earlier' },
  showList: { vi: 'Xem danh sách lúc đó', en: 'Show the list as it was' },
  hideList: { vi: 'Ẩn danh sách', en: 'Hide the list' },

  // offers
  nextTwo: { vi: 'Tiếp theo: {names}', en: 'Next: {names}' },
  phonePrompt: { vi: '{callSign} chưa trả lời: gọi trạm {phone}', en: '{callSign} has not answered: call {phone}' },
  callStation: { vi: 'Gọi', en: 'Call' },
  phoneUnknown: { vi: '(chưa có số)', en: '(no number)' },
  phoneRefused: { vi: 'Từ chối qua điện thoại', en: 'Refused by telephone' },

  // better choice
  suggestions: { vi: 'Gợi ý', en: 'Suggestions' },
  justFree: {
    vi: '{better} rảnh, đến {number} sớm hơn {gain} so với {present}',
    en: '{better} is free and at {number} {gain} before {present}',
  },
  soonFree: {
    vi: '{better} sắp rảnh (còn {free}), đến {number} sớm hơn {gain} so với {present}',
    en: '{better} is free in {free} and at {number} {gain} before {present}',
  },
  takeSuggestion: { vi: 'Đổi xe', en: 'Change' },
  leaveSuggestion: { vi: 'Để nguyên', en: 'Leave it' },
  moreSuggestions: { vi: '+{count}', en: '+{count}' },
  askedBetter: { vi: 'Đã hỏi {better} thay {present}', en: '{better} asked in place of {present}' },
  keySuggestion: { vi: 'Nhận gợi ý đổi xe', en: 'Take the suggestion' },
  keyLeaveSuggestion: { vi: 'Bỏ gợi ý, để nguyên', en: 'Leave the suggestion' },

  // diversion
  divert: { vi: 'Đổi hướng {callSign}', en: 'Divert {callSign}' },
  divertable: { vi: 'đổi hướng: {eta}', en: 'diverted: {eta}' },
  divertTitle: { vi: 'Đổi hướng {callSign} từ {from} sang {to}?', en: 'Divert {callSign} from {from} to {to}?' },
  divertTo: { vi: 'được {callSign} sau {eta}', en: 'gets {callSign} in {eta}' },
  divertGain: { vi: 'sớm hơn {gain}', en: '{gain} sooner' },
  divertNoGain: { vi: 'chậm hơn {gain}', en: '{gain} later' },
  divertNobodyElse: { vi: 'không còn xe nào khác', en: 'nobody else could come' },
  divertFrom: { vi: 'mất xe còn cách {eta}', en: 'loses a vehicle {eta} away' },
  divertNext: { vi: 'xe kế {callSign} sau {eta}, chậm thêm {loss}', en: 'next {callSign} in {eta}, {loss} later' },
  divertNextSooner: { vi: 'xe kế {callSign} sau {eta}, không chậm hơn', en: 'next {callSign} in {eta}, not later' },
  divertNextNone: { vi: 'không còn xe nào', en: 'nobody is left' },
  divertBumps: { vi: 'đã bị đổi xe {bumps} lần', en: 'lost a vehicle {bumps} times' },
  divertAgainst: { vi: 'Cân nhắc: {objections}', en: 'Consider: {objections}' },
  divertWhy: { vi: 'Vì sao đổi hướng?', en: 'Why divert?' },
  divertDespite: { vi: 'Vì sao vẫn đổi hướng?', en: 'Why divert all the same?' },
  diverted: { vi: 'Đã đổi hướng {callSign} sang {number}', en: '{callSign} diverted to {number}' },

  // hospitals
  hospitals: { vi: 'Bệnh viện nhận', en: 'Hospital' },
  hospitalsLoading: { vi: 'Đang tính bệnh viện…', en: 'Ranking hospitals…' },
  hospitalsClosed: { vi: 'Chọn bệnh viện', en: 'Choose a hospital' },
  hospitalChosen: { vi: 'đã chọn', en: 'chosen' },
  capacityAge: { vi: '{by}, {age} trước', en: '{by}, {age} ago' },
  capacitySet: { vi: 'Ghi tình trạng', en: 'Set room' },
  capacityTitle: { vi: '{hospital}: còn nhận không?', en: '{hospital}: any room?' },
  capacityFor: { vi: 'Có hiệu lực', en: 'Holds for' },
  capacityMinutes: { vi: '{n} giờ', en: '{n} h' },
  capacityNote: { vi: 'Ghi chú', en: 'Note' },
  capacitySave: { vi: 'Ghi', en: 'Save' },
  capacityDone: { vi: 'Đã ghi tình trạng {hospital}', en: 'Room of {hospital} recorded' },
  keyHospital: { vi: 'Chọn bệnh viện', en: 'Choose the hospital' },

  // coverage
  gaps: { vi: 'Vùng trống', en: 'Gaps' },
  gapsNone: { vi: 'Mọi phường trong 15 phút', en: 'Every ward within 15 minutes' },
  gapsFailed: { vi: 'Không tính được vùng trống', en: 'The gaps could not be computed' },
  gapsBeyond15: { vi: 'Quá 15 phút', en: 'Beyond 15 minutes' },
  gapsBeyond8: { vi: 'Quá 8 phút', en: 'Beyond 8 minutes' },
  gapsEmpty: { vi: 'Trạm không còn xe', en: 'Stations without a vehicle' },
  gapsMinutes: { vi: '{minutes} phút', en: '{minutes} min' },
  gapsUnreachable: { vi: 'không xe nào tới', en: 'nobody can come' },
  gapsBasis: {
    vi: 'Tính theo nửa số nút đường của phường, {wards} phường',
    en: 'By half of a ward’s road junctions, {wards} wards',
  },
  ifSent: {
    vi: 'Nếu điều {callSign}: {wards} quá {minutes} phút',
    en: 'If {callSign} goes: {wards} beyond {minutes} min',
  },
  ifSentNone: { vi: 'Nếu điều {callSign}: không thêm vùng trống', en: 'If {callSign} goes: no new gap' },
  standbyAdvice: {
    vi: 'Đưa {callSign} về {station}: {count} phường trở lại dưới 15 phút',
    en: 'Move {callSign} to {station}: {count} wards back within 15 minutes',
  },
  standbyGo: { vi: 'Điều về', en: 'Send there' },
  standbyDone: { vi: '{callSign} đến chờ tại {station}', en: '{callSign} stands by at {station}' },
  standbyAt: { vi: 'chờ tại {station}', en: 'standing by at {station}' },
  standbyOrder: { vi: 'Đến chờ tại {station}', en: 'Stand by at {station}' },

  // undo
  undoTooLate: { vi: 'Đã quá 10 giây. {correction}', en: 'More than 10 seconds ago. {correction}' },
  undoNothing: { vi: 'Không có gì để hoàn tác.', en: 'There is nothing to take back.' },
  undone: { vi: 'Đã hoàn tác: {deed}', en: 'Taken back: {deed}' },
  correctDispatch: {
    vi: 'Dừng hỏi hoặc hủy lệnh với lý do.',
    en: 'Stop asking, or call the vehicle off with a reason.',
  },
  correctDivert: {
    vi: 'Đổi hướng không hoàn tác được: đổi hướng lại với lý do.',
    en: 'A diversion cannot be taken back: divert again with a reason.',
  },
  correctStatus: { vi: 'Sửa trạng thái với lý do trong thẻ xe.', en: 'Correct the status with a reason in its card.' },
  correctCapacity: { vi: 'Ghi lại tình trạng của bệnh viện.', en: 'Record the room of the hospital again.' },
  correctStandby: { vi: 'Gọi xe về trạm của nó.', en: 'Call the vehicle back to its station.' },
});
