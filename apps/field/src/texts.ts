import type { ApproachStage, Wording } from '#contracts';

export type Language = 'vi' | 'en';

/** What the caller reads: short, for somebody who is afraid and has one hand free. */
export const TEXTS = {
  title: { vi: 'Cấp cứu 115', en: 'Emergency 115' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  minutes: { vi: 'Còn khoảng {minutes} phút', en: 'About {minutes} min' },
  soon: { vi: 'Sắp tới nơi', en: 'Almost there' },
  vehicle: { vi: 'Xe {callSign}', en: 'Ambulance {callSign}' },
  away: { vi: 'cách {distance}, từ hướng {direction}', en: '{distance} away, from the {direction}' },
  share: { vi: 'Chia sẻ vị trí', en: 'Share my position' },
  shareHint: {
    vi: 'Giúp xe tìm đúng chỗ. Chỉ tổng đài 115 thấy.',
    en: 'Helps the ambulance find you. Only 115 sees it.',
  },
  sharing: { vi: 'Đang tìm vị trí…', en: 'Finding your position…' },
  shared: { vi: 'Đã gửi vị trí, sai số khoảng {metres} m', en: 'Position sent, within about {metres} m' },
  shareRefused: {
    vi: 'Máy không cho lấy vị trí. Cho phép trong cài đặt, hoặc nói địa chỉ với tổng đài.',
    en: 'Your phone does not give its position. Allow it in the settings, or tell 115 the address.',
  },
  unsent: { vi: 'Chưa gửi được vị trí, đang thử lại', en: 'Position not sent yet, trying again' },
  firstAid: { vi: 'Trong khi chờ', en: 'Until help comes' },
  listen: {
    vi: 'Nếu tổng đài đang hướng dẫn, nghe theo tổng đài.',
    en: 'If 115 is telling you what to do, follow them.',
  },
  left: { vi: 'Người bệnh đã tự đi', en: 'The patient has left' },
  leftSaid: { vi: 'Đã báo tổng đài: người bệnh đã tự đi.', en: '115 was told that the patient has left.' },
  leftUndo: { vi: 'Báo nhầm, rút lại', en: 'A mistake, take it back' },
  leftUndoFor: { vi: 'Rút lại được trong {seconds} giây', en: 'Can be taken back for {seconds} s' },
  leftFailed: { vi: 'Chưa báo được. Gọi 115.', en: 'It could not be sent. Call 115.' },
  call: { vi: 'Gọi 115', en: 'Call 115' },
  updated: { vi: 'Cập nhật {seconds} giây trước', en: 'Updated {seconds} s ago' },
  offline: {
    vi: 'Mất mạng, đang thử lại. Thông tin từ {seconds} giây trước.',
    en: 'No connection, trying again. This is from {seconds} s ago.',
  },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  ended: { vi: 'Liên kết này đã hết hạn.', en: 'This link has ended.' },
  endedHint: { vi: 'Nếu vẫn cần giúp, gọi 115.', en: 'If you still need help, call 115.' },
  tooFast: { vi: 'Mở quá nhiều lần. Đợi một phút.', en: 'Opened too often. Wait a minute.' },
} as const satisfies Record<string, Wording>;

export const STAGES: Record<ApproachStage, Wording> = {
  received: { vi: 'Đã nhận tin', en: 'Call received' },
  coming: { vi: 'Xe đang đến', en: 'Help is coming' },
  arrived: { vi: 'Xe đã tới', en: 'Help is there' },
};

const DIRECTIONS: readonly Wording[] = [
  { vi: 'bắc', en: 'north' },
  { vi: 'đông bắc', en: 'north-east' },
  { vi: 'đông', en: 'east' },
  { vi: 'đông nam', en: 'south-east' },
  { vi: 'nam', en: 'south' },
  { vi: 'tây nam', en: 'south-west' },
  { vi: 'tây', en: 'west' },
  { vi: 'tây bắc', en: 'north-west' },
];

/** The eighth of the compass, 0 is north, clockwise. */
export const directionOf = (bearingDegrees: number): Wording => DIRECTIONS[Math.round(bearingDegrees / 45) % 8]!;

export const distanceIn = (metres: number, language: Language): string =>
  metres < 1_000
    ? `${Math.max(50, Math.round(metres / 50) * 50)} m`
    : `${(metres / 1_000).toFixed(1).replace('.', language === 'vi' ? ',' : '.')} km`;

export const fill = (text: string, facts: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (name, key: string) => String(facts[key] ?? name));
