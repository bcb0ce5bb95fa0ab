import type { Incident, Position, Station, Unit } from '#contracts';
import { busyBounds, incidentMarks, stationMarks, unitMarks } from './marks';

const NOW = Date.parse('2026-11-21T14:00:00Z');
const unit = (id: string, status: string) => ({ id, callSign: id, status, stationId: 's' }) as unknown as Unit;
const fix = (secondsAgo: number) =>
  ({ at: [106.8, 11.1], headingDegrees: 90, fixedAt: new Date(NOW - secondsAgo * 1000).toISOString() }) as Position;
const stations = { s: { id: 's', position: [106.6, 10.9] } as unknown as Station };

it('draws a unit at its last fix, old ones as old, without any at its station, out of service not at all', () => {
  const units = {
    a: unit('a', 'en_route'),
    b: unit('b', 'available'),
    c: unit('c', 'out_of_service'),
    d: unit('d', 'notified'),
  };
  const marks = unitMarks({ units, stations, positions: { a: fix(3), d: fix(90) } }, NOW);
  expect(marks).toEqual([
    { id: 'a', callSign: 'a', family: 're', shape: 'move', headingDegrees: 90, at: [106.8, 11.1], old: false },
    { id: 'b', callSign: 'b', family: 'av', shape: 'base', headingDegrees: 0, at: [106.6, 10.9], old: true },
    { id: 'd', callSign: 'd', family: 're', shape: 'hollow', headingDegrees: 90, at: [106.8, 11.1], old: true },
  ]);
});

it('marks a station without an ambulance to send, wherever its own stand by', () => {
  const two = { ...stations, t: { id: 't', position: [106.7, 11] } as unknown as Station };
  const at = (status: string, more: object = {}) =>
    ({ ...unit('a', status), level: 'bls', ...more }) as unknown as Unit;
  const empty = (...units: Unit[]) =>
    stationMarks({ stations: two, units: Object.fromEntries(units.map((one, i) => [String(i), one])) })
      .filter((mark) => mark.empty)
      .map(({ id }) => id);
  expect(empty(at('available'))).toEqual([]);
  expect(empty(at('en_route'), at('returning'))).toEqual([]);
  expect(empty(at('en_route'), at('available', { level: 'motorbike' }))).toEqual(['s']);
  expect(empty(at('available', { standbyStationId: 't' }), at('on_scene', { stationId: 't' }))).toEqual(['s']);
});

it('draws open incidents that have a position', () => {
  const incident = (id: string, state: string, position: [number, number] | null) =>
    ({ id, number: `20261121-${id}`, state, priority: 2, place: { position } }) as unknown as Incident;
  const incidents = {
    a: incident('0001', 'waiting', [106.7, 11]),
    b: incident('0002', 'closed', [106.7, 11]),
    c: incident('0003', 'taken', null),
  };
  expect(incidentMarks(incidents)).toEqual([{ id: '0001', number: '0001', priority: 2, at: [106.7, 11] }]);
});

it('looks first where most vehicles are, not at the farthest one', () => {
  const towns = Array.from({ length: 18 }, (_, i) => ({ at: [106.6 + i / 100, 10.9 + i / 100] as [number, number] }));
  const [west, south, east, north] = busyBounds([...towns, { at: [106.36, 11.28] }, { at: [106.8, 11.45] }])!;
  expect([west > 106.5, south > 10.8, east < 106.9, north < 11.2]).toEqual([true, true, true, true]);
  expect(busyBounds(towns.slice(0, 4))).toBeNull();
});
