import type { Distress, Incident, Mission, Unit, VehicleRequest } from '#contracts';
import { alarmsOf, headOf, type Situation } from './alarms';

const NOW = Date.parse('2026-11-21T14:10:00.000Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const incident = (id: string, priority: number, openedAgo: number, state = 'waiting') =>
  ({ id, priority, state, openedAt: ago(openedAgo) }) as unknown as Incident;
const mission = (id: string, incidentId: string, state: string, sinceAgo: number) =>
  ({ id, incidentId, vehicleId: 'v', state, since: ago(sinceAgo) }) as unknown as Mission;
const request = (id: string, incidentId: string, state: string) =>
  ({ id, incidentId, state, openedAt: ago(50) }) as unknown as VehicleRequest;
const table = <T extends { id: string }>(...records: T[]) => Object.fromEntries(records.map((r) => [r.id, r]));
const situation = (facts: Partial<Situation>): Situation => ({
  incidents: {},
  missions: {},
  requests: {},
  units: table({ id: 'v', callSign: 'BD-03' } as unknown as Unit),
  distresses: {},
  unprovedSeconds: 0,
  nowMs: NOW,
  ...facts,
});
const seen = (facts: Partial<Situation>) => alarmsOf(situation(facts)).map(({ id, grade }) => `${id} ${grade}`);

it('alarms for an incident without a vehicle after one minute at level 1, after two at level 2, never below', () => {
  const incidents = table(
    incident('a', 1, 59),
    incident('b', 1, 60),
    incident('c', 2, 119),
    incident('d', 2, 120),
    incident('e', 3, 900),
  );
  expect(seen({ incidents })).toEqual(['noVehicle:b high', 'noVehicle:d medium']);
});

it('puts a crew in danger before everything else, with or without an incident', () => {
  const distresses = table(
    { id: 'x', vehicleId: 'v', incidentId: null, state: 'open', raisedAt: ago(1) } as unknown as Distress,
    { id: 'y', vehicleId: 'v', incidentId: null, state: 'ended', raisedAt: ago(9) } as unknown as Distress,
  );
  expect(seen({ distresses, incidents: table(incident('a', 1, 400)) })).toEqual([
    'crewInDanger:x high',
    'noVehicle:a high',
  ]);
});

it('alarms for an incident whose place nobody knows yet, but not for one that is attended', () => {
  const incidents = table(incident('a', 1, 90, 'taken'), incident('b', 1, 90, 'attended'));
  expect(seen({ incidents })).toEqual(['noVehicle:a high']);
});

it('alarms for an order not acknowledged after 30 s, graded by the level, and for nothing else of that incident', () => {
  expect(
    seen({
      incidents: table(incident('a', 1, 90), incident('b', 3, 90)),
      missions: table(
        mission('m', 'a', 'notified', 30),
        mission('n', 'b', 'notified', 31),
        mission('o', 'b', 'en_route', 99),
      ),
    }),
  ).toEqual(['notAcknowledged:m high', 'notAcknowledged:n medium']);
});

it('alarms when nobody is left to ask, until a vehicle is found or the incident closed', () => {
  const asked = { requests: table(request('r', 'a', 'exhausted')) };
  expect(seen({ ...asked, incidents: table(incident('a', 2, 40)) })).toEqual(['nobodyLeft:r medium']);
  expect(seen({ ...asked, incidents: table(incident('a', 2, 40, 'closed')) })).toEqual([]);
  expect(
    seen({ ...asked, incidents: table(incident('a', 2, 40)), missions: table(mission('m', 'a', 'acknowledged', 5)) }),
  ).toEqual([]);
});

it('puts high before medium and the oldest first', () => {
  expect(
    seen({
      incidents: table(incident('a', 1, 70), incident('b', 1, 300), incident('c', 2, 20)),
      requests: table(request('r', 'c', 'exhausted')),
      unprovedSeconds: 16,
    }),
  ).toEqual(['noVehicle:b high', 'noVehicle:a high', 'serverLost high', 'nobodyLeft:r medium']);
});

it('collapses more than three of a kind into one line', () => {
  const critical = (count: number) =>
    alarmsOf(situation({ incidents: table(...Array.from({ length: count }, (_, n) => incident(`${n}`, 1, 70 + n))) }));
  expect(headOf([])).toEqual([]);
  expect(headOf(critical(3))).toHaveLength(1);
  expect(headOf(critical(4))).toHaveLength(4);
});
