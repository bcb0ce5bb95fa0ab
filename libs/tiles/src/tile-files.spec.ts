import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AHEAD_ZOOMS, TileFiles } from './tile-files.js';

/** Draws what its address says, nothing in column 3, and remembers what it was asked. */
class Pen {
  readonly drawn: string[] = [];
  tile = (z: number, x: number, y: number): Uint8Array => {
    this.drawn.push(`${z}/${x}/${y}`);
    return x === 3 ? new Uint8Array(0) : new TextEncoder().encode(`${z}/${x}/${y}`);
  };
}
const pause = () => Promise.resolve();
const always = () => true;

describe('Tiles on disk', () => {
  let root: string;
  const faults: unknown[] = [];
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tiles-'));
    faults.length = 0;
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  const open = (pen: Pen, version = '1-a') => new TileFiles(root, version, pen, (fault) => faults.push(fault));

  it('are drawn once, also for the next start', async () => {
    const pen = new Pen();
    expect(gunzipSync(await open(pen).tile(15, 7, 8)).toString()).toBe('15/7/8');
    expect(gunzipSync(await open(pen).tile(15, 7, 8)).toString()).toBe('15/7/8');
    expect(await open(pen).tile(15, 3, 8)).toHaveLength(0);
    expect(await open(pen).tile(15, 3, 8)).toHaveLength(0);
    expect(pen.drawn).toEqual(['15/7/8', '15/3/8', '15/3/8']);
  });

  it('leave nothing on disk where there is nothing to draw: addresses have no end', async () => {
    await open(new Pen()).tile(17, 3, 999_999_999);
    expect(await readdir(root)).toEqual([]);
  });

  it('of another version are another map', async () => {
    const pen = new Pen();
    await open(pen, '1-a').tile(15, 7, 8);
    await open(pen, '2-b').tile(15, 7, 8);
    expect(pen.drawn).toHaveLength(2);
  });

  it('of the whole region are made ahead, and those of older versions go', async () => {
    const pen = new Pen();
    await open(new Pen(), 'old').tile(15, 7, 8);
    const { tiles } = await open(pen).makeAhead([106.6, 10.9, 106.7, 11], pause, always);
    expect(tiles).toBe(pen.drawn.length);
    const zooms = new Set(pen.drawn.map((address) => Number(address.split('/')[0])));
    expect([...zooms]).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect(await readdir(root)).toEqual(['1-a']);
    expect(await open(pen).makeAhead([106.6, 10.9, 106.7, 11], pause, always)).toEqual({ tiles: 0 });
  });

  it('go on being made where an interrupted start left off', async () => {
    let budget = 5;
    const first = new Pen();
    await open(first).makeAhead([106.6, 10.9, 106.7, 11], pause, () => budget-- > 0);
    expect(first.drawn).toHaveLength(5);
    const second = new Pen();
    await open(second).makeAhead([106.6, 10.9, 106.7, 11], pause, always);
    expect(second.drawn).not.toContain(first.drawn[0]);
    expect(second.drawn.at(-1)).toMatch(new RegExp(`^${AHEAD_ZOOMS.most}/`));
  });

  it('are drawn all the same when the disk does not take them', async () => {
    await writeFile(join(root, 'full'), 'a file where a folder should be');
    const tiles = new TileFiles(join(root, 'full'), '1-a', new Pen(), (fault) => faults.push(fault));
    expect(gunzipSync(await tiles.tile(15, 7, 8)).toString()).toBe('15/7/8');
    expect(faults).toHaveLength(1);
  });

  it('asked for by many at the same moment are whole for each', async () => {
    const files = open(new Pen());
    const answers = await Promise.all(Array.from({ length: 40 }, () => files.tile(16, 9, 9)));
    for (const answer of answers) expect(gunzipSync(answer).toString()).toBe('16/9/9');
  });
});
