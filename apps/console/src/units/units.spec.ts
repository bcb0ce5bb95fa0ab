import type { Position, Unit } from '#contracts';
import { boardUnits, countByFamily, gpsAge } from './units';

const units = Object.fromEntries(
  (
    [
      ['BD-10', 'available'],
      ['BD-02', 'available'],
      ['BD-03', 'out_of_service'],
      ['BD-04', 'at_patient'],
      ['BD-05', 'en_route'],
      ['BD-06', 'notified'],
      ['BD-07', 'returning'],
    ] as const
  ).map(([callSign, status]) => [callSign, { id: callSign, callSign, status } as unknown as Unit]),
);
const names = (list: Unit[]) => list.map(({ callSign }) => callSign);

it('orders the board: not acknowledged, moving, stopped, free, unusable', () => {
  expect(names(boardUnits(units, 'all'))).toEqual(['BD-06', 'BD-05', 'BD-04', 'BD-07', 'BD-02', 'BD-10', 'BD-03']);
  expect(names(boardUnits(units, 'free'))).toEqual(['BD-07', 'BD-02', 'BD-10']);
  expect(names(boardUnits(units, 'busy'))).toEqual(['BD-06', 'BD-05', 'BD-04']);
  expect(countByFamily(units)).toEqual({ av: 3, re: 2, pa: 1, ou: 1 });
});

it.each([
  [3, { kind: 'seconds', n: 3, old: false }],
  [16, { kind: 'seconds', n: 16, old: true }],
  [125, { kind: 'minutes', n: 2, old: true }],
  [301, { kind: 'lost' }],
])('says a position of %i s', (seconds, age) => {
  const position = { fixedAt: '2026-11-21T14:00:00.000Z' } as Position;
  expect(gpsAge(position, Date.parse('2026-11-21T14:00:00.000Z') + seconds * 1000)).toEqual(age);
  expect(gpsAge(undefined, 0)).toEqual({ kind: 'lost' });
});
