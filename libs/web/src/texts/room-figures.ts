import { section } from './wording.js';

/** How the room bore a period: its alarms, and where every ring ended. */
export const ROOM_FIGURES = section({
  room: { vi: 'Phòng điều phối', en: 'The room' },
  alarms: { vi: 'Báo động mỗi giờ điều phối viên', en: 'Alarms per dispatcher-hour' },
  target: {
    vi: 'đích ≤ {target} · trên {review} phải xem lại',
    en: 'target ≤ {target} · above {review} to be reviewed',
  },
  within: { vi: 'trong đích', en: 'within the target' },
  over: { vi: 'vượt đích', en: 'above the target' },
  nobody: { vi: 'chưa có giờ trực nào được ghi', en: 'no hours at a console recorded' },
  raised: { vi: '{count} báo động', en: '{count} alarms' },
  floods: { vi: '{count} giờ dồn dập', en: '{count} hours with a flood' },
  flood: { vi: 'dồn dập', en: 'flood' },
  toReview: { vi: 'Giờ phải xem lại', en: 'Hours to review' },
  noneToReview: { vi: 'Không có giờ nào phải xem lại', en: 'No hour to review' },
  rings: { vi: 'Cuộc gọi đến tổng đài', en: 'Calls to the exchange' },
  unexplained: { vi: '{count} chưa giải thích', en: '{count} unexplained' },
  end: { vi: 'Kết thúc', en: 'How it ended' },
});
