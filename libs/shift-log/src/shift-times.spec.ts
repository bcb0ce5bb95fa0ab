import { shiftAt, shiftsOfDay, shiftStartsOf } from './shift-times.js';

const STARTS = shiftStartsOf('19:00, 07:00');
/** Local time of Vietnam. */
const local = (text: string) => new Date(`${text}:00+07:00`);

it('reads the starts in any order', () => expect(STARTS).toEqual([420, 1_140]));

it.each([
  ['2026-11-21T06:59', '2026-11-20T19:00', '2026-11-21T07:00'],
  ['2026-11-21T07:00', '2026-11-21T07:00', '2026-11-21T19:00'],
  ['2026-11-21T18:59', '2026-11-21T07:00', '2026-11-21T19:00'],
  ['2026-11-21T23:30', '2026-11-21T19:00', '2026-11-22T07:00'],
  ['2026-11-22T00:30', '2026-11-21T19:00', '2026-11-22T07:00'],
])('at %s the shift from %s to %s is on', (at, startsAt, endsAt) =>
  expect(shiftAt(local(at), STARTS)).toEqual({ startsAt: local(startsAt), endsAt: local(endsAt) }),
);

it('lets the last shift of a day end on the next', () => {
  expect(shiftsOfDay('2026-12-31', STARTS).at(-1)).toEqual({
    startsAt: local('2026-12-31T19:00'),
    endsAt: local('2027-01-01T07:00'),
  });
});
