import type { Offer, Recommendation, VehicleRequest } from '#contracts';
import { askingFor, nextToAsk, passesOver } from './offers';

const list = {
  ranked: ['a', 'b', 'c', 'd'].map((vehicleId) => ({ vehicleId, group: 'ambulance' })),
} as unknown as Recommendation;

it.each([
  [['a'], false],
  [['b', 'a'], false],
  [['b'], true],
  [['a', 'c'], true],
])('choosing %j passes over a better one: %s', (chosen, over) => expect(passesOver(list, chosen)).toBe(over));

it('holds a two-wheeler against its like only', () => {
  const ranked = [
    { vehicleId: 'a', group: 'ambulance' },
    { vehicleId: 'b', group: 'ambulance' },
    { vehicleId: 'm', group: 'two_wheeler' },
  ];
  const both = { ranked } as unknown as Recommendation;
  expect(passesOver(both, ['m', 'a'])).toBe(false);
  expect(passesOver(both, ['m'])).toBe(false);
  expect(passesOver(both, ['m', 'b'])).toBe(true);
});

it('tells who was asked in turn and who comes next', () => {
  const request = (id: string, state: string, openedAt: string) =>
    ({ id, incidentId: 'i', state, openedAt }) as unknown as VehicleRequest;
  const offer = (id: string, vehicleId: string, turn: number) =>
    ({ id, requestId: 'r', vehicleId, turn, offeredAt: '2026-11-21T14:00:00Z' }) as unknown as Offer;
  const asking = askingFor(
    'i',
    {
      r: request('r', 'seeking', '2026-11-21T14:00:00Z'),
      s: request('s', 'filled', '2026-11-21T14:05:00Z'),
      t: request('t', 'cancelled', '2026-11-21T14:06:00Z'),
    },
    { x: offer('x', 'c', 2), y: offer('y', 'a', 1) },
  );
  expect(asking.map(({ request: { id } }) => id)).toEqual(['s', 'r']);
  expect(asking[1]?.offers.map(({ vehicleId }) => vehicleId)).toEqual(['a', 'c']);
  const next = (more: object) =>
    nextToAsk({ ...asking[1]!, request: { ...asking[1]!.request, ...more } }, list, 2).map(
      ({ vehicleId }) => vehicleId,
    );
  expect(next({})).toEqual(['b', 'd']);
  // Nobody comes after the one asked in place of a vehicle on its way; only their like after who goes ahead.
  expect(next({ replaces: 'm' })).toEqual([]);
  expect(next({ level: 'motorbike' })).toEqual([]);
});
