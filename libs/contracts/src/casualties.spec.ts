import { casualtyState, tallyOf, type CasualtyState, type MissionState } from './index.js';

it.each<[CasualtyState, MissionState | null, CasualtyState]>([
  ['at_scene', null, 'at_scene'],
  ['at_scene', 'at_patient', 'at_scene'],
  ['at_scene', 'left_scene', 'on_the_way'],
  ['at_scene', 'at_hospital', 'delivered'],
  ['at_scene', 'completed', 'delivered'],
  ['at_scene', 'cancelled', 'at_scene'],
  ['released', 'left_scene', 'released'],
  ['delivered', null, 'delivered'],
  ['struck', 'completed', 'struck'],
])('a patient entered as %s with a vehicle that is %s is %s', (entered, mission, state) =>
  expect(casualtyState(entered, mission && { state: mission })).toBe(state),
);

it('counts by colour, and nobody who was counted in error', () => {
  const one = (tag: 'red' | 'black', state: CasualtyState = 'at_scene') => ({ tag, state });
  expect(tallyOf([one('red'), one('red', 'delivered'), one('black'), one('red', 'struck')])).toEqual({
    red: 2,
    yellow: 0,
    green: 0,
    black: 1,
    total: 3,
  });
});
