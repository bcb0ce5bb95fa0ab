import { beatsBetween, compressionsAt, mustSwap } from './metronome';

describe('the metronome', () => {
  it('places every beat exactly once, however the looks ahead fall', () => {
    for (const look of [0.1, 0.37, 0.4, 1.9]) {
      const placed: number[] = [];
      for (let to = look, from = 0; to <= 60 + look; from = to, to += look)
        placed.push(...beatsBetween(from, Math.min(to, 60), 110));
      expect(placed).toEqual(Array.from({ length: 110 }, (_, beat) => beat));
    }
  });

  it('counts the compressions called for: 110 in the first minute', () => {
    expect([-0.1, 0, 0.54, 0.55, 30].map((seconds) => compressionsAt(seconds, 110))).toEqual([0, 1, 1, 2, 56]);
    expect(compressionsAt(59.99, 110)).toBe(110);
  });

  it('calls for another rescuer every two minutes, for ten seconds', () => {
    expect([0, 9, 119, 120, 129, 131, 239, 241].map((seconds) => mustSwap(seconds, 120))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});
