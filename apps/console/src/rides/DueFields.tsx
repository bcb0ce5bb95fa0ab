import type { HospitalId } from '#contracts';
import { Field, RIDES, formatDay, useBoard, useNow, useTexts } from '#web';
import { changeDraft, useDraft } from '../intake/use-draft.js';
import './rides.css';

/** For a transfer or a ride home: when it is due, and where to. */
export function DueFields() {
  const { t } = useTexts();
  const nowMs = useNow();
  const { reason, dueDay, dueTime, destinationId } = useDraft();
  const hospitals = useBoard((board) => board.hospitals);
  if (reason !== 'transfer' && reason !== 'homeward') return null;
  const sorted = Object.values(hospitals).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  return (
    <div className="due-fields">
      <Field label={t(RIDES.due)} hint={t(RIDES.dueHint)}>
        {(ids) => (
          <input
            {...ids}
            type="time"
            className="input tn"
            value={dueTime}
            onChange={(event) =>
              changeDraft({ dueTime: event.target.value, dueDay: dueDay === '' ? formatDay(nowMs) : dueDay })
            }
          />
        )}
      </Field>
      <Field label={t(RIDES.dueDay)}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            className="input tn"
            min={formatDay(nowMs)}
            value={dueDay}
            onChange={(event) => changeDraft({ dueDay: event.target.value })}
          />
        )}
      </Field>
      {reason === 'transfer' ? (
        <Field label={t(RIDES.destination)} className="due-destination">
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={destinationId ?? ''}
              onChange={(event) => changeDraft({ destinationId: (event.target.value || null) as HospitalId | null })}
            >
              <option value="">{t(RIDES.destinationNone)}</option>
              {sorted.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </div>
  );
}
