import { jest } from '@jest/globals';
import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { queryOf, type Query } from './query.js';
import type { RegionData } from './region.js';
import { EDGE, networkOf, REGION } from './region.fixture.js';
import { RegionStore } from './store.js';

describe('the region in the database', () => {
  let database: TestDatabase;
  let client: Client;
  let query: Query;

  beforeAll(async () => {
    database = await openTestDatabase(1);
    client = new Client({ connectionString: database.url });
    await client.connect();
    query = queryOf(client);
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  const importedAt = new Date('2026-01-02T03:04:05Z');
  const replace = (region: RegionData, edges = [EDGE]) =>
    new RegionStore(query).replace({ region, network: networkOf(edges), source: 'test', importedAt });

  it('is read back as it was written', async () => {
    const store = new RegionStore(query);
    expect(await store.findRegion()).toBeNull();
    const version = await replace(REGION);
    expect(await store.findRegion()).toEqual({
      version,
      name: 'Vùng thử',
      demonstration: true,
      attribution: 'nobody',
      source: 'test',
      importedAt,
      bounds: [106.123456789, 10, 106.3, 10.2],
      report: networkOf([EDGE]).report,
    });
    expect(await store.listWards()).toEqual(REGION.wards);
    expect(await store.listFormerUnits()).toEqual(REGION.formerUnits);
    expect(await store.listFeatures()).toEqual(REGION.features);
    expect((await store.listFeatures('place')).map(({ name }) => name)).toEqual(['Thủ Dầu Một']);
    const [edge] = await query(`select *, ST_AsText(geom) as line from road_edge`);
    expect(edge).toMatchObject({
      way_id: '6000000000',
      cost: 0.1 + 0.2,
      reverse_cost: -1,
      road_class: 'primary',
      ref: 'QL13',
      direction: 'forward',
      max_speed_kmh: 60,
      width_metres: null,
      admits_car: true,
      admits_motorbike: false,
    });
    expect(await query('select * from road_turn')).toEqual([
      { id: 0, from_edge: 0, via_vertex: 1, to_edge: 0, kind: 'no', motorbike_exempt: true },
    ]);
    expect(await query('select * from road_barrier')).toEqual([{ vertex: 1, kind: 'gate' }]);
    expect(await store.findRoadOrder()).toEqual(Int32Array.of(1, 0));
    expect(edge!['line']).toBe('LINESTRING(106.123456789 10,106.2 10.1,106.3 10.2)');
  });

  it('gives every place the ward it lies in', async () => {
    await replace(REGION);
    expect(await new RegionStore(query).listPlaces()).toEqual([
      { id: 0, ward: 'Phường Phú Lợi', ...REGION.places[0] },
      { id: 1, ward: null, ...REGION.places[1] },
    ]);
  });

  it('is replaced as a whole, under a new version', async () => {
    const first = await replace(REGION);
    const second = await replace({ ...REGION, name: 'Vùng mới', wards: [], places: [] });
    expect(second).toBeGreaterThan(first);
    const store = new RegionStore(query);
    expect(await store.findRegion()).toMatchObject({ version: second, name: 'Vùng mới' });
    expect(await store.listWards()).toEqual([]);
    expect(await store.listPlaces()).toEqual([]);
  });

  it('stays as it was when the new one fails half way', async () => {
    await replace(REGION);
    const broken = { ...REGION, name: 'Hỏng', wards: [REGION.wards[0]!, REGION.wards[0]!] };
    await expect(replace(broken, [EDGE, EDGE])).rejects.toThrow('ward_pk');
    const store = new RegionStore(query);
    expect(await store.findRegion()).toMatchObject({ name: 'Vùng thử' });
    expect(await store.listWards()).toHaveLength(2);
    expect(await query('select 1 from road_edge')).toHaveLength(1);
  });

  it('tells how far it is', async () => {
    const progress = jest.fn();
    const store = new RegionStore(query, progress);
    await store.replace({ region: REGION, network: networkOf([EDGE]), source: 'test', importedAt });
    expect(progress).toHaveBeenLastCalledWith(12, 12);
  });
});
