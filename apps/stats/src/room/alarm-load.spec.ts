import type { AlarmHour } from '#contracts';
import { alarmLoadOf } from './alarm-load.js';

const hour = (from: string, high: number, dispatcherHours: number, flood = false): AlarmHour => ({
  from,
  raised: { high, medium: 0, low: 0 },
  dispatcherHours,
  perDispatcherHour: dispatcherHours === 0 ? null : high / dispatcherHours,
  flood,
});

it('divides what was raised by the hours that dispatchers sat there, not by the clock', () => {
  const load = alarmLoadOf([hour('a', 12, 2), hour('b', 0, 1), hour('c', 5, 0)]);
  expect(load).toMatchObject({ raised: 17, perDispatcherHour: 4, floods: 0, toReview: [] });
});

it('has no rate while nobody sat at a console', () => {
  expect(alarmLoadOf([hour('a', 3, 0)]).perDispatcherHour).toBeNull();
});

it('names hours beyond twelve and floods, the worst first', () => {
  const load = alarmLoadOf([
    hour('exactly', 12, 1),
    hour('much', 13, 1),
    hour('flood', 11, 2, true),
    hour('worst', 30, 2),
  ]);
  expect(load.toReview.map(({ from }) => from)).toEqual(['worst', 'much', 'flood']);
  expect(load.floods).toBe(1);
});
