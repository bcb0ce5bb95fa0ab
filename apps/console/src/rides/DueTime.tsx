import type { Incident } from '#contracts';
import { formatDate, formatHourMinute, useNow, useTexts } from '#web';
import { untilWords } from './until.js';

/** When a ride is due, and how long that is from now; with the day when it is not today's. */
export function DueTime({ incident: { dueAt } }: { incident: Pick<Incident, 'dueAt'> }) {
  const { t } = useTexts();
  const nowMs = useNow();
  if (!dueAt) return null;
  const today = formatDate(dueAt) === formatDate(nowMs);
  return (
    <>
      <span className="timer tn" data-late={new Date(dueAt).getTime() < nowMs || undefined}>
        {formatHourMinute(dueAt)}
      </span>
      <span className="tn">
        {today ? '' : `${formatDate(dueAt).slice(0, 5)} `}
        {untilWords(dueAt, nowMs, t)}
      </span>
    </>
  );
}
