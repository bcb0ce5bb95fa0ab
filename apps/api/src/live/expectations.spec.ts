import { DomainError } from '#contracts';
import { Expectations } from './expectations.js';

const NOW = new Date('2026-11-21T14:00:00.000Z');
const at = (lng: number) => [lng, 11] as [number, number];

it('leaves only those without a time whose place no road leads to', async () => {
  const mission = (id: string, incidentId: string) => ({
    id,
    incidentId,
    vehicleId: `v-${id}`,
    state: 'en_route',
    since: NOW.toISOString(),
    hospitalId: null,
  });
  const incident = (id: string, lng: number) => ({ id, priority: 1, place: { position: at(lng) } });
  const records = {
    missions: { a: mission('a', 'sea'), b: mission('b', 'town') },
    incidents: { sea: incident('sea', 108), town: incident('town', 106) },
    units: {},
  };
  const failures: unknown[] = [];
  const expectations = new Expectations(
    { records, hospitals: {} } as never,
    { findPosition: () => ({ at: at(106.1), fixedAt: NOW.toISOString(), headingDegrees: null }) as never },
    {
      source: 'roads',
      toPlace: (_, [lng]) =>
        lng === 108
          ? Promise.reject(new DomainError('PLACE_OFF_ROADS'))
          : Promise.resolve({ source: 'roads', computedAt: NOW, times: [{ seconds: 90, metres: 900 }] }),
    },
    { now: () => NOW },
    (failure) => failures.push(failure),
  );
  await expectations.run();
  expect(failures).toEqual([]);
  expect(expectations.list()).toEqual([
    { missionId: 'b', arrivesAt: '2026-11-21T14:01:30.000Z', computedAt: NOW.toISOString() },
  ]);
});
