import { section } from './wording.js';

/** Rides that are ordered for a time. */
export const RIDES = section({
  due: { vi: 'Hẹn giờ đón', en: 'Due at' },
  dueHint: { vi: 'để trống nếu đi ngay', en: 'leave empty to go now' },
  dueDay: { vi: 'Ngày đón', en: 'Day' },
  dueTime: { vi: 'Giờ đón', en: 'Time' },
  destination: { vi: 'Đưa đến', en: 'Destination' },
  destinationNone: { vi: 'Chưa rõ', en: 'Not known' },
  left: { vi: 'còn {span}', en: '{span} left' },
  late: { vi: 'trễ {span}', en: '{span} late' },
  startsAt: { vi: 'Phát lệnh {time}', en: 'Order at {time}' },
  dueAt: { vi: 'Hẹn {time}', en: 'Due {time}' },
  reschedule: { vi: 'Đổi giờ hẹn', en: 'Reschedule' },
  because: { vi: 'Vì sao đổi', en: 'Why' },
  becauseMissing: { vi: 'Ghi lý do', en: 'Give a reason' },
  minutes: { vi: '{n} phút', en: '{n} min' },
  hours: { vi: '{h} giờ {m} phút', en: '{h} h {m} min' },
  measured: {
    vi: '{n} chuyến hẹn giờ tính riêng theo giờ hẹn: {arrived} đã đến, {onTime} đúng hẹn (trễ không quá 10 phút).',
    en: '{n} rides ordered for a time are measured apart, by that time: {arrived} arrived, {onTime} on time (10 min at most).',
  },
  alarm: { vi: 'Sự cố {number} đến giờ hẹn, chưa có xe', en: '{number} is due and has no unit' },
});
