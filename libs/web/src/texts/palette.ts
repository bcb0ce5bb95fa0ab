import { section } from './wording.js';

/** The command palette. */
export const PALETTE = section({
  places: { vi: 'Địa điểm', en: 'Places' },
  closed: { vi: 'Sự cố đã đóng', en: 'Closed incidents' },
  showOnMap: { vi: 'Xem trên bản đồ', en: 'Show on the map' },
  callHere: { vi: 'Tiếp nhận cuộc gọi ở đây', en: 'Take a call here' },
  hospital: { vi: 'Bệnh viện', en: 'Hospital' },
  station: { vi: 'Trạm {name}', en: 'Station {name}' },
  call: { vi: 'Cuộc gọi {phone}', en: 'Call {phone}' },
  callCrewOf: { vi: 'Gọi kíp {callSign}', en: 'Call the crew of {callSign}' },
  cancelMissionOf: { vi: 'Hủy lệnh {callSign}…', en: 'Call off {callSign}…' },
  stopAskingFor: { vi: 'Dừng hỏi xe cho {number}…', en: 'Stop asking for {number}…' },
  closeOf: { vi: 'Đóng sự cố {number}…', en: 'Close incident {number}…' },
  unreached: {
    vi: 'Máy chủ chưa trả lời: chỉ tìm trên màn hình này.',
    en: 'The server does not answer: only this screen was searched.',
  },
  presetIntake: { vi: 'Bố cục nhận cuộc gọi', en: 'Layout: intake' },
  presetDispatch: { vi: 'Bố cục điều xe', en: 'Layout: dispatch' },
  presetTwoScreens: { vi: 'Bố cục hai màn hình', en: 'Layout: two screens' },
  presetOverview: { vi: 'Bố cục giám sát', en: 'Layout: overview' },
});
