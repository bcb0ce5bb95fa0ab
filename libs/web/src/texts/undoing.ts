import { section } from './wording.js';

/** What can be taken back within ten seconds, and how to correct it later. */
export const UNDOING = section({
  obstructed: { vi: 'Đã báo {what}', en: 'Reported: {what}' },
  correctObstructed: { vi: 'Đánh dấu đã thông trong danh sách chỗ cản.', en: 'Mark it cleared in the list.' },
  cleared: { vi: 'Đã ghi là thông: {what}', en: 'Marked clear: {what}' },
  correctCleared: { vi: 'Vẽ lại chỗ cản (Alt C).', en: 'Draw it again (Alt C).' },
  marked: { vi: 'Đã đánh dấu gọi phá: {phone}', en: 'Marked as nuisance: {phone}' },
  unmarked: { vi: 'Đã bỏ đánh dấu: {phone}', en: 'The mark was taken off: {phone}' },
  correctMark: { vi: 'Sửa ở dòng lịch sử gọi của số này.', en: 'Correct it at the history of this number.' },
});
