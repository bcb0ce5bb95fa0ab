import {
  CANCEL_REASONS,
  ETIMES,
  ETIME_OF_STEP,
  MISSION_OUTCOMES,
  MISSION_STATES,
  MISSION_STEPS,
  OVERRIDE_REASONS,
  TIME_SOURCES,
  isActiveMission,
  type Mission,
  type MissionStep,
} from '#contracts';
import {
  Banner,
  Button,
  COMMON,
  CONSOLE,
  SENDING,
  LevelTag,
  UnitStatusMark,
  formatClock,
  send,
  useBoard,
  useCommand,
  useTexts,
} from '#web';
import { useState } from 'react';
import { HospitalChoice } from '../hospitals/HospitalChoice.js';
import { ReasonPicker } from '../layout/ReasonPicker.js';
import { useMay } from '../may.js';
import { remember } from '../undo/undo.js';
import { LateEntry } from './LateEntry.js';
import { missingSteps, nextStep, pastSteps, timeOf } from './steps.js';

function Times({ mission }: { mission: Mission }) {
  const { t } = useTexts();
  const missing = missingSteps(mission);
  return (
    <dl className="mission-times" aria-label={t(CONSOLE.times)}>
      {MISSION_STEPS.map((step) => {
        const etime = ETIME_OF_STEP[step];
        const time = timeOf(mission, etime);
        if (!time && !missing.includes(step)) return null;
        return (
          <div
            key={step}
            title={time ? [t(TIME_SOURCES[time.source]), time.by, time.because].filter(Boolean).join(' · ') : undefined}
          >
            <dt>{t(ETIMES[etime])}</dt>
            <dd className="tn" data-missing={time ? undefined : true}>
              {time ? formatClock(time.at) : '–'}
              {time && time.source === 'late_entry' ? '*' : ''}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

type Open = 'cancel' | 'late' | 'outcome' | null;

function Actions({ mission, callSign }: { mission: Mission; callSign: string }) {
  const { t, say } = useTexts();
  const [open, setOpen] = useState<Open>(null);
  const report = useCommand('mission.report');
  const cancel = useCommand('mission.cancel');
  const next = nextStep(mission);
  const close = () => setOpen(null);
  const recordStep = async (step: MissionStep) => {
    const { id: missionId, state } = mission;
    if (!(await report.run({ missionId, step }))) return;
    const back = MISSION_STEPS.find((known) => known === state);
    remember({
      panel: 'incident',
      words: { vi: `${callSign}: ${MISSION_STATES[step].vi}`, en: `${callSign}: ${MISSION_STATES[step].en}` },
      undo:
        back && back !== 'notified'
          ? [() => send('mission.correct', { missionId, step: back, because: t(COMMON.undo) })]
          : [],
      correction: SENDING.correctStatus,
    });
  };
  const failure = report.failure ?? cancel.failure;
  const mayCancel =
    mission.state === 'acknowledged' ||
    mission.state === 'en_route' ||
    mission.state === 'on_scene' ||
    mission.state === 'notified';
  if (open === 'late') return <LateEntry mission={mission} onDone={close} />;
  if (open === 'cancel')
    return (
      <ReasonPicker
        title={t(CONSOLE.cancelMissionWhy, { callSign })}
        words={CANCEL_REASONS}
        onCancel={close}
        onChoose={(reason) => void cancel.run({ missionId: mission.id, reason }).then(close)}
      />
    );
  if (open === 'outcome')
    return (
      <ReasonPicker
        title={t(CONSOLE.outcome)}
        words={MISSION_OUTCOMES}
        onCancel={close}
        onChoose={(outcome) => void report.run({ missionId: mission.id, step: 'completed', outcome }).then(close)}
      />
    );
  return (
    <>
      {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      <div className="actions">
        {next && (mission.state !== 'notified' || mission.orderedBecause) ? (
          <Button
            aria-busy={report.sending}
            onClick={() => (next === 'completed' ? setOpen('outcome') : void recordStep(next))}
          >
            {t(CONSOLE.recordStep, { step: t(MISSION_STATES[next]) })}
          </Button>
        ) : null}
        {pastSteps(mission).length > 0 ? <Button onClick={() => setOpen('late')}>{t(CONSOLE.correct)}</Button> : null}
        {mayCancel ? (
          <Button kind="danger" onClick={() => setOpen('cancel')}>
            {t(CONSOLE.cancelMission)}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** One vehicle's job: where it stands, its times and who wrote them, and what the room can record for the crew. */
export function MissionCard({ mission }: { mission: Mission }) {
  const { t } = useTexts();
  const unit = useBoard((board) => board.units[mission.vehicleId]);
  const may = useMay('mission.cancel');
  const active = isActiveMission(mission.state);
  const callSign = unit?.callSign ?? '?';
  return (
    <article className="mission" aria-label={callSign}>
      <div className="mission-head">
        <b className="tn">{callSign}</b>
        {unit ? <LevelTag level={unit.level} /> : null}
        {active && unit ? (
          <UnitStatusMark status={unit.status} />
        ) : (
          <span>
            {t(MISSION_STATES[mission.state])}
            {mission.outcome ? `: ${t(MISSION_OUTCOMES[mission.outcome])}` : ''}
            {mission.cancelReason ? `: ${t(CANCEL_REASONS[mission.cancelReason])}` : ''}
          </span>
        )}
      </div>
      {mission.orderedBecause ? (
        <p className="mission-ordered">
          {t(CONSOLE.orderDirectly)}: {t(OVERRIDE_REASONS[mission.orderedBecause])}
        </p>
      ) : null}
      <Times mission={mission} />
      {active && may ? <HospitalChoice mission={mission} /> : null}
      {may && (active || mission.state === 'completed') ? <Actions mission={mission} callSign={callSign} /> : null}
    </article>
  );
}
