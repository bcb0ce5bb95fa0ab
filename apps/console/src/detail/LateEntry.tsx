import { ETIME_OF_STEP, MISSION_STATES, type Mission, type MissionStep } from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  CONSOLE,
  Field,
  formatDay,
  formatClock,
  instantOf,
  serverNow,
  useCommand,
  useTexts,
} from '#web';
import { useState } from 'react';
import { useReturnFocus } from '../focus.js';
import { missingSteps, pastSteps, timeOf } from './steps.js';

/** Writes a time after the fact, or takes the mission back to an earlier step; either way with author and reason. */
export function LateEntry({ mission, onDone }: { mission: Mission; onDone: () => void }) {
  const { t, say } = useTexts();
  useReturnFocus();
  const steps = pastSteps(mission);
  const known = (of: MissionStep) => timeOf(mission, ETIME_OF_STEP[of])?.at;
  const [step, setStep] = useState<MissionStep>(missingSteps(mission)[0] ?? steps.at(-1) ?? 'notified');
  const [day, setDay] = useState(formatDay(known(step) ?? serverNow()));
  const [time, setTime] = useState(formatClock(known(step) ?? serverNow()));
  const [because, setBecause] = useState('');
  const [tried, setTried] = useState(false);
  const late = useCommand('mission.recordLate');
  const correction = useCommand('mission.correctTime');
  const back = useCommand('mission.correct');
  const failure = late.failure ?? correction.failure ?? back.failure;
  const given = because.trim() !== '';
  const choose = (chosen: MissionStep) => {
    setStep(chosen);
    setDay(formatDay(known(chosen) ?? serverNow()));
    setTime(formatClock(known(chosen) ?? serverNow()));
  };
  /** A step without a time gets one as a late entry; a time that is there is corrected and stays on record. */
  const write = () => {
    const at = instantOf(day, time);
    return known(step)
      ? correction.run({ missionId: mission.id, etime: ETIME_OF_STEP[step], at, because })
      : late.run({ missionId: mission.id, step, at, because });
  };
  const go = async (work: () => Promise<object | null>) => {
    setTried(true);
    if (given && (await work())) onDone();
  };
  return (
    <div className="detail-form" role="group" aria-label={t(CONSOLE.lateEntry)}>
      <div className="fields-late">
        <Field label={t(CONSOLE.lateStep)}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              autoFocus
              value={step}
              onChange={(event) => choose(event.target.value as MissionStep)}
            >
              {steps.map((option) => (
                <option key={option} value={option}>
                  {t(MISSION_STATES[option])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t(CONSOLE.lateDay)}>
          {(ids) => (
            <input
              {...ids}
              className="input tn"
              type="date"
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(CONSOLE.lateTime)}>
          {(ids) => (
            <input
              {...ids}
              className="input tn"
              type="time"
              step="1"
              value={time}
              onChange={(event) => setTime(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label={t(CONSOLE.because)} fault={tried && !given ? t(CONSOLE.becauseMissing) : null}>
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
        <Button kind="primary" blockedBecause={day && time ? null : t(CONSOLE.lateTime)} onClick={() => void go(write)}>
          {t(known(step) ? CONSOLE.correctTime : CONSOLE.lateEntry)}
        </Button>
        <Button onClick={() => void go(() => back.run({ missionId: mission.id, step, because }))}>
          {t(CONSOLE.goBackDo)}
        </Button>
        <Button onClick={onDone}>{t(COMMON.cancel)}</Button>
      </div>
    </div>
  );
}
