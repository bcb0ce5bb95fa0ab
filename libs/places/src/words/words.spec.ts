import { fold } from './fold.js';
import { readingsOf } from './short-forms.js';
import { shortenings, slipsBetween, slipsForgiven } from './slips.js';
import { soundAlikes } from './sound-alikes.js';
import { initialsOf, keyOf, tokensOf } from './tokens.js';

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
    ['BVĐK', 'bệnh viện đa khoa'],
    ['ngã 4', 'nga tu'],
    ['30/4', '30 Tháng 4'],
    ['Ba mươi tháng tư', '30 Tháng 4'],
    ['TTYT Dĩ An', 'Trung tâm Y tế khu vực Dĩ An'],
    ['trạm xăng dầu', 'cx'],
  ])('%s and %s are the same', (a, b) => expect(tokensOf(a)).toEqual(tokensOf(b)));

  it('may stand for several things', () => {
    expect(readingsOf(['nt', 'duc', 'ba'])).toEqual([
      ['nt', 'duc', 'ba'],
      ['nha', 'tro', 'duc', 'ba'],
      ['nha', 'tho', 'duc', 'ba'],
    ]);
    expect(readingsOf(['p', 'phu', 'loi'])).toContainEqual(['phuong', 'phu', 'loi']);
  });

  it('name a street with or without the word for it', () => {
    expect(keyOf('Đường Phú Lợi')).toBe(keyOf('phú lợi'));
    expect(keyOf('Đường số 5')).toBe('duong so 5');
  });

  it('are known by their initials from three on', () => {
    expect(initialsOf(tokensOf('Nguyễn Thị Minh Khai'))).toBe('ntmk');
    expect(initialsOf(tokensOf('Phú Lợi'))).toBeNull();
    expect(initialsOf(tokensOf('Đường số 5'))).toBeNull();
  });
});

describe('slips', () => {
  it.each([
    ['phu', 'phu', 0],
    ['thaun', 'thuan', 1],
    ['binh', 'bnh', 1],
    ['loi', 'lai', 1],
    ['vsip', 'chau', 3],
  ])('%s and %s are %d apart', (a, b, slips) => expect(slipsBetween(a, b, 2)).toBe(slips));

  it('are forgiven in long words only, and never in numbers', () => {
    expect(['an', 'loi', 'thuan', 'quoclong', '743'].map(slipsForgiven)).toEqual([0, 1, 1, 2, 0]);
  });

  it('leave a shortening in common', () => {
    const common = (a: string, b: string, most: number) =>
      [...shortenings(a, most)].some((text) => shortenings(b, most).has(text));
    expect(common('thaun', 'thuan', 1)).toBe(true);
    expect(common('thuan', 'thuong', 1)).toBe(false);
  });
});

describe('sounds', () => {
  it.each([
    ['sich', 'xich'],
    ['chau', 'trau'],
    ['sy', 'si'],
    ['hoc', 'hot'],
    ['chowj', 'cho'],
    ['ddusc', 'duc'],
    ['thisch', 'thich'],
  ])('%s may be %s', (typed, meant) => expect(soundAlikes(typed)).toContain(meant));
});
