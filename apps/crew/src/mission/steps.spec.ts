import { MISSION_STATES, type MissionState } from '#contracts';
import { canEndAtScene, canRecordLate, needsHospital, nextStep, undoTarget } from './steps.js';
import { movedTime } from './late-time.js';

const ALL = Object.keys(MISSION_STATES) as MissionState[];

it('walks through the whole job, one step after the other, and stops', () => {
  const walk: (string | null)[] = [];
  for (let state: MissionState | null = 'notified'; state; state = nextStep(state)) walk.push(state);
  expect(walk).toEqual([
    'notified',
    'acknowledged',
    'en_route',
    'on_scene',
    'at_patient',
    'left_scene',
    'at_hospital',
    'handed_over',
    'completed',
  ]);
});

it.each(['refused', 'unanswered', 'withdrawn', 'cancelled', 'completed'] as const)(
  'has no next step after %s',
  (state) => expect(nextStep(state)).toBeNull(),
);

it('asks for a hospital only when leaving without one', () => {
  const somewhere = { hospitalId: '0193a000-0000-7000-8000-000000000003' as never };
  expect(needsHospital('left_scene', { hospitalId: null })).toBe(true);
  expect(needsHospital('left_scene', somewhere)).toBe(false);
  expect(needsHospital('at_hospital', { hospitalId: null })).toBe(false);
});

it('lets a job end without transport only at the scene', () =>
  expect(ALL.filter(canEndAtScene)).toEqual(['on_scene', 'at_patient']));

it('undoes a step to where it was tapped from, but neither the acceptance nor the end', () => {
  expect(undoTarget('acknowledged', 'en_route')).toBe('acknowledged');
  expect(undoTarget('at_hospital', 'handed_over')).toBe('at_hospital');
  expect(undoTarget('notified', 'acknowledged')).toBeNull();
  expect(undoTarget('handed_over', 'completed')).toBeNull();
});

it('offers a late entry for a step without a time, never for the end of the job', () => {
  const time = { deviceAt: null, receivedAt: '', source: 'crew_button', by: '', at: '' } as const;
  const mission = { state: 'on_scene', times: [{ ...time, etime: '06' }] } as const;
  expect(canRecordLate({ ...mission, times: [...mission.times] }, 'en_route')).toBe(true);
  expect(canRecordLate({ ...mission, times: [...mission.times] }, 'on_scene')).toBe(false);
  expect(canRecordLate({ ...mission, times: [...mission.times] }, 'completed')).toBe(false);
});

it('keeps a late time between the order and now', () => {
  const [from, now] = [0, 600_000];
  expect(movedTime(now, -1, from, now)).toBe(540_000);
  expect(movedTime(now, 1, from, now)).toBe(now);
  expect(movedTime(now, -60, from, now)).toBe(from);
});
