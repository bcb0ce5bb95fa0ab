import type { ImportClaim } from './import-claim.js';
import type { Query } from './query.js';
import { areaBounds, type Bounds } from '#geo';
import type { FormerUnit, WardArea } from './region.js';
import {
  analyseNumbers,
  clearShelf,
  columnsOf,
  exchange,
  FORMER,
  isAlike,
  layOut,
  listShelved,
  NEXT,
} from './staging.js';
import { REGION_TABLES, RegionStore, type Import } from './store.js';
import { inTransaction } from './transaction.js';

export interface Areas {
  /** Left out: they stay as they are. */
  readonly wards?: readonly WardArea[];
  readonly formerUnits?: readonly FormerUnit[];
}

/** A statement that waits for a lock makes all others wait behind it: rather give way and try again. */
const LOCK_TIMEOUT = '2s';
const EXCHANGE_ATTEMPTS = 30;
const LOCK_NOT_AVAILABLE = '55P03';
const PLACES_AT_ONCE = 1000;

/**
 * Replaces what is served without anybody waiting: the new tables are written beside the old in short transactions and
 * change places with them in one. Killed anywhere, it leaves the served region whole, and the next one clears up.
 */
export class RegionReplacement {
  constructor(
    private readonly query: Query,
    private readonly claim: ImportClaim,
    private readonly progress: (rows: number, total: number) => void = () => undefined,
  ) {}

  /** @returns the version now served */
  async replaceRegion(imported: Import): Promise<number> {
    await this.layOut(REGION_TABLES);
    await new RegionStore(this.inNext, this.progress).writeRows(imported);
    return this.exchange(REGION_TABLES, () => new RegionStore(this.query).writeRegion(imported));
  }

  /** The roads stay; named places learn their new ward. @returns the version now served, null without a region */
  async replaceAreas({ wards, formerUnits }: Areas): Promise<number | null> {
    const region = await new RegionStore(this.query).findRegion();
    if (!region) return null;
    refuseElsewhere([...(wards ?? []), ...(formerUnits ?? [])], region.bounds);
    const tables = [...(wards ? ['ward', 'named_place'] : []), ...(formerUnits ? ['former_unit'] : [])];
    await this.layOut(tables);
    const store = new RegionStore(this.inNext, this.progress);
    if (wards) {
      await store.writeWards(wards);
      await this.copyPlaces();
    }
    if (formerUnits) await store.writeFormerUnits(formerUnits);
    return this.exchange(tables, () => this.renumberRegion());
  }

  /** Takes the last import back. @returns the version now served, null when nothing was kept or it no longer fits */
  async restoreFormer(): Promise<number | null> {
    const kept = await listShelved(this.query, FORMER);
    const tables = kept.filter((table) => table !== 'region');
    if (tables.length === 0 || tables.length === kept.length) return null;
    for (const table of kept) if (!(await isAlike(this.query, FORMER, table))) return null;
    await this.step(() => clearShelf(this.query, NEXT));
    return this.exchange(
      tables,
      async () => {
        const columns = await columnsOf(this.query, `${NEXT}.region`);
        await this.query('delete from region');
        // Its old version comes back with it: what browsers have kept under that number is the same map.
        const [row] = await this.query<{ version: number }>(
          `insert into region (${columns}) overriding system value select ${columns} from ${NEXT}.region returning version`,
        );
        await this.query(`drop table ${NEXT}.region`);
        return row!.version;
      },
      async () => {
        for (const table of kept) await this.query(`alter table ${FORMER}.${table} set schema ${NEXT}`);
      },
    );
  }

  private async layOut(tables: readonly string[]): Promise<void> {
    await this.step(() => clearShelf(this.query, NEXT));
    await this.step(async () => {
      for (const table of tables) await layOut(this.query, table);
    });
  }

  /** One short transaction of somebody who still has the claim. */
  private step<T>(work: () => Promise<T>): Promise<T> {
    return inTransaction(this.query, async () => {
      await this.claim.renew();
      return work();
    });
  }

  /** A statement in a step of its own, which finds the next region's tables before those that are served. */
  private readonly inNext: Query = (sql, parameters) =>
    this.step(async () => {
      await this.query(`set local search_path to ${NEXT}, public`);
      return this.query(sql, parameters);
    });

  private async copyPlaces(): Promise<void> {
    const columns = await columnsOf(this.query, 'public.named_place');
    const [range] = await this.query<{ last: number | null }>('select max(id) as last from named_place');
    const total = (range?.last ?? -1) + 1;
    for (let from = 0; from < total; from += PLACES_AT_ONCE) {
      const those = `id >= ${from} and id < ${from + PLACES_AT_ONCE}`;
      await this.step(async () => {
        await this.query(`insert into ${NEXT}.named_place (${columns})
          select ${columns} from public.named_place where ${those}`);
        await this.query(`update ${NEXT}.named_place as place set ward = (
          select full_name from ${NEXT}.ward where ST_Covers(ward.geom, place.position) order by code limit 1)
          where ${those}`);
      });
      this.progress(Math.min(total, from + PLACES_AT_ONCE), total);
    }
  }

  private async renumberRegion(): Promise<number> {
    const [row] = await this.query<{ version: number }>(
      `with former as (delete from region returning *)
       insert into region (name, demonstration, attribution, source, imported_at, bounds, report)
       select name, demonstration, attribution, source, imported_at, bounds, report from former returning version`,
    );
    return row!.version;
  }

  private async exchange(
    tables: readonly string[],
    writeRegion: () => Promise<number>,
    prepare: () => Promise<void> = () => Promise.resolve(),
  ): Promise<number> {
    const version = await this.patiently(() =>
      this.step(async () => {
        await this.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
        await this.query('lock table region in exclusive mode');
        await prepare();
        await clearShelf(this.query, FORMER);
        await this.query(`create table ${FORMER}.region as select * from public.region`);
        await exchange(this.query, tables);
        return writeRegion();
      }),
    );
    for (const table of tables) await analyseNumbers(this.query, table);
    return version;
  }

  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === EXCHANGE_ATTEMPTS) throw error;
      }
    }
  }
}

/** Areas of another part of the world would leave every place without its ward. */
function refuseElsewhere(areas: readonly Pick<WardArea, 'geometry'>[], [west, south, east, north]: Bounds): void {
  const touches = ({ geometry }: Pick<WardArea, 'geometry'>) => {
    const box = areaBounds(geometry);
    return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
  };
  if (areas.length > 0 && !areas.some(touches))
    throw new RangeError(
      'không khu vực nào nằm trong vùng đang dùng / none of the areas lies in the region that is served',
    );
}
