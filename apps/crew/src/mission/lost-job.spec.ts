import type { CommandName } from '#contracts';
import { lostJob } from './lost-job.js';

const job = (id: string, offerId: string | null = null) =>
  ({ mission: { id }, incident: { number: '20261122-0005' }, offer: offerId ? { id: offerId } : null }) as never;
const NO_JOB = { mission: null };
const tapped = (name: CommandName, body: object) => [{ name, body }];

it('tells of a job that dispatch took away', () =>
  expect(lostJob(job('one'), NO_JOB, [])).toEqual({ kind: 'job', incidentNumber: '20261122-0005' }));

it('tells of an order that ran out or was withdrawn', () =>
  expect(lostJob(job('one', 'offer'), NO_JOB, [])?.kind).toBe('order'));

it('tells of a job that was replaced by another', () => expect(lostJob(job('one'), job('two'), [])?.kind).toBe('job'));

it('is silent while the job goes on, and when there was none', () => {
  expect(lostJob(job('one'), job('one'), [])).toBeNull();
  expect(lostJob({ mission: null, incident: null, offer: null }, job('one'), [])).toBeNull();
});

it('is silent when the crew itself ended it', () => {
  expect(lostJob(job('one'), NO_JOB, tapped('mission.report', { missionId: 'one', step: 'completed' }))).toBeNull();
  expect(lostJob(job('one', 'offer'), NO_JOB, tapped('offer.refuse', { offerId: 'offer' }))).toBeNull();
});

it('is not silenced by the end of another job', () =>
  expect(
    lostJob(job('one'), NO_JOB, tapped('mission.report', { missionId: 'two', step: 'completed' })),
  ).not.toBeNull());
