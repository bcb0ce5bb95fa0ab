import {
  ETIME_OF_STEP,
  MISSION_STEPS,
  MISSION_TRANSITIONS,
  type ETime,
  type Mission,
  type MissionStep,
} from '#contracts';

const isStep = (state: string): state is MissionStep => (MISSION_STEPS as readonly string[]).includes(state);

/** The step that comes next in the order of the work; null at the end or after a cancellation. */
export function nextStep({ state }: Pick<Mission, 'state'>): MissionStep | null {
  if (!isStep(state)) return null;
  return (
    MISSION_STEPS.slice(MISSION_STEPS.indexOf(state) + 1).find((step) => MISSION_TRANSITIONS[state].includes(step)) ??
    null
  );
}

/** Steps behind the present one: a time may be written late for them, or the mission taken back to them. */
export function pastSteps({ state }: Pick<Mission, 'state'>): MissionStep[] {
  return isStep(state) ? MISSION_STEPS.slice(0, MISSION_STEPS.indexOf(state)) : [];
}

/** The time that counts for each step: the last one written. */
export const timeOf = ({ times }: Pick<Mission, 'times'>, etime: ETime) =>
  times.filter((time) => time.etime === etime).at(-1) ?? null;

/** Steps of the work with no time although a later one has: a crew forgot a tap. */
export const missingSteps = (mission: Pick<Mission, 'state' | 'times'>): MissionStep[] =>
  pastSteps(mission).filter((step) => !timeOf(mission, ETIME_OF_STEP[step]));
