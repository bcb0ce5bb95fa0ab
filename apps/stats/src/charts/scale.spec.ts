import { labelEvery, runsOf, spreadLabels, ticksTo } from './scale.js';

it.each([
  [18.8, [0, 5, 10, 15, 20]],
  [310, [0, 100, 200, 300, 400]],
  [3, [0, 1, 2, 3]],
  [0, [0, 1]],
])('takes round steps from zero to cover %s', (most, ticks) => expect(ticksTo(most)).toEqual(ticks));

it('never has more than six steps nor ends below the greatest value', () => {
  for (let most = 0.1; most < 5000; most *= 1.37) {
    const ticks = ticksTo(most);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});

it('breaks a line where a day has too few cases', () =>
  expect(runsOf([null, 8, 9, null, 7])).toEqual([
    { start: 1, values: [8, 9] },
    { start: 4, values: [7] },
  ]));

it('leaves out labels that would touch', () => {
  expect(labelEvery(30, 600, 44)).toBe(3);
  expect(labelEvery(7, 600, 44)).toBe(1);
});

it('moves labels apart without changing their order', () => {
  const spread = spreadLabels([100, 95, 40], 17);
  expect(spread).toEqual([112, 95, 40]);
});
