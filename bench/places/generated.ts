import { Random } from '#chance';
import type { LngLat, NamedPlaceKind } from '#contracts';
import type { NamedPlace } from '#region';

const SURNAMES =
  'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm Trịnh Mai Châu Tô'.split(' ');
const MIDDLES = 'Văn Thị Hữu Đức Minh Ngọc Thanh Quang Xuân Công Đình Bá Trọng Thế Kim Hồng Tấn Phước Gia Khắc'.split(
  ' ',
);
const GIVEN =
  'An Bình Cảnh Châu Chí Cừ Dũng Đạt Giang Hà Hải Hạnh Hiếu Hòa Hùng Hưng Khải Khánh Khoa Lâm Lan Lập Liên Linh Long Lộc Mai Nam Nga Ngân Nghĩa Nhân Phát Phong Phú Phúc Phương Quân Quý Sơn Tâm Tân Thái Thắng Thành Thảo Thịnh Thọ Thu Thủy Tiến Toàn Trí Trung Tú Tuấn Vinh Xuân Yến'.split(
    ' ',
  );
const PLACE_WORDS =
  'Phú Tân Bình Hòa Long Thạnh An Thuận Vĩnh Phước Hiệp Mỹ Đông Tây Chánh Thới Khánh Hưng Lộc Định'.split(' ');
const BUSINESSES =
  'Quán cơm|Tạp hóa|Tiệm vàng|Nhà thuốc|Quán cà phê|Cửa hàng|Sửa xe|Công ty TNHH|Xưởng gỗ|Nhà trọ|Khách sạn|Trường mầm non|Siêu thị|Phòng khám|Karaoke|Trại cưa|Kho|Văn phòng'.split(
    '|',
  );
const FAMILIAR =
  'Cô Ba|Chú Tư|Hai Lúa|Út Hiền|Bảy Núi|Năm Sao|Mười Khó|Sáu Được|Thanh Tâm|Minh Châu|Hồng Phát|Đại Lợi|Vạn Phúc|Hoàng Gia|Sông Xanh'.split(
    '|',
  );
const KINDS: readonly (readonly [word: string, kind: NamedPlaceKind])[] = [
  ['Chợ', 'market'],
  ['Chùa', 'worship'],
  ['Nhà thờ', 'worship'],
  ['Trường Tiểu học', 'school'],
  ['Trường THCS', 'school'],
  ['Cây xăng', 'fuel'],
  ['Cầu', 'bridge'],
  ['Chung cư', 'landmark'],
  ['Khu phố', 'landmark'],
  ['Ngã ba', 'junction'],
  ['Ngã tư', 'junction'],
];
const [WEST, SOUTH, EAST, NORTH] = [106.33, 10.84, 106.95, 11.47];

/** Entries as a large centre would keep them: 45 % house numbers, 15 % streets, the rest businesses and landmarks. */
export function generatedPlaces(count: number): NamedPlace[] {
  const random = new Random(115, 'places');
  const streets: NamedPlace[] = [];
  return Array.from({ length: count }, () => {
    const part = random.next();
    if (part < 0.15 || streets.length === 0) {
      const street = { ...entry('street', streetName(random), somewhere(random)) };
      streets.push(street);
      return street;
    }
    if (part < 0.6) return house(random.pick(streets), random);
    if (part < 0.88) return entry('landmark', businessName(random), somewhere(random));
    const [word, kind] = random.pick(KINDS);
    return entry(kind, `${word} ${placeName(random)}`, somewhere(random));
  });
}

const entry = (kind: NamedPlaceKind, name: string, position: LngLat): NamedPlace => ({
  kind,
  name,
  aliases: [],
  position,
});

function house({ name: street, position: [lng, lat] }: NamedPlace, random: Random): NamedPlace {
  const alleys = Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, () => `/${random.whole(1, 60)}`).join('');
  const position: LngLat = [lng + random.between(-0.004, 0.004), lat + random.between(-0.004, 0.004)];
  return { ...entry('house', `${random.whole(1, 900)}${alleys}`, position), street };
}

const somewhere = (random: Random): LngLat => [random.between(WEST, EAST), random.between(SOUTH, NORTH)];

const person = (random: Random) => `${random.pick(SURNAMES)} ${random.pick(MIDDLES)} ${random.pick(GIVEN)}`;

const placeName = (random: Random) =>
  `${random.pick(PLACE_WORDS)} ${random.pick(PLACE_WORDS)}${random.chance(0.4) ? ` ${random.whole(1, 60)}` : ''}`;

function streetName(random: Random): string {
  const part = random.next();
  if (part < 0.5) return person(random);
  if (part < 0.7) return `${placeName(random)}`;
  if (part < 0.85) return `Đường số ${random.whole(1, 120)}`;
  return `Hẻm ${random.whole(1, 900)} ${person(random)}`;
}

function businessName(random: Random): string {
  const whose = random.chance(0.4) ? random.pick(FAMILIAR) : `${random.pick(MIDDLES)} ${random.pick(GIVEN)}`;
  return `${random.pick(BUSINESSES)} ${whose}${random.chance(0.5) ? ` ${random.whole(1, 999)}` : ''}`;
}
