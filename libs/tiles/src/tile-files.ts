import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Bounds } from '#geo';
import { TILE_ZOOMS } from './slices.js';
import { columnOf, rowOf } from './tile-grid.js';
import type { TileMaker } from './tile-maker.js';

const compress = promisify(gzip);
/** Made ahead for the whole region; deeper tiles are many and are made when somebody looks there. */
export const AHEAD_ZOOMS = { least: TILE_ZOOMS.least, most: 14 } as const;
const NOTHING = Buffer.alloc(0);

/**
 * The finished tiles of one version of the map on disk, gzipped as they are sent. A file, once written, is the tile: a
 * version never changes. What cannot be written is drawn again the next time, so a full disk costs time and no map.
 */
export class TileFiles {
  private readonly folder: string;
  private written = 0;

  /** @param version names the folder: another map needs another name */
  constructor(
    private readonly root: string,
    private readonly version: string,
    private readonly maker: Pick<TileMaker, 'tile'>,
    private readonly report: (failure: unknown) => void,
  ) {
    this.folder = join(root, version);
  }

  /** A tile, gzipped; empty where there is nothing to draw. */
  async tile(z: number, x: number, y: number): Promise<Buffer> {
    const file = join(this.folder, `${z}`, `${x}`, `${y}.mvt.gz`);
    const known = await readFile(file).catch(() => null);
    if (known) return known;
    const drawn = this.maker.tile(z, x, y);
    // Drawing nothing costs nothing; kept, every address beyond the region would be a file of its own.
    if (drawn.length === 0) return NOTHING;
    const tile = await compress(drawn);
    await this.write(file, tile).catch(this.report);
    return tile;
  }

  /**
   * Makes the tiles of {@link AHEAD_ZOOMS} that are not there yet, with a `pause` after each, and forgets the folders
   * of other versions. Ends early when `isWanted` says no.
   */
  async makeAhead(bounds: Bounds, pause: () => Promise<void>, isWanted: () => boolean): Promise<{ tiles: number }> {
    await this.forgetOthers();
    const complete = join(this.folder, 'complete');
    let tiles = 0;
    if (
      await readFile(complete).then(
        () => true,
        () => false,
      )
    )
      return { tiles };
    for (const [z, x, y] of addressesWithin(bounds)) {
      if (!isWanted()) return { tiles };
      await this.tile(z, x, y);
      tiles++;
      await pause();
    }
    await this.write(complete, NOTHING).catch(this.report);
    return { tiles };
  }

  private async forgetOthers(): Promise<void> {
    const versions = await readdir(this.root).catch(() => []);
    for (const other of versions.filter((name) => name !== this.version)) {
      await rm(join(this.root, other), { recursive: true, force: true }).catch(this.report);
    }
  }

  /** Beside and then in place: a reader never meets half a tile. */
  private async write(file: string, bytes: Buffer): Promise<void> {
    const beside = `${file}.${process.pid}.${this.written++}`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(beside, bytes);
    await rename(beside, file);
  }
}

function* addressesWithin([west, south, east, north]: Bounds): Generator<readonly [z: number, x: number, y: number]> {
  for (let z: number = AHEAD_ZOOMS.least; z <= AHEAD_ZOOMS.most; z++) {
    const [left, top] = addressAt(west, north, z);
    const [right, bottom] = addressAt(east, south, z);
    for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) yield [z, x, y];
  }
}

const addressAt = (lng: number, lat: number, z: number): readonly [x: number, y: number] => [
  Math.floor(columnOf(lng, z)),
  Math.floor(rowOf(lat, z)),
];
