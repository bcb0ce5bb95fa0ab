import { section } from './wording.js';

/** Pages without an account, given to callers. */
export const LINKS = section({
  give: { vi: 'Liên kết cho người gọi', en: 'Link for the caller' },
  needsPhone: { vi: 'Nhập số điện thoại trước.', en: 'Enter the phone number first.' },
  readOut: { vi: 'Đọc cho người gọi', en: 'Read out to the caller' },
  readOutWords: {
    vi: '"Tôi gửi một liên kết. Bấm vào, rồi bấm Chia sẻ vị trí. Xe tới đâu cũng xem ở đó."',
    en: '"I am sending you a link. Open it and press Share my position. It also shows the ambulance coming."',
  },
  code: { vi: 'Mã QR của liên kết', en: 'QR code of the link' },
  sendTo: { vi: 'Gửi tin nhắn tới {phone}', en: 'Text {phone}' },
  noTexts: { vi: 'Máy chủ chưa nối nơi gửi tin nhắn.', en: 'The server is not connected to a message service.' },
  end: { vi: 'Hủy liên kết', en: 'End the link' },
  hide: { vi: 'Thu gọn', en: 'Hide' },
  until: { vi: 'mở được đến {time}', en: 'opens until {time}' },
  opened: { vi: 'người gọi đã mở lúc {time}', en: 'opened by the caller at {time}' },
  notOpened: { vi: 'chưa mở', en: 'not opened yet' },
  deliveryFailed: { vi: 'Chưa gửi được tin nhắn: {why}.', en: 'The text message was not sent: {why}.' },
  sharedPosition: { vi: 'Vị trí từ điện thoại', en: "The phone's position" },
  useIt: { vi: 'Dùng vị trí này', en: 'Use this position' },
  inUse: { vi: 'đang dùng', en: 'in use' },
  left: {
    vi: 'Người gọi báo qua liên kết lúc {time}: người bệnh đã tự đi. Gọi lại hỏi trước khi hủy.',
    en: 'The caller says by the link at {time}: the patient has left. Call back before cancelling.',
  },
  leftOf: {
    vi: 'Sự cố {number}: người gọi báo người bệnh đã tự đi ({time})',
    en: 'Incident {number}: the caller says that the patient has left ({time})',
  },
  known: { vi: 'Đã biết', en: 'Seen' },
});
