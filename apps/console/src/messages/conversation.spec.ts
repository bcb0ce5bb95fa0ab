import type { Message, Mission } from '#contracts';
import { oldestWaiting, vehicleMeant, waitingByVehicle } from './conversation';

const message = (id: string, vehicleId: string, more: Partial<Message> = {}) =>
  ({
    id,
    vehicleId,
    from: 'crew',
    state: 'sent',
    asksAnswer: false,
    sentAt: `2026-11-21T14:0${id}:00Z`,
    ...more,
  }) as Message;
const table = <T extends { id: string }>(...records: T[]) => Object.fromEntries(records.map((one) => [one.id, one]));

const MESSAGES = table(
  message('3', 'a'),
  message('1', 'a', { state: 'shown' }),
  message('2', 'b', { state: 'shown', asksAnswer: true }),
  message('0', 'c', { from: 'room', asksAnswer: true }),
  message('4', 'a', { state: 'acknowledged', asksAnswer: true }),
);

it('counts what the room has not seen or has not confirmed, and nothing that it wrote itself', () => {
  expect(Object.fromEntries(waitingByVehicle(MESSAGES))).toEqual({ a: 1, b: 1 });
  expect(oldestWaiting(MESSAGES)?.id).toBe('2');
});

describe('whose crew is meant', () => {
  const missions = table(
    { id: 'm1', incidentId: 'i', vehicleId: 'late', state: 'en_route', since: '2026-11-21T14:05:00Z' } as Mission,
    { id: 'm2', incidentId: 'i', vehicleId: 'first', state: 'on_scene', since: '2026-11-21T14:01:00Z' } as Mission,
    { id: 'm3', incidentId: 'i', vehicleId: 'gone', state: 'completed', since: '2026-11-21T14:00:00Z' } as Mission,
  );
  const ask = (vehicleId: string | null, incidentId: string | null) =>
    vehicleMeant({ vehicleId, incidentId, missions, messages: MESSAGES } as Parameters<typeof vehicleMeant>[0]);
  it.each([
    ['x', 'i', 'x'],
    [null, 'i', 'first'],
    [null, 'none', 'b'],
  ])('chosen unit %s, chosen incident %s: %s', (unit, incident, meant) => expect(ask(unit, incident)).toBe(meant));
  it('is nobody when nobody waits', () => {
    expect(vehicleMeant({ vehicleId: null, incidentId: null, missions: {}, messages: {} })).toBeNull();
  });
});
