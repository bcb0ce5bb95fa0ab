import {
  ETIME_OF_STEP,
  MISSION_STEPS,
  MISSION_TRANSITIONS,
  type Mission,
  type MissionState,
  type MissionStep,
} from '#contracts';

/** The place of a state in the order of the work; -1 for an end such as refused or cancelled. */
export const rankOf = (state: MissionState) => MISSION_STEPS.indexOf(state as MissionStep);

/** What the one big button reports; null when there is nothing more to report. */
export function nextStep(state: MissionState): MissionStep | null {
  const rank = rankOf(state);
  return rank < 0 ? null : (MISSION_STEPS[rank + 1] ?? null);
}

/** A patient is carried to somewhere: the hospital must be known when the scene is left. */
export const needsHospital = (step: MissionStep, { hospitalId }: Pick<Mission, 'hospitalId'>) =>
  step === 'left_scene' && hospitalId === null;

/** The job may end at the scene, with an outcome, when nobody is carried. */
export const canEndAtScene = (state: MissionState) =>
  MISSION_TRANSITIONS[state].includes('completed') && rankOf(state) < rankOf('left_scene');

/** Where a correction leads back to after `reported` was tapped at `from`; null where the server has no way back. */
export function undoTarget(from: MissionState, reported: MissionStep): MissionStep | null {
  if (reported === 'completed' || rankOf(from) < rankOf('acknowledged')) return null;
  return MISSION_STEPS[rankOf(from)] ?? null;
}

/** The steps a crew sees, each with its time once there is one. */
export const SHOWN_STEPS = MISSION_STEPS.slice(1);

export const timeOfStep = ({ times }: Pick<Mission, 'times'>, step: MissionStep) =>
  times.find(({ etime }) => etime === ETIME_OF_STEP[step]) ?? null;

/** A step without a time can be written in afterwards, except the end of the job: that is an act of its own. */
export const canRecordLate = (mission: Pick<Mission, 'state' | 'times'>, step: MissionStep) =>
  rankOf(mission.state) >= rankOf('acknowledged') && step !== 'completed' && timeOfStep(mission, step) === null;
