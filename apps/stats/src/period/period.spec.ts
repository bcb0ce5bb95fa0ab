import { instantsOf, isInOrder, lastDays } from './period.js';

/** 00:30 in Ho Chi Minh City, still the day before in UTC. */
const JUST_AFTER_MIDNIGHT = Date.parse('2026-11-21T17:30:00Z');

it('counts days as Ho Chi Minh City does, today included', () => {
  expect(lastDays(1, JUST_AFTER_MIDNIGHT)).toEqual({ first: '2026-11-22', last: '2026-11-22' });
  expect(lastDays(7, JUST_AFTER_MIDNIGHT)).toEqual({ first: '2026-11-16', last: '2026-11-22' });
});

it('asks from midnight to the midnight after the last day', () =>
  expect(instantsOf({ first: '2026-11-16', last: '2026-11-22' })).toEqual({
    from: '2026-11-15T17:00:00.000Z',
    to: '2026-11-22T17:00:00.000Z',
  }));

it('refuses a period that ends before it begins or is not filled in', () => {
  expect(isInOrder({ first: '2026-11-22', last: '2026-11-22' })).toBe(true);
  expect(isInOrder({ first: '2026-11-23', last: '2026-11-22' })).toBe(false);
  expect(isInOrder({ first: '', last: '2026-11-22' })).toBe(false);
});
