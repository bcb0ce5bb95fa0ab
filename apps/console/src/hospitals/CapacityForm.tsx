import {
  CAPACITY_STATES,
  CAPACITY_SUBJECTS,
  CapacityState,
  CapacitySubject,
  type Capacity,
  type HospitalId,
} from '#contracts';
import { Banner, Button, COMMON, Field, Segments, SENDING, send, useBoard, useTexts } from '#web';
import { useState } from 'react';
import { useAct } from '../detail/use-act.js';
import { inWords, remember } from '../undo/undo.js';

const HOURS = [1, 2, 4, 8] as const;

/** What a hospital said on the telephone: a state for each thing it has, and until when that holds. */
export function CapacityForm({ hospitalId, onDone }: { hospitalId: HospitalId; onDone: () => void }) {
  const { t, say } = useTexts();
  const hospital = useBoard((board) => board.hospitals[hospitalId]);
  const before = useBoard((board) => board.capacities[hospitalId]);
  const [states, setStates] = useState<Capacity['states']>(before?.states ?? {});
  const [hours, setHours] = useState<string>(String(HOURS[1]));
  const [note, setNote] = useState('');
  const { run, sending, failure } = useAct();
  const subjects: CapacitySubject[] = ['emergency', 'ct', ...(hospital?.capabilities ?? [])];
  const name = hospital?.name ?? '?';
  const save = async () => {
    const minutes = Number(hours) * 60;
    const done = await run(() => send('hospital.setCapacity', { hospitalId, states, note, minutes }));
    if (!done) return;
    remember({
      panel: 'incident',
      words: inWords(SENDING.capacityDone, { hospital: name }),
      undo: [
        () =>
          send('hospital.setCapacity', {
            hospitalId,
            states: before?.states ?? {},
            note: before?.note ?? '',
            minutes,
          }),
      ],
      correction: SENDING.correctCapacity,
    });
    onDone();
  };
  return (
    <form
      className="capacity-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="capacity-title">{t(SENDING.capacityTitle, { hospital: name })}</p>
      {subjects.map((subject) => (
        <div key={subject} className="capacity-row">
          <span>{t(CAPACITY_SUBJECTS[subject])}</span>
          <Segments
            label={t(CAPACITY_SUBJECTS[subject])}
            value={states[subject] ?? ('' as CapacityState)}
            onChange={(state) => setStates({ ...states, [subject]: state })}
            choices={CapacityState.options.map((state) => ({ value: state, label: t(CAPACITY_STATES[state]) }))}
          />
        </div>
      ))}
      <div className="capacity-row">
        <span>{t(SENDING.capacityFor)}</span>
        <Segments
          label={t(SENDING.capacityFor)}
          value={hours}
          onChange={setHours}
          choices={HOURS.map((n) => ({ value: String(n), label: t(SENDING.capacityMinutes, { n }) }))}
        />
      </div>
      <Field label={t(SENDING.capacityNote)}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            value={note}
            maxLength={200}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      <div className="actions">
        <Button type="submit" kind="primary" aria-busy={sending}>
          {t(SENDING.capacitySave)}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t(COMMON.cancel)}
        </Button>
      </div>
    </form>
  );
}
