import { CALL_REASONS, ReasonKey, SEXES, Sex, type Incident, type Patient } from '#contracts';
import { Button, CONSOLE, Field, INTAKE, useTexts } from '#web';
import { useState, type KeyboardEvent } from 'react';
import type { Amending, Changes } from './use-amend.js';

const number = (text: string, most: number): number | null =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) <= most ? Number(text) : null;

/** A field that is sent when it is left or Enter is pressed, and only if it says something else. */
function Corrected(props: {
  label: string;
  value: string;
  /** Null: it cannot be taken as it is. */
  changesOf: (text: string) => Changes | null;
  amending: Amending;
  fault: string;
  numeric?: boolean;
  maxLength: number;
}) {
  const { value, amending, changesOf } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const commit = () => {
    if (typed === null || typed.trim() === value) return setTyped(null);
    const changes = changesOf(typed.trim());
    setWrong(changes === null);
    if (changes) void amending.amend(changes).then((taken) => taken && setTyped(null));
  };
  return (
    <Field label={props.label} fault={wrong ? props.fault : null}>
      {(ids) => (
        <input
          {...ids}
          className={`input ${props.numeric ? 'tn' : ''}`}
          autoComplete="off"
          inputMode={props.numeric ? 'numeric' : undefined}
          maxLength={props.maxLength}
          value={typed ?? value}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event: KeyboardEvent) => {
            if ((event.code === 'Enter' || event.code === 'NumpadEnter') && !event.ctrlKey) commit();
          }}
        />
      )}
    </Field>
  );
}

/** Corrects what was typed, in place: one command for each field, as it is left. */
export function FactsForm(props: { incident: Incident; amending: Amending; onDone: () => void }) {
  const { t } = useTexts();
  const { incident, amending } = props;
  const [patient = {}, ...others] = incident.patients;
  const withPatient = (changed: Patient): Changes => ({ patients: [{ ...patient, ...changed }, ...others] });
  const field = { amending, fault: t(CONSOLE.patientCountWrong) };
  return (
    <div className="facts-form" role="group" aria-label={t(INTAKE.correctFacts)}>
      <Field label={t(CONSOLE.reason)} className="facts-form-wide">
        {(ids) => (
          <select
            {...ids}
            className="input"
            autoFocus
            value={incident.reason}
            onChange={(event) => void amending.amend({ reason: ReasonKey.parse(event.target.value) })}
          >
            {ReasonKey.options.map((key) => (
              <option key={key} value={key}>
                {t(CALL_REASONS[key])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Corrected
        {...field}
        label={t(CONSOLE.patientCount)}
        numeric
        maxLength={3}
        value={String(incident.patientCount)}
        changesOf={(text) => {
          const count = number(text, 999);
          return count === null ? null : { patientCount: count };
        }}
      />
      <Corrected
        {...field}
        label={t(CONSOLE.age)}
        numeric
        maxLength={3}
        fault={t(CONSOLE.ageWrong)}
        value={patient.ageYears == null ? '' : String(patient.ageYears)}
        changesOf={(text) => {
          const ageYears = number(text, 130);
          return text !== '' && ageYears === null ? null : withPatient({ ageYears });
        }}
      />
      <Field label={t(CONSOLE.sex)}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={patient.sex ?? ''}
            onChange={(event) =>
              void amending.amend(withPatient({ sex: Sex.nullable().parse(event.target.value || null) }))
            }
          >
            <option value="">–</option>
            {Sex.options.map((sex) => (
              <option key={sex} value={sex}>
                {t(SEXES[sex])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Corrected
        {...field}
        label={t(INTAKE.patientName)}
        maxLength={120}
        value={patient.name ?? ''}
        changesOf={(name) => withPatient({ name })}
      />
      <Corrected
        {...field}
        label={t(CONSOLE.phone)}
        maxLength={60}
        value={incident.callerPhone ?? ''}
        changesOf={(callerPhone) => ({ callerPhone })}
      />
      <Corrected
        {...field}
        label={t(CONSOLE.caller)}
        maxLength={120}
        value={incident.callerName}
        changesOf={(callerName) => ({ callerName })}
      />
      <div className="actions facts-form-wide">
        <Button className="small" onClick={props.onDone}>
          {t(INTAKE.correctDone)}
        </Button>
      </div>
    </div>
  );
}
