import type { PaletteAction } from './action';
import { found, markedAt } from './found';

const row = (id: string, group: string, label: string): PaletteAction => ({
  id,
  group,
  label,
  words: '',
  icon: null,
  run: () => undefined,
});
const ROWS = [
  row('level', 'incident', 'Đổi cấp ưu tiên của 0151'),
  row('bd01', 'things', 'BD-01 · Sẵn sàng'),
  row('bd07', 'things', 'BD-07 · Đang đến'),
  row('units', 'go', 'Bảng xe'),
];

it('shows a few of every group at rest', () => {
  expect(found('', ROWS, { things: 1 }).map(({ id }) => id)).toEqual(['level', 'bd01', 'units']);
});

it('keeps the matches of a group together, the best group first', () => {
  const rows = [row('a', 'things', 'Xe ở chợ Búng'), row('b', 'go', 'Chợ Búng'), row('c', 'things', 'Gần chợ Búng')];
  expect(found('cho bung', rows, {}).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

it('leaves the marked row marked when rows arrive before it', () => {
  expect(markedAt(ROWS, 'bd07')).toBe(2);
  expect(markedAt([row('new', 'closed', '0098'), ...ROWS], 'bd07')).toBe(3);
  expect(markedAt(ROWS, 'gone')).toBe(0);
  expect(markedAt(ROWS, null)).toBe(0);
});
