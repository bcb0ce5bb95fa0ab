import { ETIME_OF_STEP, ETIMES, type CommandBody, type Mission, type MissionStep } from '#contracts';
import { CREW, formatClock, formatHourMinute, useTexts } from '#web';
import { IconCheck, IconCircle, IconCircleDot, IconClockEdit } from '@tabler/icons-react';
import { useOutbox } from '../outbox/use-outbox.js';
import { canRecordLate, nextStep, rankOf, SHOWN_STEPS, timeOfStep } from './steps.js';

/** The steps with their times. A step that was passed without a tap can be written in late. */
export function StepList({ mission, onLate }: { mission: Mission; onLate: (step: MissionStep) => void }) {
  const { t } = useTexts();
  return (
    <ol className="steps" aria-label={t(CREW.steps)}>
      {SHOWN_STEPS.map((step) => (
        <StepLine key={step} step={step} mission={mission} onLate={onLate} />
      ))}
    </ol>
  );
}

function StepLine({
  step,
  mission,
  onLate,
}: {
  step: MissionStep;
  mission: Mission;
  onLate: (step: MissionStep) => void;
}) {
  const { t } = useTexts();
  const waiting = useOutbox(({ entries }) =>
    entries.some(
      ({ name, body, refusal }) =>
        !refusal &&
        (name === 'mission.report' || name === 'mission.recordLate') &&
        (body as CommandBody<'mission.report'>).step === step,
    ),
  );
  const time = timeOfStep(mission, step);
  const next = step === nextStep(mission.state);
  const words = t(ETIMES[ETIME_OF_STEP[step]]);
  const expected = next && step === 'on_scene' ? expectedArrival(mission) : null;
  return (
    <li className={time ? 'step step-done' : next ? 'step step-next' : 'step'} aria-current={next ? 'step' : undefined}>
      {time ? (
        <IconCheck size={18} stroke={3} aria-hidden />
      ) : next ? (
        <IconCircleDot size={18} aria-hidden />
      ) : (
        <IconCircle size={18} aria-hidden />
      )}
      <span>{words}</span>
      {waiting ? <em>{t(CREW.notSentYet)}</em> : null}
      {time?.source === 'late_entry' ? <em>{t(CREW.lateMark)}</em> : null}
      {time ? <b className="tn">{formatClock(time.at)}</b> : null}
      {expected ? <b className="tn">{t(CREW.expectedAt, { time: formatHourMinute(expected) })}</b> : null}
      {canRecordLate(mission, step) && (rankOf(step) < rankOf(mission.state) || next) ? (
        <button type="button" aria-label={t(CREW.recordLateOf, { step: words })} onClick={() => onLate(step)}>
          <IconClockEdit size={22} aria-hidden />
          {t(CREW.recordLate)}
        </button>
      ) : null}
    </li>
  );
}

/** When the vehicle was promised at the scene, from the moment of sending. */
function expectedArrival(mission: Mission): number | null {
  const sent = timeOfStep(mission, 'notified');
  return sent && mission.etaSeconds !== null ? new Date(sent.at).getTime() + mission.etaSeconds * 1000 : null;
}
