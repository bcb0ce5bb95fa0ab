import fc from 'fast-check';
import { decodeOsmAnd, osmAndDevice } from './osmand.js';
import { decodeOwnTracks } from './owntracks.js';

const NOW = new Date('2026-11-21T09:00:05Z');
const V9 = JSON.parse(
  '{"location":{"timestamp":"2026-11-21T09:00:00.000Z","coords":{"latitude":10.77,"longitude":106.7,"accuracy":5,"speed":12.5,"heading":-1,"altitude":5},"is_moving":true,"odometer":0,"event":"motionchange","battery":{"level":0.79,"is_charging":false},"activity":{"type":"still"},"mock":true,"extras":{"alarm":"sos"}},"device_id":"48241179"}',
);

describe('Traccar Client', () => {
  it('v8, keys in the query: seconds and knots', () => {
    const query = {
      id: 'BD-07',
      lat: '10.77',
      lon: '106.7',
      timestamp: '1795251600',
      speed: '10',
      bearing: '90',
      accuracy: '6',
    };
    expect(decodeOsmAnd(query, {}, false, NOW)).toEqual([
      {
        kind: 'fix',
        alarm: null,
        fix: {
          at: [106.7, 10.77],
          fixedAt: new Date(1795251600_000),
          receivedAt: NOW,
          speedMps: 5.14444,
          headingDegrees: 90,
          accuracyMetres: 6,
          mock: false,
          moving: true,
        },
      },
    ]);
  });
  it('v9, JSON: m/s, -1 is unknown, an alarm', () => {
    expect(osmAndDevice({}, V9)).toBe('48241179');
    expect(decodeOsmAnd({}, V9, true, NOW)[0]).toMatchObject({
      kind: 'fix',
      alarm: 'sos',
      fix: { at: [106.7, 10.77], speedMps: 12.5, headingDegrees: null, mock: true, moving: true },
    });
  });
  it('v10, a form body', () => {
    const form = { id: 'BD-07', lat: '10.9', lon: '106.6', timestamp: '1795251600', speed: '0' };
    expect(decodeOsmAnd({}, form, false, NOW)[0]).toMatchObject({
      kind: 'fix',
      fix: { at: [106.6, 10.9], speedMps: 0 },
    });
  });
  it.each([
    ['milliseconds', '1795251600000', 1795251600_000],
    ['ISO 8601', '2026-11-21T09:00:00Z', Date.parse('2026-11-21T09:00:00Z')],
    ['date and time', '2026-11-21 09:00:00', Date.parse('2026-11-21T09:00:00Z')],
  ])('reads a time in %s', (_form, timestamp, expected) => {
    const [decoded] = decodeOsmAnd({ id: 'x', lat: '10', lon: '106', timestamp }, {}, false, NOW);
    expect(decoded).toMatchObject({ kind: 'fix', fix: { fixedAt: new Date(expected) } });
  });
  it('takes a heartbeat without a position for what it is', () => {
    expect(decodeOsmAnd({ id: 'x' }, {}, false, NOW)).toEqual([{ kind: 'ignored', why: 'heartbeat' }]);
  });
});

describe('OwnTracks', () => {
  it('reads a location: km/h, seconds', () => {
    const body = { _type: 'location', lat: 10.9, lon: 106.7, tst: 1795251600, vel: 36, cog: 180, acc: 8, tid: '07' };
    expect(decodeOwnTracks(body, NOW)).toMatchObject({
      kind: 'fix',
      fix: { at: [106.7, 10.9], speedMps: 10, headingDegrees: 180, fixedAt: new Date(1795251600_000) },
    });
  });
  it.each([[{ _type: 'lwt' }], [{ _type: 'waypoint', lat: 1 }], [null], ['']])('ignores %j', (body) => {
    expect(decodeOwnTracks(body, NOW).kind).toBe('ignored');
  });
});

describe('any bytes at all', () => {
  it('give an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.string(), fc.string()), fc.boolean(), (body, query, isJson) => {
        for (const decoded of decodeOsmAnd(query, body, isJson, NOW)) expect(decoded.kind).toBeDefined();
        expect(decodeOwnTracks(body, NOW).kind).toBeDefined();
        osmAndDevice(query, body);
      }),
      { numRuns: 500 },
    );
  });
});
