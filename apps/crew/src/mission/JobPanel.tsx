import {
  ETIME_OF_STEP,
  ETIMES,
  type CrewView,
  type HospitalId,
  type Incident,
  type LngLat,
  type Mission,
  type MissionOutcome,
  type MissionStep,
} from '#contracts';
import { CREW, useNow, useTexts } from '#web';
import { useState } from 'react';
import { CasualtyCounter } from '../casualties/CasualtyCounter.js';
import { usePosition } from '../device/use-position.js';
import { deviceInstant, tap } from '../outbox/use-outbox.js';
import { HospitalChoice } from './HospitalChoice.js';
import { JobFacts, JobHead } from './JobFacts.js';
import { LateEntry } from './LateEntry.js';
import { NextStep } from './NextStep.js';
import { OutcomeChoice } from './OutcomeChoice.js';
import { StepList } from './StepList.js';
import { needsHospital, nextStep, undoTarget } from './steps.js';
import { UndoBar, type Reported } from './UndoBar.js';
import './job.css';

type Open = { sheet: 'hospital'; thenLeave: boolean } | { sheet: 'outcome' } | { sheet: 'late'; step: MissionStep };

/** The job: what it is, how far it is, and the one button that says what comes next. */
export function JobPanel(props: { view: CrewView; mission: Mission; incident: Incident; from: LngLat | null }) {
  const { view, mission, incident, from } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState<Open | null>(null);
  const [last, setLast] = useState<Reported | null>(null);
  const nowMs = useNow();
  const step = nextStep(mission.state);

  const report = (reported: MissionStep, more: { hospitalId?: HospitalId; outcome?: MissionOutcome } = {}) => {
    const fix = usePosition.getState().fix;
    const deviceAt = deviceInstant();
    tap('mission.report', {
      missionId: mission.id,
      step: reported,
      deviceAt,
      ...(fix ? { position: fix.at } : {}),
      ...more,
    });
    navigator.vibrate?.(60);
    setLast({ step: reported, back: undoTarget(mission.state, reported), atMs: nowMs });
    setOpen(null);
  };
  const press = () => {
    if (!step) return;
    if (needsHospital(step, mission)) setOpen({ sheet: 'hospital', thenLeave: true });
    else report(step);
  };
  const choose = (hospitalId: HospitalId) => {
    if (open?.sheet === 'hospital' && open.thenLeave) return report('left_scene', { hospitalId });
    tap('mission.chooseHospital', { missionId: mission.id, hospitalId });
    setOpen(null);
  };
  const undo = ({ back }: Reported) => {
    if (back) tap('mission.correct', { missionId: mission.id, step: back, because: t(CREW.undoReason) });
    setLast(null);
  };

  return (
    <>
      <JobHead incident={incident} />
      <div className="job-scroll" tabIndex={0} role="group" aria-label={t(CREW.steps)}>
        <CasualtyCounter view={view} />
        <JobFacts view={view} onHospital={() => setOpen({ sheet: 'hospital', thenLeave: false })} />
        <StepList mission={mission} onLate={(late) => setOpen({ sheet: 'late', step: late })} />
      </div>
      <UndoBar last={last} words={last ? t(ETIMES[ETIME_OF_STEP[last.step]]) : ''} onUndo={undo} />
      {step ? (
        <NextStep mission={mission} step={step} onPress={press} onEndHere={() => setOpen({ sheet: 'outcome' })} />
      ) : null}
      {open?.sheet === 'hospital' ? (
        <HospitalChoice view={view} from={from} onChoose={choose} onClose={() => setOpen(null)} />
      ) : null}
      {open?.sheet === 'outcome' ? (
        <OutcomeChoice onChoose={(outcome) => report('completed', { outcome })} onClose={() => setOpen(null)} />
      ) : null}
      {open?.sheet === 'late' ? (
        <LateEntry
          step={open.step}
          notBefore={mission.times[0]?.at ?? mission.since}
          onRecord={(at, because) => {
            tap('mission.recordLate', { missionId: mission.id, step: open.step, at, because });
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
