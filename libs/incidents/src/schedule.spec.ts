import { openingState, startOf, USUAL_LEAD } from './schedule.js';

const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);

it('leaves earlier by turnout, drive and margin, or by the usual lead when no road says', () => {
  expect(startOf(at('15:30'), 1_200, USUAL_LEAD)).toEqual(at('15:00'));
  expect(startOf(at('15:30'), null, USUAL_LEAD)).toEqual(at('15:00'));
  expect(startOf(at('15:30'), null, { usualSeconds: 3_600, marginSeconds: 0 })).toEqual(at('14:30'));
});

it.each([
  [at('15:00'), [106, 11], 'scheduled'],
  [at('14:00'), [106, 11], 'waiting'],
  [at('13:59'), null, 'taken'],
  [at('15:00'), null, 'scheduled'],
  [null, [106, 11], 'waiting'],
  [null, null, 'taken'],
])('a ride that starts at %p and is at %p opens as %s at 14:00', (startAt, position, state) =>
  expect(openingState({ startAt, position }, at('14:00'))).toBe(state),
);
