import { section } from './wording.js';

/** What is written while the line is down. */
export const OUTBOX = section({
  waiting: { vi: 'chờ gửi', en: 'waiting to be sent' },
  refused: { vi: 'không gửi được', en: 'not accepted' },
  discard: { vi: 'Bỏ', en: 'Discard' },
  lineDown: {
    vi: 'Mất kết nối: chưa điều xe được từ máy. Gọi điện cho trạm.',
    en: 'The line is down: nothing can be dispatched from here. Telephone the station.',
  },
});
