import { inMinutes, inPercent, inSeconds, keepsMark, markMinutesFor } from './figures.js';

it('writes minutes with one decimal, as each language does', () => {
  expect(inMinutes(486, 'vi')).toBe('8,1');
  expect(inMinutes(486, 'en')).toBe('8.1');
});

it('writes seconds whole', () => expect(inSeconds(95.6, 'vi')).toBe('96'));

it('has no percentile to show where the server gave none', () => {
  expect(inMinutes(null, 'vi')).toBeNull();
  expect(inSeconds(null, 'vi')).toBeNull();
});

it('shows a share from twenty cases on', () => {
  expect(inPercent(0.714, 20, 'vi')).toBe('71\u00a0%');
  expect(inPercent(0.714, 19, 'vi')).toBeNull();
  expect(inPercent(null, 50, 'vi')).toBeNull();
});

it('keeps the mark at exactly the mark, and does not judge few cases', () => {
  expect(keepsMark({ p90Seconds: 900 }, 15)).toBe(true);
  expect(keepsMark({ p90Seconds: 901 }, 15)).toBe(false);
  expect(keepsMark({ p90Seconds: null }, 15)).toBeNull();
});

it('reads one level against its own target and a mixture against the general mark', () => {
  const targets = { 1: 480, 2: 720, 3: 1200, 4: 3600 };
  expect(markMinutesFor(1, targets)).toEqual({ minutes: 8, isTarget: true });
  expect(markMinutesFor(null, targets)).toEqual({ minutes: 15, isTarget: false });
});
