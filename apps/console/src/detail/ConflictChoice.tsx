import {
  answersInWords,
  CALL_REASONS,
  CASE_TYPES,
  PRIORITIES,
  SEXES,
  type IncidentDetail,
  type Patient,
  type Wording,
} from '#contracts';
import { Button, INTAKE, formatHourMinute, useTexts } from '#web';
import type { AmendedField, Amending, Changes, Conflict } from './use-amend.js';

const FIELDS: Record<AmendedField, Wording> = {
  caseType: INTAKE.fieldCaseType,
  reason: INTAKE.fieldReason,
  answers: INTAKE.fieldAnswers,
  place: INTAKE.fieldPlace,
  patientCount: INTAKE.fieldPatientCount,
  patients: INTAKE.fieldPatients,
  priority: INTAKE.fieldPriority,
  callerPhone: INTAKE.fieldCallerPhone,
  callerName: INTAKE.fieldCallerName,
};

/** One field of a change or of the incident, as a person reads it. */
function useFieldWords(detail: IncidentDetail) {
  const { t } = useTexts();
  const patientWords = ({ name, sex, ageYears, condition }: Patient) =>
    [name, sex ? t(SEXES[sex]) : '', ageYears ?? '', condition].filter(Boolean).join(', ');
  const answerWords = (answers: Changes['answers']) =>
    detail.protocol
      ? answersInWords(answers ?? {}, detail.protocol)
          .map(({ question, answer }) => `${t(question)} ${t(answer)}`)
          .join(' · ')
      : '';
  const words: { [F in AmendedField]: (value: NonNullable<Changes[F]>) => string } = {
    caseType: (value) => t(CASE_TYPES[value]),
    reason: (value) => t(CALL_REASONS[value]),
    answers: answerWords,
    place: (value) => [value.address, value.access].filter(Boolean).join(' · '),
    patientCount: String,
    patients: (value) => value.map((patient) => patientWords(patient as Patient)).join('; '),
    priority: ({ level }) => `${level} – ${t(PRIORITIES[level])}`,
    callerPhone: String,
    callerName: String,
  };
  return (field: AmendedField, changes: Changes) => {
    const value = changes[field];
    return value === undefined ? '–' : (words[field] as (value: unknown) => string)(value) || '–';
  };
}

/** The present values of a conflict, in the shape of a change. */
const theirsOf = ({ current, changes }: Conflict): Changes => ({
  ...current,
  answers: Object.fromEntries(Object.keys(changes.answers ?? {}).map((key) => [key, current.answers[key] ?? ''])),
  priority: { level: current.priority, because: current.priorityReason ?? '' },
  callerPhone: current.callerPhone ?? '',
});

/** Who changed the field last, and when, as the history has it. */
function lastChange({ timeline }: IncidentDetail, field: AmendedField) {
  return timeline.findLast(
    ({ kind, facts }) => kind === 'incident.amended' && (facts['fields'] as string[] | undefined)?.includes(field),
  );
}

/** Both values, who and when; nothing is overwritten until one is chosen. */
export function ConflictChoice({ detail, amending }: { detail: IncidentDetail; amending: Amending }) {
  const { t } = useTexts();
  const wordsOf = useFieldWords(detail);
  const { conflict, keepMine, keepTheirs } = amending;
  if (!conflict) return null;
  return (
    <div className="conflict" role="alert">
      {conflict.fields.map((field) => {
        const change = lastChange(detail, field);
        return (
          <p key={field}>
            <strong>
              {t(INTAKE.conflict, {
                by: change?.by ?? '',
                field: t(FIELDS[field]),
                time: change ? formatHourMinute(change.at) : '',
              })}
            </strong>
            <span>{t(INTAKE.conflictTheirs, { value: wordsOf(field, theirsOf(conflict)) })}</span>
            <span>{t(INTAKE.conflictMine, { value: wordsOf(field, conflict.changes) })}</span>
          </p>
        );
      })}
      <div className="actions">
        <Button className="small" onClick={keepTheirs}>
          {t(INTAKE.keepTheirs)}
        </Button>
        <Button className="small" onClick={keepMine}>
          {t(INTAKE.keepMine)}
        </Button>
      </div>
    </div>
  );
}
