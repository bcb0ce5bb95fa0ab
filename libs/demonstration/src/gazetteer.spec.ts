import type { LngLat } from '#contracts';
import { Gazetteer } from '#places';
import { demonstrationRegion } from './region.js';

const region = demonstrationRegion();
const roads = region.ways.map(({ name, ref, nodes }) => ({
  name,
  ref,
  line: nodes.map((node) => region.nodes[node] as LngLat),
}));
const index = Gazetteer.build({ ...region, roads });

/** What is typed while the caller speaks, the place that is meant, and its ward where the name alone does not tell. */
const SPOKEN: readonly (readonly [typed: string, meant: string, ward?: string])[] = [
  ['chợ thủ', 'Chợ Thủ Dầu Một'],
  ['cho thu dau mot', 'Chợ Thủ Dầu Một'],
  ['CHO LAI THIEU', 'Chợ Lái Thiêu'],
  ['chợ tân phước tân khánh', 'Chợ Tân Phước', 'Phường Tân Khánh'],
  ['cho tan phuoc khanh', 'Chợ Tân Phước', 'Phường Tân Khánh'],
  ['chợ tân phước tân đông hiệp', 'Chợ Tân Phước', 'Phường Tân Đông Hiệp'],
  ['nga tu 550', 'Ngã tư 550'],
  ['ngã 4 hòa lân', 'Ngã tư Hòa Lân'],
  ['ngã tư Hoà Lân', 'Ngã tư Hòa Lân'],
  ['nga tu mieu ong cu', 'Ngã tư Miếu Ông Cù'],
  ['miếu ông cù', 'Ngã tư Miếu Ông Cù'],
  ['lo chen', 'Ngã ba Lò Chén'],
  ['ngã 3 lò chén', 'Ngã ba Lò Chén'],
  ['nga sau', 'Ngã sáu Thủ Dầu Một'],
  ['so sao', 'Ngã tư Sở Sao'],
  ['cổng xanh', 'Ngã ba Cổng Xanh'],
  ['kcn vsip 1', 'Khu công nghiệp VSIP 1'],
  ['vsip2', 'Khu công nghiệp VSIP 2'],
  ['khu công nghiệp sóng thần 2', 'Khu công nghiệp Sóng Thần 2'],
  ['cổng 2 kcn mỹ phước 3', 'Cổng 2 KCN Mỹ Phước 3'],
  ['kcn tan dong hiep b', 'Khu công nghiệp Tân Đông Hiệp B'],
  ['dong an', 'Khu công nghiệp Đồng An'],
  ['bv da khoa binh duong', 'Bệnh viện Đa khoa Bình Dương'],
  ['bvđk bình dương', 'Bệnh viện Đa khoa Bình Dương'],
  ['quan y 4', 'Bệnh viện Quân y 4'],
  ['bệnh viện 175', 'Bệnh viện Quân y 175'],
  ['hoan my', 'Bệnh viện Hoàn Mỹ Bình Dương'],
  ['ttyt di an', 'Trung tâm Y tế khu vực Dĩ An'],
  ['trung tâm y tế bàu bàng', 'Trung tâm Y tế khu vực Bàu Bàng'],
  ['trạm quân y 4', 'Trạm cấp cứu vệ tinh Bệnh viện Quân y 4'],
  ['đt743 an phú', 'ĐT743', 'Phường An Phú'],
  ['tỉnh lộ 743 an phú', 'ĐT743', 'Phường An Phú'],
  ['ql13 lái thiêu', 'Đại lộ Bình Dương', 'Phường Lái Thiêu'],
  ['đại lộ bình dương phường thuận an', 'Đại lộ Bình Dương', 'Phường Thuận An'],
  ['cmt8 p. thuận an', 'Cách Mạng Tháng Tám', 'Phường Thuận An'],
  ['cach mang thang tam lai thieu', 'Cách Mạng Tháng Tám', 'Phường Lái Thiêu'],
  ['đường 22 tháng 12 tp thuận an', '22 Tháng 12'],
  ['cho bung thanh pho thuan an', 'Chợ Búng'],
  ['30/4', '30 Tháng 4'],
  ['22/5 đường phú lợi', '22/5 Phú Lợi'],
  ['118/7 phu loi', '118/7 Phú Lợi'],
  ['45 nguyễn văn tiết', '45 Nguyễn Văn Tiết'],
  ['12/3/5 yersin', '12/3/5 Yersin'],
  ['so 200 huynh van luy', 'so 200 Huỳnh Văn Lũy'],
  ['mỹ phước tân vạn dĩ an', 'Mỹ Phước – Tân Vạn'],
  ['thich quang duc', 'Thích Quảng Đức'],
  ['thich quang duk', 'Thích Quảng Đức'],
  ['thcih quảng đức', 'Thích Quảng Đức'],
  ['pham ngoc thac', 'Phạm Ngọc Thạch'],
  ['phường thuận giao', 'Phường Thuận Giao'],
  ['p. di an', 'Phường Dĩ An'],
  ['xa thanh an', 'Xã Thanh An'],
  ['ubnd phường phú lợi', 'Ủy ban nhân dân phường Phú Lợi'],
  ['công an xã bàu bàng', 'Công an xã Bàu Bàng'],
  ['chua ba', 'Chùa Bà Thiên Hậu'],
  ['hoi khanh', 'Chùa Hội Khánh'],
  ['ktx khu b', 'Ký túc xá khu B Đại học Quốc gia'],
  ['aeon', 'Aeon Mall Bình Dương Canary'],
  ['khu du lich dai nam', 'Khu du lịch Đại Nam'],
  ['định hòa', 'Phường Định Hòa'],
  ['ga song than', 'Ga Sóng Thần'],
  ['ga di a', 'Ga Dĩ An'],
  ['san van dong go dau', 'Sân vận động Gò Đậu'],
  ['10.98,106.65', '10.98000, 106.65000'],
];

describe('the gazetteer of the demonstration region', () => {
  it.each(SPOKEN.map(([typed, meant, ward = '']) => ({ typed, meant, ward })))(
    '"$typed" is $meant $ward',
    ({ typed, meant, ward }) => {
      const [first] = index.search(typed, { near: [106.68, 10.98] }).suggestions;
      expect(first?.name).toBe(meant);
      if (ward) expect(first?.ward).toBe(ward);
    },
  );

  it('offers the same street name once per ward', () => {
    const found = index.search('lê lợi', { limit: 5 }).suggestions.filter(({ name }) => name === 'Lê Lợi');
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found.map(({ ward }) => ward)).size).toBe(found.length);
  });

  it('narrows while a name is typed', () => {
    const position = (typed: string) =>
      index.search(typed).suggestions.findIndex(({ name }) => name === 'Ngã tư Miếu Ông Cù');
    expect(position('mieu')).toBe(0);
    expect(position('mieu ong c')).toBe(0);
  });

  it('gives words for a pin on a street of a ward', () => {
    const [[west, south] = [0, 0], [east, north] = [0, 0]] = roads.find(({ name }) => name === 'Phú Lợi')?.line ?? [];
    const words = index.reverse([(west + east) / 2, (south + north) / 2]);
    expect(words.street).toBe('Phú Lợi');
    expect(words.ward).toMatch(/^Phường /);
    expect(words.landmark?.distanceMetres).toBeLessThan(1500);
  });
});
