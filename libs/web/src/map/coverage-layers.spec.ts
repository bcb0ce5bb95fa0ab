import type { Coverage } from '#contracts';
import { coverageFeatures } from './coverage-layers.js';

const coverage = (cells: Coverage['cells']): Coverage => ({
  computedAt: '2026-11-21T01:00:00.000Z',
  vehicles: 1,
  cellDegrees: 0.005,
  cells,
});
const boxes = (cells: Coverage['cells']) =>
  coverageFeatures(coverage(cells)).features.map(({ geometry, properties }) => {
    const [ring] = (geometry as { coordinates: number[][][] }).coordinates;
    return [properties!['cover'], ring![0]![0], ring![0]![1], Number(ring![2]![0]!.toFixed(4))];
  });

describe('Coverage on the map', () => {
  it('leaves free what is well covered, and joins squares that lie side by side', () => {
    expect(
      boxes([
        [106.6, 10.9, 5],
        [106.61, 10.9, 9],
        [106.605, 10.9, 12],
        [106.615, 10.9, 16],
        [106.62, 10.9, null],
        [106.63, 10.9, 16],
        [106.6, 10.905, 9],
      ]),
    ).toEqual([
      ['late', 106.605, 10.9, 106.615],
      ['far', 106.615, 10.9, 106.625],
      ['far', 106.63, 10.9, 106.635],
      ['late', 106.6, 10.905, 106.605],
    ]);
  });

  it('draws nothing when it is not asked for', () => {
    expect(coverageFeatures(null).features).toEqual([]);
  });
});
