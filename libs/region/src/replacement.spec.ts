import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ImportClaim, ImportUnderWayError } from './import-claim.js';
import { queryOf, type Query } from './query.js';
import { EDGE, networkOf, REGION } from './region.fixture.js';
import { RegionReplacement } from './replacement.js';
import { RegionStore, type Import } from './store.js';

const importedAt = new Date('2026-01-02T03:04:05Z');
const importOf = (name: string, edges = [EDGE]): Import => ({
  region: { ...REGION, name },
  network: networkOf(edges),
  source: `${name}.osm.pbf`,
  importedAt,
});
const IMPORTER = { host: 'here', pid: 1, source: 'a.osm.pbf' };
const NOBODY = () => false;
const EVERYBODY = () => true;

describe('replacing the region while it is served', () => {
  let database: TestDatabase;
  let client: Client;
  let query: Query;
  let store: RegionStore;

  beforeAll(async () => {
    database = await openTestDatabase(1);
    client = new Client({ connectionString: database.url });
    await client.connect();
    query = queryOf(client);
    store = new RegionStore(query);
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  const replacement = async (by: Query = query) => {
    const claim = await ImportClaim.take(query, IMPORTER, EVERYBODY);
    // Only the steps of the replacement go by the other way; the claim renews itself on the same session.
    return new RegionReplacement(by, claim);
  };
  const replace = async (imported: Import) => (await replacement()).replaceRegion(imported);
  const shelved = () =>
    query<{ name: string }>(`select schemaname || '.' || tablename as name from pg_tables
      where schemaname in ('region_next', 'region_former') order by 1`);

  it('brings what a plain replacement brings, with the same constraints and indexes', async () => {
    await store.replace(importOf('Trước'));
    const [places, wards, former] = [await store.listPlaces(), await store.listWards(), await store.listFormerUnits()];
    const shape = () =>
      query(`select tablename, indexname from pg_indexes where schemaname = 'public' union all
        select conrelid::regclass::text, conname || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace order by 1, 2`);
    const before = await shape();
    const version = await replace(importOf('Sau'));
    expect(await store.findRegion()).toMatchObject({ name: 'Sau', version });
    expect([await store.listPlaces(), await store.listWards(), await store.listFormerUnits()]).toEqual([
      places,
      wards,
      former,
    ]);
    expect(await query('select count(*)::int as n from road_edge')).toEqual([{ n: 1 }]);
    expect(await shape()).toEqual(before);
  });

  it('can be taken back, under the version it had, and brought again', async () => {
    const first = await replace(importOf('Một'));
    const second = await replace(importOf('Hai', [EDGE, EDGE]));
    expect(second).toBeGreaterThan(first);
    expect(await (await replacement()).restoreFormer()).toBe(first);
    expect(await store.findRegion()).toMatchObject({ name: 'Một', version: first });
    expect(await query('select id from road_edge')).toHaveLength(1);
    expect(await (await replacement()).restoreFormer()).toBe(second);
    expect(await query('select id from road_edge')).toHaveLength(2);
    expect(await replace(importOf('Ba'))).toBeGreaterThan(second);
  });

  it('cannot be taken back over a change of the schema', async () => {
    await replace(importOf('Cũ'));
    await replace(importOf('Mới'));
    await query('alter table road_edge add column surface text');
    expect(await (await replacement()).restoreFormer()).toBeNull();
    expect(await store.findRegion()).toMatchObject({ name: 'Mới' });
    await query('alter table road_edge drop column surface');
  });

  it('brings new wards and leaves the roads; every place learns its ward', async () => {
    const before = await replace(importOf('Phường'));
    const [ward] = REGION.wards;
    const version = await (
      await replacement()
    ).replaceAreas({ wards: [{ ...ward!, fullName: 'Phường Mới' }], formerUnits: [] });
    expect(version).toBeGreaterThan(before);
    expect(await store.findRegion()).toMatchObject({ name: 'Phường', version, importedAt });
    expect((await store.listPlaces()).map((place) => place.ward)).toEqual(['Phường Mới', null]);
    expect(await store.listFormerUnits()).toEqual([]);
    expect(await query('select id from road_edge')).toHaveLength(1);
    expect(await (await replacement()).restoreFormer()).toBe(before);
    expect(await store.listWards()).toEqual(REGION.wards);
    expect(await store.listFormerUnits()).toEqual(REGION.formerUnits);
  });

  it('refuses areas of another part of the world', async () => {
    await replace(importOf('Ở đây'));
    const [ward] = REGION.wards;
    const geometry = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [7, 43],
          [8, 43],
          [8, 44],
          [7, 43],
        ],
      ],
    };
    const elsewhere = { wards: [{ ...ward!, geometry }] };
    await expect((await replacement()).replaceAreas(elsewhere)).rejects.toThrow('none of the areas');
    expect(await store.listWards()).toEqual(REGION.wards);
  });

  it('leaves the served region whole wherever it breaks off, and clears up the next time', async () => {
    await replace(importOf('Nguyên'));
    let exchanged = false;
    for (let last = 1; !exchanged; last += 3) {
      let left = last;
      const breaking: Query = (sql, parameters) =>
        left-- > 0 ? query(sql, parameters) : Promise.reject(new Error('killed'));
      const next = importOf('Dở', [EDGE, EDGE]);
      await (await replacement(breaking)).replaceRegion(next).catch(() => undefined);
      await query('rollback');
      const region = await store.findRegion();
      const edges = (await query('select id from road_edge')).length;
      // After the exchange only the analysis is left, and the new region is whole too.
      exchanged ||= region?.name === 'Dở';
      expect([region?.name, edges]).toEqual(exchanged ? ['Dở', 2] : ['Nguyên', 1]);
      expect(await store.listWards()).toEqual(REGION.wards);
    }
    await replace(importOf('Cuối'));
    expect((await shelved()).every(({ name }) => name.startsWith('region_former.'))).toBe(true);
  }, 120_000);

  it('is done by one at a time; who lost the claim writes nothing more', async () => {
    await query('delete from region_import');
    const claim = await ImportClaim.take(query, IMPORTER, NOBODY);
    await expect(ImportClaim.take(query, { ...IMPORTER, pid: 2 }, NOBODY)).rejects.toThrow(ImportUnderWayError);
    const slow = new RegionReplacement(query, claim);
    await query(`update region_import set beat_at = beat_at - interval '61 seconds'`);
    const next = await ImportClaim.take(query, { ...IMPORTER, pid: 2 }, NOBODY);
    await expect(slow.replaceRegion(importOf('Chậm'))).rejects.toThrow('taken over');
    await new RegionReplacement(query, next).replaceRegion(importOf('Kế'));
    await next.release();
    expect(await store.findRegion()).toMatchObject({ name: 'Kế' });
    await (await ImportClaim.take(query, IMPORTER, NOBODY)).release();
  });
});
