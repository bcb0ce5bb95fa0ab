import { formatDay, instantOf } from '#web';

export type PeriodKey = 'today' | 'week' | 'month' | 'own';
/** Whole days in Ho Chi Minh City, both ends included, `yyyy-MM-dd`. */
export interface Days {
  first: string;
  last: string;
}

const DAY_MS = 86_400_000;
export const LENGTH_DAYS = { today: 1, week: 7, month: 30 } as const satisfies Partial<Record<PeriodKey, number>>;

/** The last so many days, today included. */
export const lastDays = (count: number, nowMs: number): Days => ({
  first: formatDay(nowMs - (count - 1) * DAY_MS),
  last: formatDay(nowMs),
});

export const isInOrder = ({ first, last }: Days) => first !== '' && last !== '' && first <= last;

/** The instants the server is asked for: from midnight of the first day to midnight after the last. */
export const instantsOf = ({ first, last }: Days): { from: string; to: string } => ({
  from: instantOf(first, '00:00'),
  to: new Date(new Date(instantOf(last, '00:00')).getTime() + DAY_MS).toISOString(),
});
