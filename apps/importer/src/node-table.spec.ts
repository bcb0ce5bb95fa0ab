import { Random } from '#chance';
import { NodeTable } from './node-table.js';

describe('the table of node positions', () => {
  it('holds what a map of pairs would hold, through every growth', () => {
    const random = new Random(7);
    const table = new NodeTable();
    const expected = new Map<number, [number, number]>();
    for (let i = 0; i < 50_000; i++) {
      // Ids of today need more than 32 bits, those of an editor's draft are negative, and neighbours follow one another.
      const id = Math.floor((random.next() - 0.1) * 13e9) + (i % 3);
      const [lng, lat] = [Math.floor(random.next() * 1.8e9), Math.floor(-random.next() * 9e8)];
      table.set(id, lng, lat);
      expected.set(id, [lng / 1e7, lat / 1e7]);
    }
    expect(table.size).toBe(expected.size);
    for (const [id, position] of expected) expect(table.find(id)).toEqual(position);
    expect(table.find(0.5)).toBeNull();
  });

  it('knows what is needed, and passes over the rest', () => {
    const table = new NodeTable();
    table.need(0);
    table.need(6_000_000_000);
    table.setIfNeeded(0, 1067000000, 108000000);
    table.setIfNeeded(5, 1, 1);
    expect([0, 5, 6_000_000_000].map((id) => [table.has(id), table.find(id)])).toEqual([
      [true, [106.7, 10.8]],
      [false, null],
      [true, null],
    ]);
  });
});
