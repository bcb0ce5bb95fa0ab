import type { Instruction, LngLat } from '#contracts';
import { aheadOf, countOff, hasLeftRoute, progressOn } from './progress.js';

const METRE = 1 / 111_195;
/** So many metres east and north of one place near the equator of the map, where both degrees are the same. */
const at = (east: number, north: number): LngLat => [106 + east * METRE, north * METRE];
const ROUTE = [at(0, 0), at(300, 0), at(300, 400)];
const step = (kind: Instruction['kind'], fromMetres: number): Instruction => ({
  kind,
  exit: null,
  name: null,
  at: at(0, 0),
  fromMetres,
  metres: 0,
  text: { vi: kind, en: kind },
});
const STEPS = [step('depart', 0), step('left', 300), step('arrive', 700)];

describe('progress on a route', () => {
  it.each([
    [at(0, 0), 0, 0],
    [at(120, 8), 120, 8],
    [at(310, 100), 400, 10],
    [at(300, 460), 700, 60],
  ])('of a vehicle at %j is %d m along and %d m beside', (place, along, off) => {
    const progress = progressOn(ROUTE, place);
    expect(progress.alongMetres).toBeCloseTo(along, 0);
    expect(progress.offMetres).toBeCloseTo(off, 0);
  });

  it('tells what comes next and what after it, and nothing at the end', () => {
    expect(aheadOf(STEPS, 0)).toMatchObject({ next: { kind: 'left' }, inMetres: 300, following: { kind: 'arrive' } });
    expect(aheadOf(STEPS, 301)).toMatchObject({ next: { kind: 'arrive' }, inMetres: 399, following: null });
    expect(aheadOf(STEPS, 700)).toBeNull();
  });
});

describe('leaving the route', () => {
  const drive = (fixes: readonly (readonly [LngLat, accuracyMetres?: number])[]) =>
    fixes.map(
      (
        (count) =>
        ([place, accuracy = 8]: readonly [LngLat, number?]) =>
          hasLeftRoute((count = countOff(count, progressOn(ROUTE, place), accuracy)))
      )(0),
    );

  it('takes two fixes more than 40 m beside it', () => {
    expect(drive([[at(100, 39)], [at(110, 39)], [at(120, 39)]])).toEqual([false, false, false]);
    expect(drive([[at(100, 60)], [at(110, 60)]])).toEqual([false, true]);
  });
  it('forgives one bad fix, and fixes that are not that exact', () => {
    expect(drive([[at(100, 90)], [at(110, 5)], [at(120, 90)]])).toEqual([false, false, false]);
    expect(
      drive([
        [at(100, 60), 80],
        [at(110, 60), 80],
        [at(120, 60), 80],
      ]),
    ).toEqual([false, false, false]);
  });
});
