import { ratesOf } from './rate.js';

const at = (text: string) => new Date(`2026-11-21T${text}:00.000Z`);
const alarm = (text: string, grade: 'high' | 'medium' | 'low' = 'medium') => ({ raisedAt: at(text), grade });

it('divides the alarms of an hour by the hours that dispatchers sat there', () => {
  const alarms = [alarm('01:10'), alarm('01:20', 'high'), alarm('01:59', 'low'), alarm('02:00')];
  const desks = [
    { hour: at('01:00'), minutes: 60 },
    { hour: at('01:00'), minutes: 30 },
  ];
  const [first, second] = ratesOf(alarms, desks, at('01:00'), at('03:00'));
  expect(first).toEqual({
    from: '2026-11-21T01:00:00.000Z',
    raised: { high: 1, medium: 1, low: 1 },
    dispatcherHours: 1.5,
    perDispatcherHour: 2,
    flood: false,
  });
  expect(second).toMatchObject({ raised: { medium: 1 }, perDispatcherHour: null });
});

it('calls more than ten within ten minutes a flood, ten not', () => {
  const many = (count: number) => Array.from({ length: count }, () => alarm('01:05'));
  expect(ratesOf(many(10), [], at('01:00'), at('02:00'))[0]!.flood).toBe(false);
  expect(ratesOf(many(11), [], at('01:00'), at('02:00'))[0]!.flood).toBe(true);
  const slow = Array.from({ length: 11 }, (_, i) => ({
    raisedAt: new Date(at('01:00').getTime() + i * 61_000),
    grade: 'low' as const,
  }));
  expect(ratesOf(slow, [], at('01:00'), at('02:00'))[0]!.flood).toBe(false);
});
