import { ALARM_RATE, type AlarmGrade, type AlarmHour } from '#contracts';

interface Raised {
  readonly raisedAt: Date;
  readonly grade: AlarmGrade;
}
interface AtDesk {
  readonly hour: Date;
  readonly minutes: number;
}

const HOUR_MS = 3_600_000;

/** Alarms of each full hour from the one of `from` to the one of `to`, divided by the hours that dispatchers sat at a console. */
export function ratesOf(alarms: readonly Raised[], desks: readonly AtDesk[], from: Date, to: Date): AlarmHour[] {
  const first = Math.floor(from.getTime() / HOUR_MS);
  const count = Math.max(0, Math.ceil(to.getTime() / HOUR_MS) - first);
  const hourOf = (at: Date) => Math.floor(at.getTime() / HOUR_MS) - first;
  const hours = Array.from({ length: count }, () => ({
    raised: { high: 0, medium: 0, low: 0 },
    minutes: 0,
    flood: false,
  }));
  for (const { raisedAt, grade } of alarms) {
    const hour = hours[hourOf(raisedAt)];
    if (hour) hour.raised[grade]++;
  }
  for (const { hour, minutes } of desks) {
    const known = hours[hourOf(hour)];
    if (known) known.minutes += minutes;
  }
  for (const at of floods(alarms)) {
    const hour = hours[hourOf(at)];
    if (hour) hour.flood = true;
  }
  return hours.map(({ raised, minutes, flood }, i) => ({
    from: new Date((first + i) * HOUR_MS).toISOString(),
    raised,
    dispatcherHours: minutes / 60,
    perDispatcherHour: minutes === 0 ? null : ((raised.high + raised.medium + raised.low) * 60) / minutes,
    flood,
  }));
}

/** When more than {@link ALARM_RATE}'s alarms fell within its minutes; the alarms must be in order of time. */
function floods(alarms: readonly Raised[]): Date[] {
  const { alarms: most, minutes } = ALARM_RATE.flood;
  return alarms.flatMap(({ raisedAt }, i) => {
    const before = alarms[i - most];
    return before && raisedAt.getTime() - before.raisedAt.getTime() <= minutes * 60_000 ? [raisedAt] : [];
  });
}
