import type { Account, RoomShift } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  EmptyState,
  SHIFT_LOG,
  Skeleton,
  formatDay,
  formatHourMinute,
  instantOf,
  useTexts,
} from '#web';
import { useState } from 'react';
import { Entry } from './Entry.js';
import { useShiftLog } from './use-shift-log.js';
import { WriteForm } from './WriteForm.js';
import './shift-log.css';

const DAY_MS = 86_400_000;
const dayFrom = (day: string, days: number) => formatDay(Date.parse(instantOf(day, '12:00')) + days * DAY_MS);

function Shift({ shift, current }: { shift: RoomShift; current: boolean }) {
  const { t } = useTexts();
  const from = formatHourMinute(shift.startsAt);
  const to = formatHourMinute(shift.endsAt);
  return (
    <section className="log-shift" aria-label={t(SHIFT_LOG.shift, { from, to })}>
      <h2 className="tn">
        {t(SHIFT_LOG.shift, { from, to })} {current ? <span className="tag">{t(SHIFT_LOG.now)}</span> : null}
      </h2>
      {shift.entries.length === 0 ? <p>{t(SHIFT_LOG.none)}</p> : null}
      <ol>
        {shift.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

/** What one shift leaves to the next, by day; the newest shift on top, printable. */
export function ShiftLogPage({ account }: { account: Account }) {
  const { t, say } = useTexts();
  const [day, setDay] = useState<string | null>(null);
  const { log, failure, again } = useShiftLog(day);
  const current = log?.shifts.find(({ startsAt }) => startsAt === log.current);
  const received = current?.entries.some(({ kind, by }) => kind === 'received' && by === account.name) ?? false;
  return (
    <div className="log-page">
      <header className="log-head">
        <h1>{t(SHIFT_LOG.title)}</h1>
        {log ? (
          <>
            <Button onClick={() => setDay(dayFrom(log.day, -1))}>{t(SHIFT_LOG.before)}</Button>
            <input
              type="date"
              className="input tn"
              aria-label={t(SHIFT_LOG.day)}
              value={log.day}
              onChange={(event) => event.target.value && setDay(event.target.value)}
            />
            <Button onClick={() => setDay(dayFrom(log.day, 1))}>{t(SHIFT_LOG.after)}</Button>
          </>
        ) : null}
        <span className="grow" />
        <Button onClick={() => window.print()}>{t(SHIFT_LOG.print)}</Button>
        <a className="button" href="/console/">
          {t(SHIFT_LOG.back)}
        </a>
      </header>
      <main>
        {failure ? (
          <Banner tone="fault" action={<Button onClick={again}>{t(COMMON.retry)}</Button>}>
            {say(failure.message)}
          </Banner>
        ) : null}
        {!log && !failure ? <Skeleton rows={4} rowHeight={60} label={t(COMMON.loading)} /> : null}
        {current ? <WriteForm received={received} onWritten={again} /> : null}
        {log?.shifts.length === 0 ? <EmptyState title={t(SHIFT_LOG.noShift)} /> : null}
        {log?.shifts.toReversed().map((shift) => (
          <Shift key={shift.startsAt} shift={shift} current={shift.startsAt === log.current} />
        ))}
      </main>
    </div>
  );
}
