import type { LngLat } from '#contracts';
import { toEwkb } from '#geo';
import type { Query } from './query.js';
import type { NamedPlace } from './region.js';
import { inTransaction } from './transaction.js';

export interface CentrePlace extends NamedPlace {
  readonly id: number;
}

/** Places that a centre keeps itself, by the file they came from; a road import leaves them alone. */
export class CentrePlaces {
  constructor(private readonly query: Query) {}

  /**
   * Replace all places of one file, all or nothing; `query` is one session. No places take the file's places away.
   * @returns how many there were before
   */
  replace(source: string, places: readonly NamedPlace[]): Promise<number> {
    return inTransaction(this.query, async () => {
      await this.query('update centre_place_version set version = version + 1');
      const [gone] = await this.query<{ count: number }>(
        'with gone as (delete from centre_place where source = $1 returning 1) select count(*)::int as count from gone',
        [source],
      );
      await this.query(
        `insert into centre_place (source, kind, name, aliases, position)
         select $1, kind, name, array(select json_array_elements_text(aliases)), position::geometry
         from json_to_recordset($2::json) as r(kind text, name text, aliases json, position text)`,
        [source, JSON.stringify(places.map(({ position, ...place }) => ({ ...place, position: toEwkb(position) })))],
      );
      return gone!.count;
    });
  }

  async list(): Promise<CentrePlace[]> {
    const rows = await this.query<Omit<CentrePlace, 'position'> & { lng: number; lat: number }>(
      `select id::int, kind, name, aliases, ST_X(position) as lng, ST_Y(position) as lat from centre_place order by id`,
    );
    return rows.map(({ lng, lat, ...place }) => ({ ...place, position: [lng, lat] as LngLat }));
  }

  /** Grows with every change. */
  async getVersion(): Promise<number> {
    const [row] = await this.query<{ version: number }>('select version from centre_place_version');
    return row!.version;
  }
}
