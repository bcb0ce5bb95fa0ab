import { section } from './wording.js';

/** What stands in the roads, and what the estimates count with; on the console and on the tablet. */
export const ROADS = section({
  obstructions: { vi: 'Cản đường', en: 'Obstructions' },
  draw: { vi: 'Vẽ chỗ cản đường', en: 'Draw an obstruction' },
  drawHint: {
    vi: 'Bấm các điểm trên bản đồ (Phím cách: giữa bản đồ). Một điểm: quanh đó 50 m. Dọc đường: đoạn đường. Ngang đường: chặn tại đó.',
    en: 'Click points on the map (Space: its middle). One point: 50 m around. Along a road: that stretch. Across: right there.',
  },
  drawPoints: { vi: '{count} điểm', en: '{count} points' },
  drawLine: { vi: 'Xong', en: 'Done' },
  drawArea: { vi: 'Xong, thành vùng', en: 'Done, as an area' },
  drawBack: { vi: 'Bỏ điểm cuối', en: 'Drop the last point' },
  whatKind: { vi: 'Cản gì?', en: 'What is it?' },
  howDeep: { vi: 'Ngập đến đâu?', en: 'How deep?' },
  whoPasses: { vi: 'Ai qua được?', en: 'Who may pass?' },
  howLong: { vi: 'Trong bao lâu? (thường {span})', en: 'For how long? (usually {span})' },
  minutes: { vi: '{n} phút', en: '{n} minutes' },
  hours: { vi: '{n} giờ', en: '{n} h' },
  list: { vi: 'Chỗ cản đường đang hiệu lực', en: 'Obstructions in force' },
  left: { vi: 'còn {span}', en: '{span} left' },
  fromCrew: { vi: 'kíp {by} báo', en: 'reported by crew {by}' },
  fromRoom: { vi: '{by} ghi', en: 'by {by}' },
  confirm: { vi: 'Vẫn còn', en: 'Still there' },
  clear: { vi: 'Đã thông', en: 'Cleared' },
  show: { vi: 'Xem trên bản đồ', en: 'Show on the map' },
  unnamed: { vi: 'đường không tên', en: 'unnamed road' },

  basis: { vi: 'Dựa trên', en: 'Rests on' },
  basisRoads: { vi: 'bản đồ đường số {version}', en: 'road map {version}' },
  basisObstructions: { vi: '{count} chỗ cản đường', en: '{count} obstructions' },
  basisFree: { vi: 'không có chỗ cản đường', en: 'no obstructions' },
  basisAssumed: { vi: 'tốc độ ước theo loại đường', en: 'speeds assumed by class of road' },
  basisLearned: { vi: 'tốc độ học từ các chuyến đã chạy', en: 'speeds learned from past drives' },
  basisSince: { vi: 'cập nhật {time}', en: 'as of {time}' },
  google: { vi: 'Google {minutes}′ · {age} trước', en: 'Google {minutes}′ · {age} ago' },

  crewFlood: { vi: 'Ngập ở đây', en: 'Flooded here' },
  crewJam: { vi: 'Tắc đường ở đây', en: 'Jammed here' },
  crewBlocked: { vi: 'Không qua được ở đây', en: 'Blocked here' },
  crewNoPosition: {
    vi: 'Chưa có vị trí xe nên chưa báo được.',
    en: 'No position of the vehicle yet, so nothing to report.',
  },
  crewTakeBack: { vi: 'Bỏ: {what}, {age} trước', en: 'Take back: {what}, {age} ago' },
  afterwards: { vi: 'rồi {next}', en: 'then {next}' },
  offRoute: { vi: 'Đã rời lộ trình, đang tính lại', en: 'Off the route, computing again' },
});
