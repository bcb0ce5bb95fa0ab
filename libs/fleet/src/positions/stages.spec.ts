import type { LngLat } from '#contracts';
import type { Fix } from './fix.js';
import { judge, newTrack, type Track } from './stages.js';

const T0 = Date.parse('2026-11-21T14:00:00Z');
const HOME: LngLat = [106.66, 10.99];
const fix = (seconds: number, at: LngLat = HOME, more: Partial<Fix> = {}): Fix => ({
  deviceId: 'tablet',
  at,
  fixedAt: new Date(T0 + seconds * 1_000),
  receivedAt: new Date(T0 + seconds * 1_000 + 500),
  speedMps: null,
  headingDegrees: null,
  accuracyMetres: 5,
  mock: false,
  moving: false,
  ...more,
});
const eastMetres = (metres: number): LngLat => [HOME[0] + metres / 109_300, HOME[1]];

describe('the position pipeline', () => {
  let track: Track;
  beforeEach(() => {
    track = newTrack();
    judge(fix(0), track);
  });

  it.each<[string, Fix, string, string]>([
    ['a latitude that does not exist', fix(1, [106, 95]), 'dropped', 'not_on_earth'],
    ['a year no database takes', fix(1, HOME, { fixedAt: new Date(8.64e15) }), 'dropped', 'not_a_time'],
    ['a clock that never was set', fix(1, HOME, { fixedAt: new Date(0) }), 'dropped', 'not_a_time'],
    ['no time at all', fix(1, HOME, { fixedAt: new Date(Number.NaN) }), 'dropped', 'not_a_time'],
    ['no number', fix(1, [Number.NaN, 10]), 'dropped', 'not_on_earth'],
    ['null island', fix(1, [0, 0]), 'dropped', 'null_island'],
    ['an accuracy of 2 km', fix(1, HOME, { accuracyMetres: 2_000 }), 'dropped', 'too_inaccurate'],
    ['an invented position', fix(1, HOME, { mock: true }), 'quarantined', 'mock'],
    ['the future', fix(0, HOME, { fixedAt: new Date(T0 + 7 * 3_600_000) }), 'quarantined', 'future'],
    ['Paris', fix(1, [2.35, 48.85]), 'quarantined', 'outside_vietnam'],
    ['an older fix', fix(-30), 'quarantined', 'older'],
    ['a jump of 5 km in ten seconds', fix(10, eastMetres(5_000)), 'quarantined', 'too_fast'],
    ['another device 3 km away', fix(10, eastMetres(3_000), { deviceId: 'phone' }), 'quarantined', 'devices_disagree'],
  ])('keeps the marker on %s', (_what, bad, outcome, why) => {
    expect(judge(bad, track)).toEqual({ outcome, why });
    expect(track.current!.at).toEqual(HOME);
  });

  it('moves the marker for an ordinary drive', () => {
    for (let second = 5; second <= 60; second += 5)
      expect(judge(fix(second, eastMetres(second * 15)), track).outcome).toBe('accepted');
    expect(track.current!.at).toEqual(eastMetres(900));
  });
  it('drops the same fix sent twice', () => {
    judge(fix(5, eastMetres(50)), track);
    expect(judge(fix(5, eastMetres(50)), track)).toEqual({ outcome: 'dropped', why: 'repeated' });
  });
  it('believes the jump when three fixes in a row agree: the earlier one was wrong', () => {
    expect(judge(fix(10, eastMetres(9_000)), track).outcome).toBe('quarantined');
    expect(judge(fix(15, eastMetres(9_050)), track).outcome).toBe('quarantined');
    expect(judge(fix(20, eastMetres(9_100)), track).outcome).toBe('accepted');
    expect(track.current!.at).toEqual(eastMetres(9_100));
  });
  it('doubts a fix that does not change for ten minutes while the device says it moves', () => {
    const outcomes = [];
    for (let minute = 1; minute <= 12; minute++)
      outcomes.push(judge(fix(minute * 60, HOME, { moving: true }), track).outcome);
    expect(outcomes.slice(0, 10)).toEqual(Array(10).fill('accepted'));
    expect(outcomes.slice(10)).toEqual(['quarantined', 'quarantined']);
  });
});
