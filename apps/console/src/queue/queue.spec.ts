import type { Incident, Mission, Unit, VehicleRequest } from '#contracts';
import { queueOf, shortNumber, shortWard } from './queue';

const incident = (id: string, facts: Partial<Incident>) =>
  ({
    id,
    number: `20261121-${id}`,
    state: 'waiting',
    caseType: 'emergency',
    priority: 3,
    receivedAt: '2026-11-21T14:00:00Z',
    ...facts,
  }) as Incident;
const table = <T extends { id: string }>(...records: T[]) => Object.fromEntries(records.map((r) => [r.id, r]));
const none = { missions: {}, units: {}, requests: {} };

it('puts waiting before attended before scheduled, then by level, then by waiting time', () => {
  const rows = queueOf({
    ...none,
    incidents: table(
      incident('0001', { priority: 3, receivedAt: '2026-11-21T14:00:00Z' }),
      incident('0002', { priority: 1, receivedAt: '2026-11-21T14:09:00Z' }),
      incident('0003', { priority: 3, receivedAt: '2026-11-21T13:50:00Z' }),
      incident('0004', { state: 'attended', priority: 1 }),
      incident('0005', { state: 'scheduled', priority: 3, dueAt: '2026-11-21T16:00:00Z' }),
      incident('0008', { state: 'scheduled', priority: 4, dueAt: '2026-11-21T15:00:00Z' }),
      incident('0009', { caseType: 'transfer', priority: 4, dueAt: '2026-11-21T14:20:00Z' }),
      incident('0006', { state: 'closed', priority: 1 }),
      incident('0007', { state: 'taken', priority: 2 }),
    ),
  });
  expect(rows.map((row) => shortNumber(row.incident.number))).toEqual([
    '0002',
    '0007',
    '0003',
    '0001',
    '0009',
    '0004',
    '0008',
    '0005',
  ]);
});

it('shows the units on their way and the moment the first one was on scene', () => {
  const mission = (id: string, vehicleId: string, state: string, sceneAt: string[]) =>
    ({
      id,
      incidentId: 'i',
      vehicleId,
      state,
      times: sceneAt.map((at) => ({ etime: '06', at })),
    }) as unknown as Mission;
  const [row] = queueOf({
    incidents: table(incident('i', { state: 'attended' })),
    units: table({ id: 'a' } as Unit, { id: 'b' } as Unit, { id: 'c' } as Unit),
    missions: table(
      mission('1', 'a', 'on_scene', ['2026-11-21T14:12:00Z']),
      mission('2', 'b', 'en_route', []),
      mission('3', 'c', 'completed', ['2026-11-21T14:10:00Z']),
    ),
    requests: table({ id: 'r', incidentId: 'i', state: 'seeking' } as VehicleRequest),
  });
  expect(row?.units.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(row?.onSceneAt).toBe('2026-11-21T14:10:00Z');
  expect(row?.asking).toBe('seeking');
});

it('shortens wards and communes', () => {
  expect(shortWard('Phường Phú Lợi')).toBe('P.\u00a0Phú Lợi');
  expect(shortWard('Xã Thanh An')).toBe('X.\u00a0Thanh An');
  expect(shortWard(undefined)).toBeUndefined();
});
