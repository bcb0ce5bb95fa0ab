import {
  formatClock,
  formatDateTime,
  formatDay,
  formatDecimal,
  formatDistance,
  formatDuration,
  formatSpan,
  instantOf,
  secondsSince,
} from './format.js';

it('shows the time of Ho Chi Minh City whatever the zone of the machine', () => {
  expect(formatClock('2026-11-21T17:05:09.900Z')).toBe('00:05:09');
  expect(formatDateTime('2026-11-21T17:05:09Z')).toBe('22/11/2026 00:05');
  expect(formatDay('2026-11-21T17:05:09Z')).toBe('2026-11-22');
  expect(instantOf('2026-11-22', '00:05')).toBe('2026-11-21T17:05:00.000Z');
});

it.each([
  [-3, '00:00'],
  [0, '00:00'],
  [59.9, '00:59'],
  [3599, '59:59'],
  [3600, '1:00:00'],
  [4325, '1:12:05'],
])('writes %s s as %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

it('writes how long in words', () => {
  expect(formatSpan(33, 'vi')).toBe('33\u00a0giây');
  expect(formatSpan(110, 'vi')).toBe('1\u00a0phút 50\u00a0giây');
  expect(formatSpan(4_325, 'vi')).toBe('1\u00a0giờ 12\u00a0phút');
  expect(formatSpan(60, 'en')).toBe('1\u00a0min 0\u00a0s');
});

it('writes numbers as their readers do', () => {
  expect(formatDecimal(1234.5, 1, 'vi')).toBe('1.234,5');
  expect(formatDecimal(1234.5, 1, 'en')).toBe('1,234.5');
  expect(formatDistance(3_120, 'vi')).toBe('3,1\u00a0km');
  expect(formatDistance(844, 'vi')).toBe('840\u00a0m');
  expect(formatDistance(12_600, 'vi')).toBe('13\u00a0km');
});

it('counts whole seconds and never below zero', () => {
  expect(secondsSince('2026-11-21T14:00:00Z', Date.UTC(2026, 10, 21, 14, 0, 1, 999))).toBe(1);
  expect(secondsSince('2026-11-21T14:00:00Z', Date.UTC(2026, 10, 21, 13, 59))).toBe(0);
});
