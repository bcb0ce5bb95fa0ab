import { objectionsTo, type DiversionFigures } from './diversion.js';

const figures = (from: Partial<DiversionFigures['from']> = {}, to: Partial<DiversionFigures['to']> = {}) => ({
  from: { priority: 3 as const, bumps: 0, etaSeconds: 400, nextEtaSeconds: 600, ...from },
  to: { priority: 1 as const, etaSeconds: 200, otherwiseEtaSeconds: 500, ...to },
});

describe('What speaks against a diversion', () => {
  it('is nothing when a more urgent patient gains and the other is served by the next', () =>
    expect(objectionsTo(figures())).toEqual([]));

  it.each([
    ['leaves_nobody', figures({ nextEtaSeconds: null })],
    ['bumped_before', figures({ bumps: 2 })],
    ['less_urgent', figures({}, { priority: 3 })],
    ['nearly_there', figures({ etaSeconds: 90 })],
    ['no_gain', figures({}, { otherwiseEtaSeconds: 200 })],
  ])('is said by its name: %s', (objection, asked) => expect(objectionsTo(asked)).toEqual([objection]));

  it('is no lack of gain where nobody else could come', () =>
    expect(objectionsTo(figures({}, { otherwiseEtaSeconds: null }))).toEqual([]));
});
