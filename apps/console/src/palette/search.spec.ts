import { fold, matchRank, search } from './search';

it('folds marks and đ in both normal forms', () => {
  expect(fold('Đại lộ Bình Dương')).toBe('dai lo binh duong');
  expect(fold('Phú Lợi'.normalize('NFD'))).toBe('phu loi');
});

it.each([
  ['phu loi', '118/7 đường Phú Lợi', true],
  ['bd7', 'BD-07 Đang đến', true],
  ['BD-07', 'BD-07 Đang đến', true],
  ['0147', '20261121-0147 0147 Đau ngực', true],
  ['nguc dau', 'Đau ngực', true],
  ['hh02', 'HH-02 Khó thở', true],
  ['tngt', 'Tai nạn giao thông', true],
  ['t', 'Khó thở', true],
  ['bd8', 'BD-07 Đang đến', false],
  ['phu loi', 'Phú Lộc', false],
])('%s finds %s: %s', (query, words, found) => expect(matchRank(query, words) > 0).toBe(found));

it('lists the best match first and no more than asked for', () => {
  const things = ['xe Thuận An', 'Thuận An', 'P. Thuận Giao', 'Dĩ An'];
  expect(search('thuan', things, (thing) => thing, 2)).toEqual(['Thuận An', 'xe Thuận An']);
});
