import { CALL_OUTCOMES, SEXES, Sex } from '#contracts';
import { Banner, Button, CONSOLE, Field, INTAKE, Panel, Timer, useTexts } from '#web';
import { IconCheck } from '@tabler/icons-react';
import { DraftDuplicate } from '../duplicates/DraftDuplicate.js';
import { CloseWork } from '../layout/CloseWork.js';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { InstructionsPanel } from '../instructions/InstructionsPanel.js';
import { openInstructions } from '../instructions/use-instructions.js';
import { useProtocol } from '../protocols/use-protocols.js';
import { KeptCalls } from './KeptCalls.js';
import { CallerLine } from '../rings/CallerLine.js';
import { PhonePositionLine } from '../positions/PhonePositionLine.js';
import { DraftLink } from '../links/DraftLink.js';
import { DueFields } from '../rides/DueFields.js';
import { LevelCard } from './LevelCard.js';
import { PlaceField } from './PlaceField.js';
import { PrealertLine } from './PrealertLine.js';
import { ReasonField } from './ReasonField.js';
import { Screening } from './Screening.js';
import { faultsOf, type Draft } from './draft.js';
import { abandonDraft, endCall, saveDraft, useIntake } from './save.js';
import { anotherCall } from './begin-call.js';
import { changeDraft, useDraft } from './use-draft.js';
import './intake.css';

type TextKey = 'phone' | 'callerName' | 'access' | 'patientCount' | 'ageYears' | 'note';
const bind = (draft: Draft, key: TextKey) => ({
  name: key,
  value: draft[key],
  autoComplete: 'off',
  onChange: (event: { target: { value: string } }) => changeDraft({ [key]: event.target.value }),
});

function OnTheLine() {
  const { t } = useTexts();
  const receivedAt = useDraft((draft) => draft.receivedAt);
  if (!receivedAt) return null;
  return (
    <span className="on-the-line">
      {t(CONSOLE.onTheLine)} <Timer since={receivedAt} />
    </span>
  );
}

function CallerFields() {
  const { t } = useTexts();
  const draft = useDraft();
  return (
    <div className="fields-caller">
      <Field label={t(CONSOLE.phone)}>
        {(ids) => (
          <input
            {...ids}
            {...bind(draft, 'phone')}
            className="input phone tn"
            inputMode="tel"
            data-entry
            maxLength={60}
          />
        )}
      </Field>
      <Field label={t(CONSOLE.caller)}>
        {(ids) => <input {...ids} {...bind(draft, 'callerName')} className="input" maxLength={120} />}
      </Field>
    </div>
  );
}

function PatientFields({ faults }: { faults: readonly string[] }) {
  const { t } = useTexts();
  const draft = useDraft();
  return (
    <div className="fields-reason">
      <ReasonField fault={faults.includes('reason') ? t(CONSOLE.reasonMissing) : null} />
      <Field
        label={t(CONSOLE.patientCount)}
        fault={faults.includes('patientCount') ? t(CONSOLE.patientCountWrong) : null}
      >
        {(ids) => (
          <input {...ids} {...bind(draft, 'patientCount')} className="input tn" inputMode="numeric" maxLength={3} />
        )}
      </Field>
      <Field label={t(CONSOLE.age)} fault={faults.includes('ageYears') ? t(CONSOLE.ageWrong) : null}>
        {(ids) => (
          <input {...ids} {...bind(draft, 'ageYears')} className="input tn" inputMode="numeric" maxLength={3} />
        )}
      </Field>
      <Field label={t(CONSOLE.sex)}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={draft.sex}
            onChange={(event) => changeDraft({ sex: event.target.value as Draft['sex'] })}
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
    </div>
  );
}

function Actions() {
  const { t } = useTexts();
  const { sending, ending } = useIntake();
  if (ending)
    return (
      <ReasonPicker
        title={t(CONSOLE.endCall)}
        words={CALL_OUTCOMES}
        disabled={sending}
        onChoose={(outcome) => void endCall(outcome)}
        onCancel={() => useIntake.setState({ ending: false })}
      />
    );
  return (
    <div className="actions intake-actions">
      <Button onClick={() => useIntake.setState({ ending: true, done: null })}>{t(CONSOLE.notEmergency)}</Button>
      <Button keyCap="Ctrl S" aria-busy={sending} onClick={() => void saveDraft(false)}>
        {t(CONSOLE.saveOnly)}
      </Button>
      <span className="grow" />
      <Button kind="primary" keyCap="Ctrl ↵" aria-busy={sending} onClick={() => void saveDraft(true)}>
        {t(CONSOLE.saveAndChoose)}
      </Button>
    </div>
  );
}

function Answer() {
  const { say } = useTexts();
  const { failure, done } = useIntake();
  const nextCall = useDraft((draft) => draft.receivedAt !== null);
  if (failure) return <Banner tone="fault">{say(failure.message)}</Banner>;
  if (!done || nextCall) return null;
  return (
    <Banner tone="good" icon={<IconCheck size={16} aria-hidden />}>
      {say(done.wording, { number: done.number })}
    </Banner>
  );
}

/** The call on the line. Only place and reason are needed to save it. */
export function IntakeForm() {
  const { t } = useTexts();
  const draft = useDraft();
  const { tried } = useIntake();
  const protocol = useProtocol(draft.reason ?? 'other');
  const faults = tried ? faultsOf(draft) : [];
  return (
    <Panel
      id="intake"
      title={t(CONSOLE.intake)}
      keyCap="F2"
      controls={
        <>
          <span className="grow" />
          <OnTheLine />
          {draft.receivedAt ? (
            <Button kind="quiet" className="small" onClick={abandonDraft}>
              {t(CONSOLE.clearDraft)}
            </Button>
          ) : null}
          <CloseWork />
        </>
      }
    >
      <form className="intake" onSubmit={(event) => event.preventDefault()} noValidate>
        <KeptCalls />
        <InstructionsPanel answers={draft.answers} protocol={protocol} />
        <CallerFields />
        <CallerLine phone={draft.phone} />
        <PlaceField fault={faults.includes('place') ? t(CONSOLE.placeMissing) : null} />
        <PhonePositionLine />
        <Field label={t(CONSOLE.access)} hint={t(CONSOLE.accessHint)}>
          {(ids) => <input {...ids} {...bind(draft, 'access')} className="input" maxLength={300} />}
        </Field>
        <PatientFields faults={faults} />
        <DueFields />
        <Screening />
        <LevelCard />
        <PrealertLine />
        <div className="actions">
          <Button className="small" keyCap="Alt H" onClick={openInstructions}>
            {t(INTAKE.instructions)}
          </Button>
          {draft.receivedAt ? (
            <Button className="small" kind="quiet" onClick={anotherCall}>
              {t(INTAKE.anotherCall)}
            </Button>
          ) : null}
        </div>
        <DraftLink />
        <DraftDuplicate />
        <Field label={t(CONSOLE.notes)} className="intake-notes">
          {(ids) => <textarea {...ids} {...bind(draft, 'note')} className="input" maxLength={2000} />}
        </Field>
        <Answer />
        <Actions />
      </form>
    </Panel>
  );
}
