import type { Instruction } from '#contracts';
import { instructionsOf } from './instructions.js';
import { Junctions, normalDegrees } from './junctions.js';
import { at, sketchTimes, type Sketch } from './network.fixture.js';

/** What is told on the drive between two points of a sketch. */
async function told(
  sketch: Sketch,
  from: [number, number],
  to: [number, number],
  headingDegrees: number | null = null,
) {
  const times = sketchTimes(sketch);
  const { graph } = times.roads;
  const drive = await times.findDrive({ at: at(...from), headingDegrees }, at(...to));
  return instructionsOf(graph, new Junctions(graph), drive!);
}
const words = (instructions: Instruction[]) => instructions.map(({ text }) => text.vi);
const kinds = (instructions: Instruction[]) => instructions.map(({ kind }) => kind);

/** A cross of two streets, each of two halves. */
const CROSS: Sketch = {
  nodes: { w: [0, 0], c: [5, 0], e: [10, 0], s: [5, -5], n: [5, 5] },
  ways: [
    { path: 'wc', name: 'Phú Lợi' },
    { path: 'ce', name: 'Phú Lợi' },
    { path: 'sc', name: 'Yersin' },
    { path: 'cn', name: 'Yersin' },
  ],
};

describe('turn instructions', () => {
  it('name the turn and the road', async () => {
    const instructions = await told(CROSS, [1, 0], [5, 4]);
    expect(words(instructions)).toEqual(['Xuất phát theo Phú Lợi', 'Rẽ trái vào Yersin', 'Đến nơi']);
    expect(instructions.map(({ text }) => text.en)).toEqual(['Start on Phú Lợi', 'Turn left onto Yersin', 'Arrive']);
    expect(instructions[1]).toMatchObject({ kind: 'left', at: at(5, 0), name: 'Yersin', exit: null });
    expect(instructions[1]!.fromMetres).toBeCloseTo(437, -1);
    expect(instructions[1]!.metres).toBeCloseTo(445, -1);
    expect(words(await told(CROSS, [1, 0], [5, -4]))[1]).toBe('Rẽ phải vào Yersin');
  });

  it('say nothing where the road simply goes on', async () => {
    expect(kinds(await told(CROSS, [1, 0], [9, 0]))).toEqual(['depart', 'arrive']);
    const bend: Sketch = {
      nodes: { a: [0, 0], b: [5, 0], c: [5, 5] },
      ways: [{ path: 'ab' }, { path: 'bc', name: 'Lê Lợi' }],
    };
    expect(kinds(await told(bend, [1, 0], [5, 4]))).toEqual(['depart', 'arrive']);
  });

  it('tell a new name on the way ahead only where one could go elsewhere', async () => {
    const renamed: Sketch = {
      nodes: { ...CROSS.nodes },
      ways: CROSS.ways.map((way) => (way.path === 'ce' ? { ...way, name: 'Huỳnh Văn Lũy' } : way)),
    };
    expect(words(await told(renamed, [1, 0], [9, 0]))[1]).toBe('Đi thẳng vào Huỳnh Văn Lũy');
  });

  it.each([
    [[9, 3], 'slight_left'],
    [[9, -3], 'slight_right'],
    [[1, 3], 'sharp_left'],
    [[1, -3], 'sharp_right'],
  ] as const)('know how sharp it is: towards %j it is %s', async (end, kind) => {
    const fork: Sketch = {
      nodes: { w: [0, 0], c: [5, 0], e: [10, 0], x: [...end] },
      ways: [
        { path: 'wc', name: 'A' },
        { path: 'ce', name: 'A' },
        { path: 'cx', name: 'B' },
      ],
    };
    const [x, y] = [5 + (end[0] - 5) * 0.9, end[1] * 0.9];
    expect(kinds(await told(fork, [1, 0], [x, y]))[1]).toBe(kind);
  });

  it('count the exits of a roundabout from the entry', async () => {
    // Counterclockwise, entered from the west; roads leave to the south, the east and the north.
    const circle: Sketch = {
      nodes: { o: [0, 0], w: [4, 0], s: [5, -1], e: [6, 0], n: [5, 1], S: [5, -5], E: [10, 0], N: [5, 5] },
      ways: [
        { path: 'ow', name: 'Phú Lợi' },
        { path: 'wsenw', roundabout: true, direction: 'forward' },
        { path: 'sS', name: 'Nam' },
        { path: 'eE', name: 'Yersin' },
        { path: 'nN', name: 'Bắc' },
      ],
    };
    const exitTo = async (to: [number, number]) => {
      const [, roundabout, ...rest] = await told(circle, [1, 0], to);
      expect(kinds(rest)).toEqual(['arrive']);
      return [roundabout!.exit, roundabout!.name, roundabout!.at];
    };
    expect(await exitTo([5, -4])).toEqual([1, 'Nam', at(4, 0)]);
    expect(await exitTo([9, 0])).toEqual([2, 'Yersin', at(4, 0)]);
    expect(await exitTo([5, 4])).toEqual([3, 'Bắc', at(4, 0)]);
    expect((await told(circle, [1, 0], [9, 0]))[1]!.text).toEqual({
      vi: 'Tại vòng xoay, đi lối ra thứ 2 vào Yersin',
      en: 'At the roundabout, take the second exit onto Yersin',
    });
  });

  it('make one U-turn of the two turns across the median of a divided road', async () => {
    const divided: Sketch = {
      nodes: { a: [0, 0], b: [5, 0], c: [10, 0], d: [10, 0.15], e: [5, 0.15], f: [0, 0.15] },
      ways: [
        { path: 'abc', name: 'QL13', direction: 'forward' },
        { path: 'def', name: 'QL13', direction: 'forward' },
        { path: 'be', direction: 'both' },
        { path: 'cd', direction: 'both' },
        { path: 'fa', direction: 'both' },
      ],
    };
    const instructions = await told(divided, [1, -0.02], [1, 0.17], 90);
    expect(words(instructions).slice(1)).toEqual(['Quay đầu vào QL13', 'Đến nơi']);
  });

  it('call alleys and slip roads what they are when they have no name', async () => {
    const nameless: Sketch = {
      nodes: { ...CROSS.nodes },
      ways: [
        { path: 'wc', name: 'Phú Lợi' },
        { path: 'ce', name: 'Phú Lợi' },
        { path: 'sc', link: true },
        { path: 'cn', roadClass: 'alley' },
      ],
    };
    expect(words(await told(nameless, [1, 0], [5, 4]))[1]).toBe('Rẽ trái vào hẻm');
    expect(words(await told(nameless, [1, 0], [5, -4]))[1]).toBe('Rẽ phải vào đường nhánh');
  });

  it('board a ferry, and drive on', async () => {
    const crossing: Sketch = {
      nodes: { a: [0, 0], b: [3, 0], c: [8, 0], d: [12, 0] },
      ways: [
        { path: 'ab', name: 'Bến Thế' },
        { path: 'bc', name: 'Phà An Sơn', roadClass: 'ferry' },
        { path: 'cd', name: 'An Sơn' },
      ],
    };
    expect(words(await told(crossing, [1, 0], [11, 0]))).toEqual([
      'Xuất phát theo Bến Thế',
      'Lên Phà An Sơn',
      'Đến nơi',
    ]);
  });

  it('add up to the drive: each begins where the one before ended', async () => {
    const instructions = await told(CROSS, [1, 0], [5, 4]);
    for (const [i, { fromMetres, metres }] of instructions.entries()) {
      const next = instructions[i + 1];
      if (next) expect(fromMetres + metres).toBeCloseTo(next.fromMetres, 6);
      else expect(metres).toBe(0);
    }
  });

  it.each([
    [190, -170],
    [-190, 170],
    [180, 180],
    [-180, 180],
    [540, 180],
    [0, 0],
  ])('%d degrees are %d', (degrees, normal) => expect(normalDegrees(degrees)).toBe(normal));
});
