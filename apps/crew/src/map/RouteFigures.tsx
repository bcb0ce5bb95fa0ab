import { CREW, formatDecimal, formatDuration, formatHourMinute, useTexts } from '#web';
import type { RouteState } from './use-route.js';

/** Minutes left, kilometres, time of arrival, and when this was worked out. */
export function RouteFigures({ state: { route, failure }, located }: { state: RouteState; located: boolean }) {
  const { t, say, language } = useTexts();
  if (!route)
    return failure || !located ? (
      <p className="route-figures route-figures-none">
        {failure ? t(CREW.routeFailed, { why: say(failure.message) }) : t(CREW.needsPosition)}
      </p>
    ) : null;
  const arrival = new Date(route.askedAt).getTime() + route.seconds * 1000;
  return (
    <dl className="route-figures tn">
      <div className="route-figures-first">
        <dd>{formatDuration(route.seconds)}</dd>
        <dt>{t(CREW.minutesLeft)}</dt>
      </div>
      <div>
        <dd>{formatDecimal(route.metres / 1000, 1, language)}</dd>
        <dt>{t(CREW.kilometresLeft)}</dt>
      </div>
      <div>
        <dd>{formatHourMinute(arrival)}</dd>
        <dt>{failure ? t(CREW.routeOld, { time: formatHourMinute(route.askedAt) }) : t(CREW.arrival)}</dt>
      </div>
    </dl>
  );
}
