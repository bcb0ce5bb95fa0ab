import { circle, featureCollection, multiPolygon, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '#contracts';
import type { FormerUnit, WardArea } from '#region';

/** The districts of the former Bình Dương, by the wards that came out of them (the larger part where one was divided). */
const DISTRICTS: readonly (readonly [fullName: string, name: string, wards: readonly string[]])[] = [
  ['Thành phố Thủ Dầu Một', 'Thủ Dầu Một', ['25747', '25750', '25760', '25768', '25771']],
  ['Thành phố Thuận An', 'Thuận An', ['25966', '25969', '25975', '25978', '25987']],
  ['Thành phố Dĩ An', 'Dĩ An', ['25942', '25945', '25951']],
  ['Thành phố Tân Uyên', 'Tân Uyên', ['25888', '25891', '25912', '25915', '25920']],
  ['Thành phố Bến Cát', 'Bến Cát', ['25813', '25837', '25840', '25843', '25846', '25849']],
  ['Huyện Bàu Bàng', 'Bàu Bàng', ['25819', '25822']],
  ['Huyện Phú Giáo', 'Phú Giáo', ['25858', '25864', '25867', '25882']],
  ['Huyện Dầu Tiếng', 'Dầu Tiếng', ['25777', '25780', '25792', '25807']],
  ['Huyện Bắc Tân Uyên', 'Bắc Tân Uyên', ['25906', '25909']],
];

/** Old wards that callers still name, by an approximate middle; their borders are not known here. */
const WARDS: readonly (readonly [name: string, district: string, middle: LngLat])[] = [
  ['Phú Cường', 'Thành phố Thủ Dầu Một', [106.6545, 10.9815]],
  ['Phú Thọ', 'Thành phố Thủ Dầu Một', [106.667, 10.962]],
  ['Chánh Nghĩa', 'Thành phố Thủ Dầu Một', [106.655, 10.969]],
  ['Hiệp Thành', 'Thành phố Thủ Dầu Một', [106.664, 10.995]],
  ['Phú Hòa', 'Thành phố Thủ Dầu Một', [106.684, 10.975]],
  ['Phú Mỹ', 'Thành phố Thủ Dầu Một', [106.683, 11.017]],
  ['Hòa Phú', 'Thành phố Thủ Dầu Một', [106.683, 11.055]],
  ['Phú Tân', 'Thành phố Thủ Dầu Một', [106.709, 11.058]],
  ['Định Hòa', 'Thành phố Thủ Dầu Một', [106.65, 11.03]],
  ['Bình Chuẩn', 'Thành phố Thuận An', [106.7225, 10.967]],
  ['Vĩnh Phú', 'Thành phố Thuận An', [106.702, 10.882]],
  ['Bình Nhâm', 'Thành phố Thuận An', [106.691, 10.921]],
  ['Hưng Định', 'Thành phố Thuận An', [106.697, 10.937]],
  ['An Thạnh', 'Thành phố Thuận An', [106.684, 10.947]],
  ['Bình An', 'Thành phố Dĩ An', [106.798, 10.908]],
  ['Bình Thắng', 'Thành phố Dĩ An', [106.815, 10.895]],
  ['Tân Bình', 'Thành phố Dĩ An', [106.757, 10.945]],
  ['An Bình', 'Thành phố Dĩ An', [106.758, 10.879]],
  ['Tân Phước Khánh', 'Thành phố Tân Uyên', [106.746, 11.01]],
  ['Thái Hòa', 'Thành phố Tân Uyên', [106.77, 10.982]],
  ['Thạnh Phước', 'Thành phố Tân Uyên', [106.773, 11.012]],
  ['Uyên Hưng', 'Thành phố Tân Uyên', [106.797, 11.063]],
  ['Khánh Bình', 'Thành phố Tân Uyên', [106.757, 11.043]],
  ['Mỹ Phước', 'Thành phố Bến Cát', [106.6, 11.143]],
];
const WARD_RADIUS_KM = 0.9;

/** The units of before 1 July 2025: districts as the union of today's wards, old wards as a circle around their middle. */
export function formerUnits(wards: readonly WardArea[]): FormerUnit[] {
  return [
    ...DISTRICTS.map(([fullName, name, codes]): FormerUnit => {
      const areas = wards.filter(({ code }) => codes.includes(code)).map(({ geometry }) => featureOf(geometry));
      const whole = union(featureCollection<Polygon | MultiPolygon>(areas));
      if (!whole) throw new Error(`${fullName} has no wards`);
      return { name, fullName, level: 'district', within: null, geometry: whole.geometry };
    }),
    ...WARDS.map(([name, within, middle]): FormerUnit => {
      const { geometry } = circle([...middle], WARD_RADIUS_KM, { steps: 24 });
      return { name, fullName: `Phường ${name}`, level: 'ward', within, geometry };
    }),
  ];
}

const featureOf = (geometry: Polygon | MultiPolygon): Feature<Polygon | MultiPolygon> =>
  geometry.type === 'Polygon' ? polygon(geometry.coordinates) : multiPolygon(geometry.coordinates);
