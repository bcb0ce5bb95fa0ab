import { RequestId, type Incident, type Mission, type RequestState, type VehicleRequest } from '#contracts';
import { uuidv7 } from 'uuidv7';
import { needOf } from './dispatcher.js';

const incident = (state: Incident['state'], more: Partial<Incident> = {}) =>
  ({
    state,
    patientCount: 1,
    place: { address: 'Chợ Đình', position: [106.66, 10.98], source: 'pin' },
    ...more,
  }) as Incident;
const board = (states: RequestState[], onTheWay = 0) => ({
  requestsOf: () => states.map((state) => ({ id: RequestId.parse(uuidv7()), state }) as VehicleRequest),
  activeMissionsOf: () => Array.from({ length: onTheWay }, () => ({}) as Mission),
});

describe('what an incident needs from the dispatcher', () => {
  it.each<[string, Incident, RequestState[], number, string | undefined]>([
    ['waiting, nobody asked', incident('waiting'), [], 0, 'offer'],
    ['waiting, a station is being asked', incident('waiting'), ['seeking'], 0, undefined],
    ['waiting, nobody left to ask', incident('waiting'), ['exhausted'], 0, 'retry'],
    ['waiting again after its vehicle was called off', incident('waiting'), ['filled'], 0, 'offer'],
    ['attended', incident('attended'), ['filled'], 1, undefined],
    ['attended, three patients, one vehicle', incident('attended', { patientCount: 3 }), ['filled'], 1, 'offer'],
    [
      'attended, three patients, two asked',
      incident('attended', { patientCount: 3 }),
      ['filled', 'filled'],
      2,
      undefined,
    ],
    ['everybody has left, still open', incident('attended'), ['filled'], 0, 'close'],
    ['closed', incident('closed'), [], 0, undefined],
    [
      'without a place',
      incident('waiting', { place: { address: '?', position: null, source: 'typed' } }),
      [],
      0,
      undefined,
    ],
  ])('%s', (_what, given, states, onTheWay, expected) => {
    expect(needOf(given, board(states, onTheWay))?.kind).toBe(expected);
  });
});
