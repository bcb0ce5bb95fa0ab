import { coordinatesIn } from './coordinates.js';
import { fold } from './fold.js';
import { PlaceIndex } from './place-index.js';
import { spokenAddress, tokensOf } from './tokens.js';
import { slipsBetween } from './vocabulary.js';

describe('folding', () => {
  it.each([
    ['Hoà Lân', 'Hòa Lân'],
    ['HÒA LÂN', 'hoa lan'],
    ['Đường ĐT743', 'duong dt743'],
    ['Thuỷ Châu'.normalize('NFD'), 'Thủy Châu'],
  ])('%s is %s', (a, b) => expect(fold(a)).toBe(fold(b)));
});

describe('words', () => {
  it.each([
    ['đt743', 'Đường tỉnh 743'],
    ['TL 743', 'dt-743'],
    ['QL13', 'quốc lộ 13'],
    ['cmt8', 'Cách Mạng Tháng Tám'],
    ['KCN VSIP 1', 'khu công nghiệp vsip1'],
    ['BV', 'bệnh viện'],
    ['ngã 4', 'nga tu'],
    ['30/4', '30 Tháng 4'],
    ['P. Phú Lợi', 'phường phú lợi'],
    ['TTYT Dĩ An', 'Trung tâm Y tế khu vực Dĩ An'],
  ])('%s and %s are the same', (a, b) => expect(tokensOf(a)).toEqual(tokensOf(b)));

  it.each([
    ['22/5 Phú Lợi', '22/5', 'Phú Lợi'],
    ['số 118 đường Lê Lợi', 'số 118', 'Lê Lợi'],
    ['12/3/5, Yersin', '12/3/5', 'Yersin'],
    ['hẻm 30 Yersin', 'hẻm 30', 'Yersin'],
    ['45A Nguyễn Du', '45A', 'Nguyễn Du'],
  ])('%s has a house number', (text, houseNumber, rest) => expect(spokenAddress(text)).toEqual({ houseNumber, rest }));

  it('leave a street that begins with a word alone', () => expect(spokenAddress('Phú Lợi 22').houseNumber).toBeNull());

  it.each([
    ['phu', 'phu', 0],
    ['thaun', 'thuan', 1],
    ['binh', 'bnh', 1],
    ['loi', 'lai', 1],
    ['vsip', 'chau', 3],
  ])('%s and %s are %d slips apart', (a, b, slips) => expect(slipsBetween(a, b, 2)).toBe(slips));
});

describe('coordinates', () => {
  it.each([
    ['10.98,106.65', [106.65, 10.98]],
    ['106.65 10.98', [106.65, 10.98]],
    ['10,98 106,65', [106.65, 10.98]],
    ['10.98, 206.65', null],
    ['22/5 Phú Lợi', null],
  ])('%s is %j', (text, at) => expect(coordinatesIn(text)).toEqual(at));
});

describe('the gazetteer', () => {
  const ring = (west: number) => [
    [west, 10],
    [west + 1, 10],
    [west + 1, 11],
    [west, 11],
    [west, 10],
  ];
  const ward = (code: string, name: string, west: number) => ({
    code,
    name,
    fullName: `Phường ${name}`,
    geometry: { type: 'Polygon' as const, coordinates: [ring(west)] },
  });
  const place = (kind: 'street' | 'landmark', name: string, lng: number, aliases: string[] = []) => ({
    kind,
    name,
    aliases,
    position: [lng, 10.5] as [number, number],
  });
  const index = PlaceIndex.build(
    [
      place('street', 'Lê Lợi', 106.5),
      place('street', 'Lê Lợi', 107.5),
      place('street', '30 Tháng 4', 106.51),
      place('street', 'Đại lộ Bình Dương', 106.52, ['QL13']),
      place('landmark', 'Chợ Tân Phước', 107.501),
    ],
    [ward('1', 'An Phú', 106), ward('2', 'Tân Khánh', 107)],
    [
      {
        name: 'Lê Lợi',
        ref: null,
        line: [
          [107.49, 10.5],
          [107.51, 10.5],
        ],
      },
    ],
  );
  const first = (text: string, near?: [number, number]) => index.search(text, { near })[0];

  it('puts the nearer of two equal names first, and the ward said before distance', () => {
    expect(first('le loi', [106.4, 10.5])?.ward).toBe('Phường An Phú');
    expect(first('le loi', [107.6, 10.5])?.ward).toBe('Phường Tân Khánh');
    expect(first('le loi tan khanh', [106.4, 10.5])?.ward).toBe('Phường Tân Khánh');
  });

  it('keeps the house number in the name, and a date street a date', () => {
    expect(first('22/5 le loi')?.name).toBe('22/5 Lê Lợi');
    expect(first('30/4')?.name).toBe('30 Tháng 4');
    expect(first('120 30/4')?.name).toBe('120 30 Tháng 4');
  });

  it('finds a road by its code, a ward by its name, and nothing by nonsense', () => {
    expect(first('ql 13')?.name).toBe('Đại lộ Bình Dương');
    expect(first('p. an phu')?.kind).toBe('ward');
    expect(index.search('xyzzy qwerty')).toEqual([]);
    expect(index.search('   ')).toEqual([]);
  });

  it('names a pin by street, landmark and ward', () => {
    expect(index.reverse([107.5, 10.5005])).toEqual({
      words: 'Lê Lợi, cách Chợ Tân Phước 120\u00a0m',
      street: 'Lê Lợi',
      landmark: { name: 'Chợ Tân Phước', distanceMetres: expect.closeTo(123, -1) },
      ward: 'Phường Tân Khánh',
    });
    expect(index.reverse([100, 5])).toEqual({ words: '', street: null, landmark: null, ward: null });
  });
});
