import { NO_WAY } from '#roads';
import { coverageCells } from './cells.js';

describe('Coverage', () => {
  it('is told by squares in which there are junctions, by the middle one of each', () => {
    const cells = coverageCells(
      [
        [106.6601, 10.9801],
        [106.6602, 10.9802],
        [106.6603, 10.9803],
        [106.6701, 10.9801],
      ],
      Int32Array.of(60_000, 300_000, NO_WAY, 545_000),
    );
    expect(cells).toEqual([
      [106.66, 10.98, 5],
      [106.67, 10.98, 9.1],
    ]);
  });

  it('says null where nobody can come', () => {
    expect(coverageCells([[106.66, 10.98]], Int32Array.of(NO_WAY))).toEqual([[106.66, 10.98, null]]);
  });
});
