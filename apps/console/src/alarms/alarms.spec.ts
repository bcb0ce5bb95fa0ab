import type { Alarm } from '#contracts';
import { headOf, inStrip } from './alarms';
import { PATTERNS } from './sound';
import { isDue } from './use-sound';

const alarm = (n: number, kind = 'noVehicle', grade = 'high') => ({ cause: `${kind}:${n}`, kind, grade }) as Alarm;
const alarms = (count: number) => Array.from({ length: count }, (_, n) => alarm(n));

it('collapses more than three of a kind into one line', () => {
  expect(headOf([])).toEqual([]);
  expect(headOf(alarms(3))).toHaveLength(1);
  expect(headOf(alarms(4))).toHaveLength(4);
  expect(headOf([...alarms(3), alarm(9, 'serverLost')])).toHaveLength(1);
});

it('keeps low alarms out of the strip', () => {
  expect(inStrip([alarm(1), alarm(2, 'shiftEnding', 'low')])).toEqual([alarm(1)]);
});

it('has the pulses of the standard: ten for high, three for medium, one for low', () => {
  expect(['high', 'medium', 'low'].map((name) => PATTERNS[name as keyof typeof PATTERNS].length)).toEqual([10, 3, 1]);
});

it('sounds what is new at once, and again as the grade demands', () => {
  const last = (times: number) => ({ cause: 'a', atMs: 100_000, times });
  expect(isDue('high', 'b', last(1), 100_000)).toBe(true);
  expect(isDue('high', 'a', last(99), 109_999)).toBe(false);
  expect(isDue('high', 'a', last(99), 110_000)).toBe(true);
  expect(isDue('medium', 'a', last(3), 125_000)).toBe(true);
  expect(isDue('medium', 'a', last(4), 999_000)).toBe(false);
  expect(isDue('low', 'a', last(1), 9_999_000)).toBe(false);
});
