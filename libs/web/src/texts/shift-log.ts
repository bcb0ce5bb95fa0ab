import { section } from './wording.js';

/** The log of the room's shifts. */
export const SHIFT_LOG = section({
  title: { vi: 'Sổ ca trực', en: 'Shift log' },
  key: { vi: 'Mở sổ ca trực', en: 'Open the shift log' },
  day: { vi: 'Ngày', en: 'Day' },
  before: { vi: 'Hôm trước', en: 'Day before' },
  after: { vi: 'Hôm sau', en: 'Day after' },
  print: { vi: 'In', en: 'Print' },
  back: { vi: 'Về bàn điều phối', en: 'Back to the console' },
  shift: { vi: 'Ca {from}–{to}', en: 'Shift {from}–{to}' },
  now: { vi: 'đang trực', en: 'on now' },
  none: { vi: 'Chưa có gì trong ca này', en: 'Nothing in this shift yet' },
  noShift: { vi: 'Chưa có ca nào của ngày này', en: 'No shift of this day yet' },
  kind: { vi: 'Loại', en: 'Kind' },
  text: { vi: 'Nội dung', en: 'Text' },
  textMissing: { vi: 'Ghi nội dung', en: 'Write something' },
  write: { vi: 'Ghi sổ', en: 'Write' },
  receive: { vi: 'Nhận ca', en: 'Take the shift over' },
  received: { vi: 'Đã nhận ca {time}, {name}', en: 'Took over at {time}, {name}' },
  incidents: { vi: 'Sự cố đang mở', en: 'Open incidents' },
  outOfService: { vi: 'Xe ngừng trực', en: 'Units out of service' },
  obstructions: { vi: 'Chỗ cản đường', en: 'Obstructions' },
  hospitals: { vi: 'Bệnh viện hạn chế hoặc ngừng nhận', en: 'Hospitals short of room' },
  until: { vi: 'đến {time}', en: 'until {time}' },
  nothing: { vi: 'không có', en: 'none' },
});
