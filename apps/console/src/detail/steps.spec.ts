import type { Mission } from '#contracts';
import { missingSteps, nextStep, pastSteps, timeOf } from './steps';

it.each([
  ['acknowledged', 'en_route'],
  ['on_scene', 'at_patient'],
  ['handed_over', 'completed'],
  ['completed', null],
  ['cancelled', null],
] as const)('after %s comes %s', (state, next) => expect(nextStep({ state })).toBe(next));

it('knows the steps behind, and which of them nobody recorded', () => {
  const times = (['03', '06'] as const).map((etime) => ({ etime, at: `2026-11-21T14:0${etime[1]}:00Z` }));
  const mission = { state: 'on_scene', times } as unknown as Mission;
  expect(pastSteps(mission)).toEqual(['notified', 'acknowledged', 'en_route']);
  expect(missingSteps(mission)).toEqual(['acknowledged', 'en_route']);
  expect(pastSteps({ state: 'refused' })).toEqual([]);
});

it('counts the last time written', () => {
  const times = [
    { etime: '06', at: 'first' },
    { etime: '06', at: 'corrected' },
  ] as unknown as Mission['times'];
  expect(timeOf({ times }, '06')?.at).toBe('corrected');
  expect(timeOf({ times }, '07')).toBeNull();
});
