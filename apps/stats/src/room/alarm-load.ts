import { ALARM_RATE, type AlarmHour } from '#contracts';

/** The burden of a period, told in one line. */
export interface AlarmLoad {
  readonly raised: number;
  /** Of all hours with somebody at a console; null when there was none. */
  readonly perDispatcherHour: number | null;
  readonly floods: number;
  /** Hours beyond what must be looked into, or with a flood; the worst first. */
  readonly toReview: readonly AlarmHour[];
}

const raisedIn = ({ raised }: AlarmHour) => raised.high + raised.medium + raised.low;

/** Sums up hours of alarms; an hour without a dispatcher counts nothing against anybody. */
export function alarmLoadOf(hours: readonly AlarmHour[]): AlarmLoad {
  const staffed = hours.filter(({ dispatcherHours }) => dispatcherHours > 0);
  const dispatcherHours = staffed.reduce((sum, hour) => sum + hour.dispatcherHours, 0);
  const borne = staffed.reduce((sum, hour) => sum + raisedIn(hour), 0);
  return {
    raised: hours.reduce((sum, hour) => sum + raisedIn(hour), 0),
    perDispatcherHour: dispatcherHours > 0 ? borne / dispatcherHours : null,
    floods: hours.filter(({ flood }) => flood).length,
    toReview: hours
      .filter(({ flood, perDispatcherHour }) => flood || (perDispatcherHour ?? 0) > ALARM_RATE.reviewPerHour)
      .sort((a, b) => (b.perDispatcherHour ?? 0) - (a.perDispatcherHour ?? 0)),
  };
}
