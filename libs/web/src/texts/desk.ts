import { section } from './wording.js';

/** A satellite station's desk. */
export const DESK = section({
  title: { vi: 'Bàn trạm', en: 'Station desk' },
  offers: { vi: 'Lệnh chờ trả lời', en: 'Orders waiting for an answer' },
  noOffers: { vi: 'Không có lệnh nào đang chờ', en: 'No order is waiting' },
  noOffersHint: { vi: 'Lệnh mới hiện ở đây và phát âm báo.', en: 'A new order appears here and sounds.' },
  orderFor: { vi: 'Lệnh cho {vehicle}', en: 'Order for {vehicle}' },
  acceptFor: { vi: 'Nhận lệnh cho {vehicle}', en: 'Accept for {vehicle}' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  vehicles: { vi: 'Xe của trạm', en: "The station's vehicles" },
  since: { vi: 'Từ', en: 'Since' },
  noVehicles: { vi: 'Trạm chưa có xe nào', en: 'The station has no vehicles' },
  onMission: { vi: 'Đang nhiệm vụ, chưa đổi được', en: 'On a mission: cannot be changed' },
  offline: {
    vi: 'Mất mạng {time}. Dữ liệu có thể đã cũ, trả lời qua điện thoại.',
    en: 'Offline for {time}. Data may be old, answer by telephone.',
  },
  loading: { vi: 'Đang tải bàn trạm…', en: 'Loading the desk…' },
});
