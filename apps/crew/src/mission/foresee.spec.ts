import type { CommandName, CrewView } from '#contracts';
import { foresee } from './foresee.js';

const at = (minute: number) => `2026-11-21T14:${String(minute).padStart(2, '0')}:00Z`;
const [MISSION, OFFER, HOSPITAL] = ['mission', 'offer', 'hospital'];
const time = (etime: string, minute: number) => ({
  etime,
  at: at(minute),
  deviceAt: null,
  receivedAt: at(minute),
  source: 'crew_button',
  by: '',
});

/** Only what the rule reads; the rest of a view passes through it untouched. */
const view = (state: string, times: unknown[] = [time('03', 0)], offer: unknown = null) =>
  ({
    unit: { status: state, duty: 'available', missionId: MISSION },
    offer,
    mission: { id: MISSION, state, hospitalId: null, times },
    incident: { id: 'incident' },
    protocol: null,
    prealerts: [],
    notes: [],
    hospitals: [],
  }) as unknown as CrewView;

const tapped = (name: CommandName, body: object, minute = 5, refusal: unknown = null) =>
  ({ name, body, tappedAt: at(minute), refusal }) as Parameters<typeof foresee>[1][number];
const report = (step: string, minute?: number, more = {}) =>
  tapped('mission.report', { missionId: MISSION, step, ...more }, minute);

it('goes on through the steps that still wait, each with the time of its tap', () => {
  const { mission } = foresee(view('acknowledged'), [report('en_route', 5), report('on_scene', 9)]);
  expect(mission?.state).toBe('on_scene');
  expect(mission?.times.map(({ etime, at: when }) => [etime, when])).toEqual([
    ['03', at(0)],
    ['05', at(5)],
    ['06', at(9)],
  ]);
});

it('changes nothing when the server already has a step', () => {
  const known = view('on_scene', [time('03', 0), time('06', 4)]);
  expect(foresee(known, [report('on_scene', 5)]).mission).toEqual(known.mission);
});

it('goes back by a correction and takes the later times away', () => {
  const { mission } = foresee(view('acknowledged'), [
    report('en_route'),
    tapped('mission.correct', { missionId: MISSION, step: 'acknowledged' }),
  ]);
  expect(mission?.state).toBe('acknowledged');
  expect(mission?.times.map(({ etime }) => etime)).toEqual(['03']);
});

it('ignores what the server refused', () => {
  const refused = { ...report('en_route'), refusal: { code: 'INCIDENT_CLOSED' } } as never;
  expect(foresee(view('acknowledged'), [refused]).mission?.state).toBe('acknowledged');
});

it('accepts an order and starts the job before the server has answered', () => {
  const seen = foresee(view('notified', [], { id: OFFER }), [tapped('offer.accept', { offerId: OFFER })]);
  expect(seen.offer).toBeNull();
  expect(seen.mission?.state).toBe('acknowledged');
});

it('is without a job after refusing, and free to return after completing', () => {
  const refused = foresee(view('notified', [], { id: OFFER }), [tapped('offer.refuse', { offerId: OFFER })]);
  expect([refused.mission, refused.incident, refused.unit?.status]).toEqual([null, null, 'available']);
  const done = foresee(view('handed_over'), [report('completed')]);
  expect([done.mission, done.unit?.status]).toEqual([null, 'returning']);
});

it('knows the hospital that leaving the scene named', () =>
  expect(foresee(view('at_patient'), [report('left_scene', 7, { hospitalId: HOSPITAL })]).mission?.hospitalId).toBe(
    HOSPITAL,
  ));

it('leaves another mission alone: the tap belonged to the one before', () => {
  const other = view('acknowledged');
  expect(foresee(other, [tapped('mission.report', { missionId: 'older', step: 'handed_over' })])).toEqual(other);
});
