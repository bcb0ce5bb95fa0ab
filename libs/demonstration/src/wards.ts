import type { LngLat } from '#contracts';
import { toPlane, type XY } from './plane.js';

/** How thickly a ward is built: decides how wide its streets reach and how close they lie. */
export type Settlement = 'city' | 'town' | 'village';

export interface WardSeed {
  readonly code: string;
  readonly name: string;
  readonly kind: 'Phường' | 'Xã';
  readonly centre: LngLat;
  readonly at: XY;
  readonly settlement: Settlement;
}

const ward = (
  kind: WardSeed['kind'],
  code: string,
  name: string,
  centre: LngLat,
  settlement: Settlement,
): WardSeed => ({ kind, code, name, centre, at: toPlane(centre), settlement });

/** The 36 wards and communes of the former Bình Dương; centres are approximate. */
export const WARDS: readonly WardSeed[] = [
  ward('Phường', '25747', 'Thủ Dầu Một', [106.6615, 10.9765], 'city'),
  ward('Phường', '25750', 'Phú Lợi', [106.692, 10.9885], 'city'),
  ward('Phường', '25760', 'Bình Dương', [106.685, 11.048], 'city'),
  ward('Phường', '25768', 'Phú An', [106.583, 11.07], 'town'),
  ward('Phường', '25771', 'Chánh Hiệp', [106.643, 11.013], 'city'),
  ward('Phường', '25813', 'Bến Cát', [106.597, 11.15], 'town'),
  ward('Phường', '25837', 'Chánh Phú Hòa', [106.695, 11.142], 'town'),
  ward('Phường', '25840', 'Long Nguyên', [106.545, 11.212], 'village'),
  ward('Phường', '25843', 'Tây Nam', [106.538, 11.135], 'village'),
  ward('Phường', '25846', 'Thới Hòa', [106.624, 11.105], 'town'),
  ward('Phường', '25849', 'Hòa Lợi', [106.667, 11.083], 'town'),
  ward('Phường', '25888', 'Tân Uyên', [106.785, 11.075], 'town'),
  ward('Phường', '25891', 'Tân Khánh', [106.748, 11.002], 'city'),
  ward('Phường', '25912', 'Vĩnh Tân', [106.735, 11.105], 'town'),
  ward('Phường', '25915', 'Bình Cơ', [106.802, 11.14], 'village'),
  ward('Phường', '25920', 'Tân Hiệp', [106.736, 11.05], 'town'),
  ward('Phường', '25942', 'Dĩ An', [106.765, 10.906], 'city'),
  ward('Phường', '25945', 'Tân Đông Hiệp', [106.778, 10.933], 'city'),
  ward('Phường', '25951', 'Đông Hòa', [106.789, 10.893], 'city'),
  ward('Phường', '25966', 'Lái Thiêu', [106.7005, 10.907], 'city'),
  ward('Phường', '25969', 'Thuận Giao', [106.714, 10.956], 'city'),
  ward('Phường', '25975', 'An Phú', [106.744, 10.951], 'city'),
  ward('Phường', '25978', 'Thuận An', [106.687, 10.938], 'city'),
  ward('Phường', '25987', 'Bình Hòa', [106.729, 10.904], 'city'),
  ward('Xã', '25777', 'Dầu Tiếng', [106.37, 11.28], 'town'),
  ward('Xã', '25780', 'Minh Thạnh', [106.468, 11.408], 'village'),
  ward('Xã', '25792', 'Long Hòa', [106.482, 11.322], 'village'),
  ward('Xã', '25807', 'Thanh An', [106.428, 11.222], 'village'),
  ward('Xã', '25819', 'Trừ Văn Thố', [106.64, 11.372], 'village'),
  ward('Xã', '25822', 'Bàu Bàng', [106.624, 11.262], 'town'),
  ward('Xã', '25858', 'Phú Giáo', [106.797, 11.297], 'town'),
  ward('Xã', '25864', 'Phước Thành', [106.862, 11.338], 'village'),
  ward('Xã', '25867', 'An Long', [106.716, 11.402], 'village'),
  ward('Xã', '25882', 'Phước Hòa', [106.742, 11.232], 'village'),
  ward('Xã', '25906', 'Bắc Tân Uyên', [106.862, 11.15], 'village'),
  ward('Xã', '25909', 'Thường Tân', [106.902, 11.082], 'village'),
];

/** The ward whose centre is nearest: the ward areas are exactly these cells. */
export function nearestWard(at: XY): WardSeed {
  let nearest = WARDS[0] as WardSeed;
  let least = Infinity;
  for (const candidate of WARDS) {
    const squared = (candidate.at[0] - at[0]) ** 2 + (candidate.at[1] - at[1]) ** 2;
    if (squared < least) [nearest, least] = [candidate, squared];
  }
  return nearest;
}
