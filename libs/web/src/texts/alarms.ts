import { section } from './wording.js';

/** What must be acted on now, and the sounds for it. */
export const ALARMS = section({
  alarms: { vi: 'Cảnh báo', en: 'Alarms' },
  noVehicle: { vi: 'Sự cố {number} chưa có xe sau {span}', en: '{number} without a unit for {span}' },
  notAcknowledged: { vi: '{callSign} chưa nhận lệnh sau {span}', en: '{callSign} has not acknowledged for {span}' },
  nobodyLeft: { vi: 'Sự cố {number}: hết xe để hỏi', en: '{number}: nobody left to ask' },
  etaOver: {
    vi: '{callSign} đến sự cố {number} trễ mục tiêu {span}',
    en: '{callSign} will miss the target of {number} by {span}',
  },
  gpsSilent: { vi: '{callSign} mất tín hiệu GPS {span}', en: 'No GPS from {callSign} for {span}' },
  shiftEnding: { vi: 'Kíp {callSign} còn {span} hết ca', en: 'The shift of {callSign} ends in {span}' },
  shiftOver: { vi: 'Kíp {callSign} đã hết ca', en: 'The shift of {callSign} is over' },
  stationEmpty: { vi: 'Trạm {station} không còn xe', en: '{station} has no vehicle left' },
  serverLost: { vi: 'Mất kết nối máy chủ {seconds} giây', en: 'No connection to the server for {seconds} s' },
  serverLostDo: {
    vi: 'Dùng bộ đàm và phiếu giấy cho đến khi nối lại.',
    en: 'Use radio and paper until it is back.',
  },
  incident: { vi: 'Sự cố {number}', en: 'Incident {number}' },
  severalNoVehicle: { vi: '{count} sự cố chưa có xe', en: '{count} incidents without a unit' },
  severalNotAcknowledged: { vi: '{count} lệnh chưa được nhận', en: '{count} orders not acknowledged' },
  severalNobodyLeft: { vi: '{count} sự cố hết xe để hỏi', en: '{count} incidents with nobody left to ask' },
  severalEtaOver: { vi: '{count} xe sẽ đến trễ mục tiêu', en: '{count} vehicles will miss their target' },
  severalGpsSilent: { vi: '{count} xe mất tín hiệu GPS', en: '{count} vehicles without GPS' },
  acknowledge: { vi: 'Xác nhận', en: 'Acknowledge' },
  acknowledgedBy: { vi: 'đã xác nhận: {name}', en: 'acknowledged: {name}' },
  acknowledged: { vi: 'đã xác nhận', en: 'acknowledged' },
  none: { vi: 'Không có cảnh báo', en: 'No alarms' },
  noneHint: {
    vi: 'Sự cố chưa có xe, lệnh chưa được nhận, xe sẽ trễ và máy chủ mất kết nối hiện ở đây.',
    en: 'Incidents without a unit, orders not acknowledged, late vehicles and a lost server appear here.',
  },

  sound: { vi: 'Âm báo', en: 'Sound' },
  volume: { vi: 'Âm lượng', en: 'Volume' },
  volumeHint: { vi: 'Hạ được đến 30 %, không tắt hẳn.', en: 'Down to 30 %, never off.' },
  test: { vi: 'Thử âm báo', en: 'Try the alarms' },
  testAtShift: {
    vi: 'Đầu ca: thử âm báo để chắc nghe được cảnh báo.',
    en: 'Shift start: try the alarms to be sure that they can be heard.',
  },
  testFailed: {
    vi: 'Âm báo không phát được. Kiểm tra loa, rồi thử lại; cảnh báo vẫn hiện trên màn hình.',
    en: 'The alarms cannot be played. Check the loudspeaker and try again; alarms still show on the screen.',
  },
  elsewhere: { vi: 'Cửa sổ khác phát âm báo', en: 'Another window sounds' },
});

/** Windows beside the console, and a board that had to be fetched anew. */
export const DESK_WINDOWS = section({
  popOut: { vi: 'Tách cửa sổ', en: 'Own window' },
  openMap: { vi: 'Mở cửa sổ bản đồ', en: 'Open the map window' },
  openBoard: { vi: 'Mở cửa sổ bảng xe', en: 'Open the board window' },
  mapTitle: { vi: 'Bản đồ và bảng xe', en: 'Map and unit board' },
  boardTitle: { vi: 'Sự cố và bảng xe', en: 'Incidents and unit board' },
  mended: {
    vi: 'Bảng lệch với máy chủ lúc {time}, đã tải lại toàn bộ.',
    en: 'The board did not match the server at {time}; all of it was fetched again.',
  },
});
