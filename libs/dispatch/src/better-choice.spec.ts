import type { IncidentId, MissionId, VehicleId } from '#contracts';
import { DEFAULT_THRESHOLD, findBetterChoices, type Alternative, type Job, type Situation } from './better-choice.js';

const id = <T>(text: string) => text as T;
const nearer = (more: Partial<Alternative> = {}): Alternative => ({
  vehicleId: id<VehicleId>('BD-12'),
  etaSeconds: 240,
  drawbackSeconds: 0,
  freeInSeconds: null,
  passedOver: false,
  ...more,
});
const job = (more: Partial<Job> = {}): Job => ({
  missionId: id<MissionId>('m1'),
  incidentId: id<IncidentId>('0147'),
  vehicleId: id<VehicleId>('BD-07'),
  priority: 1,
  etaSeconds: 440,
  drawbackSeconds: 0,
  lateSeconds: 0,
  alternatives: [nearer()],
  ...more,
});
const situation = (jobs: Job[], more: Partial<Situation> = {}): Situation => ({ jobs, shown: [], left: [], ...more });
const found = (...of: Parameters<typeof situation>) =>
  findBetterChoices(situation(...of)).map(({ missionId, vehicleId, gainSeconds }) => [
    missionId,
    vehicleId,
    gainSeconds,
  ]);

describe('A better choice', () => {
  it('is a vehicle that would be there clearly sooner', () => {
    expect(found([job()])).toEqual([['m1', 'BD-12', 200]]);
  });

  it.each<[string, Partial<Job>]>([
    ['the gain is below 90 seconds', { alternatives: [nearer({ etaSeconds: 360 })] }],
    ['the gain is below a fifth of what is left', { etaSeconds: 1_000, alternatives: [nearer({ etaSeconds: 810 })] }],
    [
      'the present one is within 90 seconds of its scene',
      { etaSeconds: 90, alternatives: [nearer({ etaSeconds: 0 })] },
    ],
    ['its drawbacks weigh more than the gain', { alternatives: [nearer({ drawbackSeconds: 240 })] }],
    ['it is free too late', { alternatives: [nearer({ freeInSeconds: 181 })] }],
    ['a person passed it over and nothing has changed', { alternatives: [nearer({ passedOver: true })] }],
    ['a patient who can wait gains too little', { priority: 4 }],
  ])('is none when %s', (_, more) => expect(found([job(more)])).toEqual([]));

  it('is one that was passed over when the present one has been delayed since', () => {
    const alternatives = [nearer({ passedOver: true })];
    expect(found([job({ lateSeconds: 150, alternatives })])).toHaveLength(1);
  });

  it('counts what the present crew lacks', () => {
    const alternatives = [nearer({ drawbackSeconds: 240 })];
    expect(found([job({ drawbackSeconds: 240, alternatives })])).toHaveLength(1);
  });

  it('stays on screen while most of the gain is there, and does not come back at once when it was left', () => {
    const pair = { missionId: id<MissionId>('m1'), vehicleId: id<VehicleId>('BD-12') };
    const weaker = [job({ alternatives: [nearer({ etaSeconds: 370 })] })];
    expect(found(weaker)).toEqual([]);
    expect(found(weaker, { shown: [pair] })).toHaveLength(1);
    expect(found([job()], { left: [{ ...pair, gainSeconds: 160 }] })).toEqual([]);
    expect(found([job()], { left: [{ ...pair, gainSeconds: 130 }] })).toHaveLength(1);
  });

  it('gives one vehicle to one incident: to the more urgent, for a gain as great', () => {
    const other = job({ missionId: id<MissionId>('m2'), priority: 2, vehicleId: id<VehicleId>('BD-08') });
    expect(found([other, job()])).toEqual([['m1', 'BD-12', 200]]);
    const second = nearer({ vehicleId: id<VehicleId>('BD-13'), etaSeconds: 300 });
    const both = [{ ...other, alternatives: [nearer(), second] }, job()];
    expect(found(both)).toEqual([
      ['m1', 'BD-12', 200],
      ['m2', 'BD-13', 140],
    ]);
  });

  it('does not flicker: small changes of the figures leave the same suggestion on screen', () => {
    let shown: Situation['shown'] = [];
    const seen = [95, 85, 100, 70, 92, 60, 91].map((gain) => {
      const choices = findBetterChoices(
        situation([job({ etaSeconds: 340, alternatives: [nearer({ etaSeconds: 340 - gain })] })], { shown }),
        DEFAULT_THRESHOLD,
      );
      shown = choices.map(({ missionId, vehicleId }) => ({ missionId, vehicleId }));
      return choices.length;
    });
    expect(seen).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});
