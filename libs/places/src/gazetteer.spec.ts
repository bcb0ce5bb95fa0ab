import type { LngLat, NamedPlaceKind } from '#contracts';

import { Gazetteer, type SearchPlace } from './gazetteer.js';

const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const ward = (code: string, name: string, west: number) => ({
  code,
  name,
  fullName: `Phường ${name}`,
  geometry: box(west, 10, west + 0.5, 11),
});
const place = (kind: NamedPlaceKind, name: string, position: LngLat, more: Partial<SearchPlace> = {}): SearchPlace => ({
  kind,
  name,
  aliases: [],
  position,
  ...more,
});
const line = (...points: LngLat[]) => points;

const PLACES: SearchPlace[] = [
  place('street', 'Lê Lợi', [106.2, 10.5]),
  place('street', 'Lê Lợi', [106.7, 10.5]),
  place('street', 'Nguyễn Du', [106.205, 10.505]),
  place('street', '30 Tháng 4', [106.21, 10.5]),
  place('street', 'Đại lộ Bình Dương', [106.3, 10.3], { aliases: ['QL13'] }),
  place('street', 'Tỉnh lộ 9', [106.48, 10.3]),
  place('street', 'Nguyễn Thị Minh Khai', [106.22, 10.5]),
  place('house', '22', [106.201, 10.5001], { street: 'Lê Lợi' }),
  place('house', '22/5', [106.201, 10.501], { street: 'Đường Lê Lợi' }),
  place('house', '48', [106.203, 10.5001], { street: 'Lê Lợi' }),
  place('market', 'Chợ Tân Phước', [106.702, 10.5]),
  place('market', 'Chợ Tân Phước', [106.25, 10.6]),
  place('market', 'Chợ Búng', [106.3, 10.402]),
  place('bridge', 'Cầu Ông Bố', [106.301, 10.45]),
  place('industrial', 'Khu công nghiệp Sóng Thần 1', [106.4, 10.2]),
  place('industrial', 'Khu công nghiệp Sóng Thần 2', [106.42, 10.21]),
  place('gate', 'Cổng 2 KCN VSIP 1', [106.45, 10.3]),
  place('hospital', 'Trung tâm Y tế khu vực An Phú', [106.3, 10.7]),
  place('worship', 'Chùa Phước Long', [106.703, 10.501]),
  place('worship', 'Nhà thờ An Phú', [106.33, 10.71]),
  place('junction', 'Ngã tư 550', [106.35, 10.35]),
];

const gazetteer = Gazetteer.build({
  places: PLACES,
  wards: [ward('1', 'An Phú', 106), ward('2', 'Tân Khánh', 106.5)],
  formerUnits: [
    { name: 'An Phú', fullName: 'Thành phố An Phú', level: 'district', within: null, geometry: box(106, 10, 107, 11) },
    {
      name: 'Bình Chuẩn',
      fullName: 'Phường Bình Chuẩn',
      level: 'ward',
      within: 'Thành phố An Phú',
      geometry: box(106.2, 10.4, 106.3, 10.6),
    },
  ],
  roads: [
    { name: 'Lê Lợi', ref: null, line: line([106.19, 10.5], [106.205, 10.5], [106.22, 10.5]) },
    { name: 'Nguyễn Du', ref: null, line: line([106.205, 10.5], [106.205, 10.51]) },
    { name: 'Lê Lợi', ref: null, line: line([106.69, 10.5], [106.71, 10.5]) },
    { name: 'Đại lộ Bình Dương', ref: 'QL13', line: line([106.3, 10.2], [106.3, 10.5]) },
    { name: 'Tỉnh lộ 9', ref: null, line: line([106.46, 10.3], [106.49, 10.3]) },
    { name: 'Tỉnh lộ 9', ref: null, line: line([106.49, 10.3], [106.51, 10.29], [106.52, 10.28]) },
  ],
});
const search = (text: string, near: LngLat = [106.2, 10.5]) => gazetteer.search(text, { near });
const first = (text: string, near?: LngLat) => search(text, near).suggestions[0];

describe('the gazetteer', () => {
  it.each([
    ['ttyt an phu', 'Trung tâm Y tế khu vực An Phú'],
    ['nt an phu', 'Nhà thờ An Phú'],
    ['ntmk', 'Nguyễn Thị Minh Khai'],
    ['nguyen thi minh kai', 'Nguyễn Thị Minh Khai'],
    ['nguyễn thị min khai', 'Nguyễn Thị Minh Khai'],
    ['ngueynthiminhkhai', undefined],
    ['nguyenthiminhkhai', 'Nguyễn Thị Minh Khai'],
    ['chowj busng', 'Chợ Búng'],
    ['ql 13', 'Đại lộ Bình Dương'],
    ['nga 4 550', 'Ngã tư 550'],
    ['30/4', '30 Tháng 4'],
    ['p. an phu', 'Phường An Phú'],
    ['tp an phu', 'Thành phố An Phú'],
    ['phuong binh chuan', 'Phường Bình Chuẩn'],
  ])('%s is %s', (typed, name) => expect(first(typed)?.name).toBe(name));

  it('puts the nearer of two equal names first, and the ward said before distance', () => {
    expect(first('le loi', [106.1, 10.5])?.ward).toBe('Phường An Phú');
    expect(first('le loi', [106.8, 10.5])?.ward).toBe('Phường Tân Khánh');
    expect(first('le loi tan khanh', [106.1, 10.5])?.ward).toBe('Phường Tân Khánh');
  });

  it('tells the new ward and the old unit of what it finds', () => {
    expect(first('le loi')).toMatchObject({
      ward: 'Phường An Phú',
      formerUnit: 'Phường Bình Chuẩn, Thành phố An Phú',
    });
    expect(first('tp an phu')).toMatchObject({ kind: 'former_unit', ward: null, formerUnit: null });
  });

  it('finds nothing by nonsense, and nothing by nothing', () => {
    expect(search('xyzzy qwerty').suggestions).toEqual([]);
    expect(search('   ').suggestions).toEqual([]);
  });

  it('finds the same when it was built in slices', async () => {
    const sliced = await Gazetteer.buildInSteps({ places: PLACES, wards: [] });
    expect(sliced.search('cho bung').suggestions[0]).toMatchObject({ name: 'Chợ Búng', ward: null });
  });
});

describe('a house number', () => {
  it('is the house when it is known', () =>
    expect(first('22/5 lê lợi')).toMatchObject({ name: '22/5 Lê Lợi', position: [106.201, 10.501], note: null }));

  it('is the nearest known number else, and says so', () => {
    const found = first('22/5/3 le loi');
    expect(found).toMatchObject({ name: '22/5/3 Lê Lợi', position: [106.201, 10.501] });
    expect(found?.note?.vi).toContain('22/5');
  });

  it('is the middle of the street where no numbers are known, and says so', () => {
    const found = first('22/5 le loi tan khanh', [106.7, 10.5]);
    expect(found).toMatchObject({ name: '22/5 Lê Lợi', position: [106.7, 10.5] });
    expect(found?.note).not.toBeNull();
  });

  it('leaves a street named after a day alone', () => expect(first('120 30/4')?.name).toBe('120 30 Tháng 4'));
});

describe('what people relate to', () => {
  it('is found, and the relation kept for the crew', () => {
    expect(first('gan cho bung')).toMatchObject({ name: 'Chợ Búng', access: 'gần Chợ Búng' });
    expect(first('đối diện cổng 2 VSIP 1')).toMatchObject({
      name: 'Cổng 2 KCN VSIP 1',
      access: 'đối diện Cổng 2 KCN VSIP 1',
    });
  });

  it('tells which stretch of a street', () => {
    const found = first('QL13 đoạn cầu Ông Bố');
    expect(found).toMatchObject({ name: 'Đại lộ Bình Dương', access: 'đoạn Cầu Ông Bố' });
    expect(found?.position).toEqual([expect.closeTo(106.3, 5), expect.closeTo(10.45, 5)]);
  });

  it('tells which of two streets of a name', () =>
    expect(first('le loi gan chua phuoc long', [106.2, 10.5])?.ward).toBe('Phường Tân Khánh'));

  it('may be a ward that a street runs through, far from its middle', () => {
    const found = first('tinh lo 9 tan khanh');
    expect(found).toMatchObject({ name: 'Tỉnh lộ 9', ward: 'Phường Tân Khánh', position: [106.51, 10.29] });
  });

  it('may be the street that crosses', () => {
    expect(first('góc Lê Lợi và Nguyễn Du')).toMatchObject({ kind: 'junction', position: [106.205, 10.5] });
    expect(search('góc Lê Lợi và QL13').suggestions.map(({ name }) => name)).toContain('Lê Lợi');
  });
});

describe('a position', () => {
  it('is taken as it is, with its ward', () =>
    expect(first('10.5, 106.7')).toMatchObject({
      kind: 'coordinates',
      position: [106.7, 10.5],
      ward: 'Phường Tân Khánh',
    }));

  it('is completed from the town a short plus code was given with', () =>
    expect(first('C822+22 chợ búng')?.position).toEqual([expect.closeTo(106.30006, 4), expect.closeTo(10.40006, 4)]));

  it('cannot be read from a shortened link, and that is said', () =>
    expect(search('https://maps.app.goo.gl/AbCd')).toMatchObject({
      suggestions: [],
      notice: { vi: expect.any(String) },
    }));
});

describe('a name that several places bear', () => {
  const ask = (text: string, near?: LngLat) => search(text, near).alarm;

  it('is asked about, by what lies near each, with the distance between them', () => {
    const alarm = ask('chợ tân phước');
    expect(alarm?.options).toHaveLength(2);
    expect(alarm?.options[0]?.distanceMetres).toBe(0);
    expect(alarm?.options[1]?.distanceMetres).toBeGreaterThan(40_000);
    expect(alarm?.question.vi).toContain('gần Chùa Phước Long');
    expect(alarm?.question.vi).toMatch(/^Chợ Tân Phước: .+ hay .+\?$/);
  });

  it('comes first in the list, so that its options can be chosen by number', () => {
    const { alarm, suggestions } = search('le loi');
    expect(suggestions.slice(0, 2).map(({ id }) => id)).toEqual(alarm?.options.map(({ id }) => id));
  });

  it('is asked about when the eras differ', () =>
    expect(ask('an phu')?.question).toEqual({
      vi: 'An Phú: phường mới hay thành phố cũ?',
      en: 'An Phú: new ward or former city?',
    }));

  it('is asked about when only a number that nobody said differs', () => {
    expect(ask('kcn song than')?.options).toHaveLength(2);
    expect(ask('kcn song than 2')).toBeNull();
  });

  it.each(['le loi tan khanh', 'tp an phu', 'cho bung', 'ch', 'lê', '10.5, 106.7'])(
    'is not asked about for %s',
    (text) => expect(ask(text)).toBeNull(),
  );
});

describe('a pin', () => {
  it('is named by street and number, junction, landmark, ward and old unit', () => {
    const words = gazetteer.reverse([106.201, 10.5004]);
    expect(words).toMatchObject({
      street: 'Lê Lợi',
      houseNumber: '22',
      ward: 'Phường An Phú',
      formerUnit: 'Phường Bình Chuẩn, Thành phố An Phú',
    });
    expect(words.words).toBe('Lê Lợi gần số 22');
  });

  it('tells how far and on which side of a landmark it lies', () => {
    const { words, landmark } = gazetteer.reverse([106.7, 10.5001]);
    expect(landmark).toMatchObject({ name: 'Chợ Tân Phước', distanceMetres: expect.closeTo(219, -1) });
    expect(words).toBe('Lê Lợi, cách Chợ Tân Phước 220\u00a0m về phía tây');
    expect(gazetteer.reverse([106.35, 10.3515]).words).toBe('cách Ngã tư 550 170\u00a0m về phía bắc');
  });

  it('has no words far from everything', () =>
    expect(gazetteer.reverse([100, 5])).toMatchObject({ words: '', street: null, landmark: null, ward: null }));
});
