import type { LngLat } from '#contracts';

export interface IndustrialPark {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly centre: LngLat;
  readonly widthMetres: number;
  readonly depthMetres: number;
  readonly gates: number;
}

const park = (
  name: string,
  aliases: readonly string[],
  centre: LngLat,
  widthMetres: number,
  depthMetres: number,
  gates: number,
): IndustrialPark => ({ name: `Khu công nghiệp ${name}`, aliases, centre, widthMetres, depthMetres, gates });

/** The industrial parks callers name most; centres and sizes approximate. */
export const INDUSTRIAL_PARKS: readonly IndustrialPark[] = [
  park('VSIP 1', ['VSIP', 'Việt Nam – Singapore'], [106.7125, 10.934], 1700, 1300, 3),
  park('VSIP 2', ['Việt Nam – Singapore 2'], [106.7065, 11.063], 1800, 1300, 3),
  park('Sóng Thần 1', ['Sóng Thần'], [106.7485, 10.8925], 1300, 900, 2),
  park('Sóng Thần 2', [], [106.7535, 10.886], 1500, 700, 2),
  park('Sóng Thần 3', [], [106.6905, 11.066], 1200, 800, 2),
  park('Mỹ Phước 1', [], [106.6135, 11.133], 1500, 1000, 2),
  park('Mỹ Phước 2', [], [106.607, 11.1185], 1300, 1000, 2),
  park('Mỹ Phước 3', [], [106.6405, 11.104], 2200, 1500, 4),
  park('Tân Đông Hiệp A', [], [106.7665, 10.9235], 900, 700, 2),
  park('Tân Đông Hiệp B', [], [106.7795, 10.9265], 1100, 900, 2),
  park('Đồng An', ['Đồng An 1'], [106.727, 10.9155], 1200, 900, 2),
  park('Đồng An 2', [], [106.6975, 11.0365], 1000, 800, 2),
  park('Việt Hương', [], [106.705, 10.9275], 700, 500, 1),
  park('Bình Đường', [], [106.7555, 10.8765], 500, 400, 1),
  park('Đất Cuốc', [], [106.853, 11.128], 1500, 1000, 2),
  park('Bàu Bàng', [], [106.613, 11.255], 2300, 1800, 3),
  park('Nam Tân Uyên', [], [106.7655, 11.035], 1500, 1000, 2),
  park('Kim Huy', [], [106.6795, 11.059], 700, 600, 1),
];

/** Crossings with a name of their own; each is moved to the nearest junction of two named roads. */
export const NAMED_JUNCTIONS: readonly (readonly [name: string, at: LngLat, aliases?: readonly string[]])[] = [
  ['Ngã tư 550', [106.7435, 10.915]],
  ['Ngã tư Hòa Lân', [106.699, 10.9487]],
  ['Ngã tư Miếu Ông Cù', [106.7435, 10.931]],
  ['Ngã ba Lò Chén', [106.6635, 10.9715]],
  ['Ngã sáu Thủ Dầu Một', [106.656, 10.9815], ['Ngã sáu Chợ Thủ', 'Ngã 6']],
  ['Ngã tư Sân Banh', [106.6715, 10.9895]],
  ['Ngã tư Chợ Đình', [106.6795, 10.984]],
  ['Ngã tư Sở Sao', [106.653, 11.019]],
  ['Ngã tư Bình Hòa', [106.7175, 10.9065]],
  ['Ngã tư Cầu Ông Bố', [106.7105, 10.8935]],
  ['Ngã tư Hòa Lợi', [106.681, 11.074]],
  ['Ngã ba Tân Vạn', [106.815, 10.902]],
  ['Ngã ba Cổng Xanh', [106.7225, 11.156]],
  ['Ngã ba Bố Lá', [106.776, 11.247]],
  ['Ngã tư Bàu Bàng', [106.6255, 11.2615]],
  ['Ngã ba Mười Muộn', [106.772, 11.0885]],
  ['Ngã tư Địa Chất', [106.6685, 10.99]],
  ['Ngã ba Bình Quới', [106.783, 10.992]],
  ['Ngã ba Cây Khô', [106.7105, 10.9695]],
  ['Ngã tư Mỹ Phước', [106.601, 11.137]],
  ['Ngã ba Đất Thánh', [106.7695, 10.9005]],
  ['Ngã ba Cây Lơn', [106.732, 10.9555]],
];

/** Landmarks typed by hand; the two markets named Tân Phước, one in each of two wards, are no slip. */
export const KNOWN_LANDMARKS: readonly (readonly [name: string, at: LngLat, aliases?: readonly string[]])[] = [
  ['Chợ Thủ Dầu Một', [106.6535, 10.979], ['Chợ Thủ']],
  ['Chợ Phú Văn', [106.6735, 10.978]],
  ['Chợ Đình', [106.6785, 10.983]],
  ['Chợ Lái Thiêu', [106.6985, 10.9055]],
  ['Chợ Búng', [106.6925, 10.9305]],
  ['Chợ Dĩ An', [106.7675, 10.9045]],
  ['Chợ Đông Hòa', [106.7875, 10.8925]],
  ['Chợ Tân Phước', [106.7445, 11.0065], ['Chợ Tân Phước Khánh']],
  ['Chợ Tân Phước', [106.7795, 10.936]],
  ['Chợ Bình Chuẩn', [106.7225, 10.9625]],
  ['Chợ Thông Dụng', [106.7285, 10.9415]],
  ['Chợ Mỹ Phước', [106.5985, 11.1455]],
  ['Chợ Hài Mỹ', [106.704, 10.9365]],
  ['Chợ Tân Ba', [106.7925, 10.984]],
  ['Chợ Hàng Bông', [106.6685, 10.984]],
  ['Chùa Bà Thiên Hậu', [106.6555, 10.9805], ['Chùa Bà Bình Dương']],
  ['Chùa Hội Khánh', [106.6605, 10.984]],
  ['Chùa Ông', [106.7005, 10.904]],
  ['Chùa Núi Châu Thới', [106.8085, 10.921]],
  ['Nhà thờ Phú Cường', [106.6545, 10.9825], ['Nhà thờ chánh tòa Phú Cường']],
  ['Nhà thờ Lái Thiêu', [106.6965, 10.908]],
  ['Đại học Quốc gia TP.HCM', [106.796, 10.8785], ['Làng đại học', 'ĐHQG']],
  ['Ký túc xá khu B Đại học Quốc gia', [106.7835, 10.8835], ['KTX khu B', 'KTX khu B ĐHQG']],
  ['Ký túc xá khu A Đại học Quốc gia', [106.8065, 10.8785], ['KTX khu A', 'KTX khu A ĐHQG']],
  ['Đại học Thủ Dầu Một', [106.6745, 10.9815]],
  ['Đại học Quốc tế Miền Đông', [106.6885, 11.053]],
  ['Trung tâm hành chính Bình Dương', [106.6835, 11.054], ['Tòa tháp đôi', 'Thành phố mới']],
  ['Aeon Mall Bình Dương Canary', [106.7045, 10.933], ['Aeon', 'Aeon Bình Dương']],
  ['Becamex Tower', [106.6645, 10.9805]],
  ['Bến xe Bình Dương', [106.6765, 10.9845]],
  ['Ga Sóng Thần', [106.7555, 10.884]],
  ['Ga Dĩ An', [106.7695, 10.907]],
  ['Khu du lịch Đại Nam', [106.6285, 11.041], ['Đại Nam', 'Lạc cảnh Đại Nam']],
  ['Khu du lịch Thủy Châu', [106.7975, 10.9135]],
  ['Làng tre Phú An', [106.5845, 11.0685]],
  ['Nhà tù Phú Lợi', [106.6875, 10.9935]],
  ['Sân vận động Gò Đậu', [106.6675, 10.9775]],
  ['Chung cư Becamex Định Hòa', [106.6495, 11.0285], ['Nhà ở xã hội Định Hòa']],
  ['Chung cư Ehome 4', [106.6985, 10.8935]],
  ['Nhà ở xã hội Becamex Việt Sing', [106.7135, 10.9465]],
  ['Bến xe Bến Cát', [106.6015, 11.1405]],
  ['Hồ Dầu Tiếng – đập chính', [106.3495, 11.3045]],
];

export const KNOWN_BRIDGES: readonly (readonly [name: string, at: LngLat])[] = [
  ['Cầu Ông Bố', [106.7115, 10.8945]],
  ['Cầu Phú Cường', [106.6445, 10.983]],
  ['Cầu Phú Long', [106.692, 10.9025]],
  ['Cầu Vĩnh Bình', [106.7165, 10.8725]],
  ['Cầu Bà Hai', [106.6985, 10.919]],
  ['Cầu Tân Khánh', [106.7525, 11.015]],
  ['Cầu Thị Tính', [106.598, 11.119]],
  ['Cầu Sông Bé', [106.7745, 11.2225]],
];

/** Kinds of landmark that every ward has, with how they are named there. */
export const CHAPEL_NAMES = [
  'Phước Long',
  'Thiên Phước',
  'Bửu Hưng',
  'Hội An',
  'Long Thọ',
  'Tây Tạng',
  'Linh Sơn',
  'Phước Lâm',
] as const;
export const SCHOOL_NAMES = [
  'Nguyễn Khuyến',
  'Lê Quý Đôn',
  'Trần Quốc Tuấn',
  'Kim Đồng',
  'Nguyễn Viết Xuân',
  'Phan Chu Trinh',
  'Võ Trường Toản',
  'Huỳnh Khương Ninh',
] as const;
export const LODGING_NAMES = [
  'Minh Phát',
  'Hồng Phúc',
  'Thanh Bình',
  'Cô Năm',
  'Tám Lành',
  'Hòa Hợp',
  'Gia Huy',
  'Út Hiền',
] as const;
