import { DomainError, type TravelSource } from '#contracts';
import { at } from './network.fixture.js';
import { FallbackTimes } from './fallback-times.js';
import { StraightLineTimes } from './straight-line-times.js';
import type { TravelAnswer, TravelTimes } from './travel-times.js';

const NOW = new Date('2026-01-01T00:00:00Z');

const answering = (source: TravelSource, work: () => Promise<TravelAnswer>): TravelTimes => ({ source, toPlace: work });
const straight = { times: new StraightLineTimes(() => NOW), deadlineMs: 100 };
const ORIGINS = [{ at: at(0, 0) }];

describe('travel times with a fallback', () => {
  it('keep the first answer, and "no road" is an answer', async () => {
    const noRoad = answering('roads', async () => ({ source: 'roads', computedAt: NOW, times: [null] }));
    const answer = await new FallbackTimes([{ times: noRoad, deadlineMs: 100 }, straight], fail).toPlace(
      ORIGINS,
      at(1, 1),
    );
    expect(answer).toEqual({ source: 'roads', computedAt: NOW, times: [null] });
  });

  it('pass over a source that fails, labelled and reported', async () => {
    const failures: unknown[] = [];
    const broken = answering('google', () => Promise.reject(new Error('quota')));
    const times = new FallbackTimes([{ times: broken, deadlineMs: 100 }, straight], (source, failure) =>
      failures.push([source, (failure as Error).message]),
    );
    const answer = await times.toPlace(ORIGINS, at(10, 0));
    expect(answer.source).toBe('straight_line');
    expect(answer.times[0]!.metres).toBeCloseTo(1.4 * 1092, -1);
    expect(failures).toEqual([['google', 'quota']]);
  });

  it('pass over a source that is too slow', async () => {
    const silent = answering('google', () => new Promise(() => undefined));
    const failures: string[] = [];
    const times = new FallbackTimes([{ times: silent, deadlineMs: 20 }, straight], (_, failure) =>
      failures.push((failure as Error).message),
    );
    expect((await times.toPlace(ORIGINS, at(1, 1))).source).toBe('straight_line');
    expect(failures[0]).toMatch('did not answer within 20 ms');
  });

  it('do not guess over a refusal: a place at sea stays refused', async () => {
    const refusing = answering('roads', () => Promise.reject(new DomainError('PLACE_OFF_ROADS')));
    const times = new FallbackTimes([{ times: refusing, deadlineMs: 100 }, straight], fail);
    await expect(times.toPlace(ORIGINS, at(1, 1))).rejects.toMatchObject({ code: 'PLACE_OFF_ROADS' });
  });

  it('say so when nobody can answer', async () => {
    const broken = answering('google', () => Promise.reject(new Error('down')));
    await expect(
      new FallbackTimes([{ times: broken, deadlineMs: 100 }], () => undefined).toPlace(ORIGINS, at(1, 1)),
    ).rejects.toThrow('down');
  });
});

function fail(source: TravelSource, failure: unknown): never {
  throw new Error(`${source} was reported: ${String(failure)}`);
}
