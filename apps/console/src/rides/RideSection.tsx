import type { Incident } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  Field,
  RIDES,
  formatDateTime,
  formatDay,
  formatHourMinute,
  instantOf,
  useBoard,
  useCommand,
  useNow,
  useTexts,
} from '#web';
import { useState } from 'react';
import { untilWords } from './until.js';
import './rides.css';

function Reschedule({ incident, dueAt, onDone }: { incident: Incident; dueAt: string; onDone: () => void }) {
  const { t, say } = useTexts();
  const [day, setDay] = useState(formatDay(dueAt));
  const [time, setTime] = useState(formatHourMinute(dueAt));
  const [because, setBecause] = useState('');
  const [tried, setTried] = useState(false);
  const { run, failure, sending } = useCommand('incident.reschedule');
  const save = async () => {
    setTried(true);
    if (because.trim() === '' || day === '' || time === '') return;
    const changed = await run({ incidentId: incident.id, dueAt: instantOf(day, time), because });
    if (changed) onDone();
  };
  return (
    <form
      className="due-fields"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t(RIDES.dueTime)}>
        {(ids) => (
          <input
            {...ids}
            type="time"
            className="input tn"
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        )}
      </Field>
      <Field label={t(RIDES.dueDay)}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            className="input tn"
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t(RIDES.because)}
        className="due-destination"
        fault={tried && because.trim() === '' ? t(RIDES.becauseMissing) : null}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={300}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      <div className="actions">
        <Button type="submit" aria-busy={sending}>
          {t(RIDES.reschedule)}
        </Button>
        <Button onClick={onDone}>{t(COMMON.cancel)}</Button>
      </div>
    </form>
  );
}

/** When the ride is due, when its order goes out, where it goes; and another time for it. */
export function RideSection({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const nowMs = useNow();
  const [changing, setChanging] = useState(false);
  const hospital = useBoard((board) => board.hospitals[incident.destinationId ?? '']);
  const { dueAt, startAt, state } = incident;
  if (!dueAt) return null;
  const ahead = state === 'scheduled' || state === 'waiting' || state === 'taken';
  return (
    <section className="ride" aria-label={t(RIDES.due)}>
      <p className="tn">
        <b>{t(RIDES.dueAt, { time: formatDateTime(dueAt) })}</b>
        {ahead ? ` · ${untilWords(dueAt, nowMs, t)}` : ''}
        {startAt && state === 'scheduled' ? ` · ${t(RIDES.startsAt, { time: formatHourMinute(startAt) })}` : ''}
        {hospital ? ` · ${t(RIDES.destination)} ${hospital.name}` : ''}
      </p>
      {ahead && !changing ? (
        <Button className="small" onClick={() => setChanging(true)}>
          {t(RIDES.reschedule)}
        </Button>
      ) : null}
      {changing ? <Reschedule incident={incident} dueAt={dueAt} onDone={() => setChanging(false)} /> : null}
    </section>
  );
}
