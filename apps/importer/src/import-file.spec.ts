import pg from 'pg';
import { queryOf, RegionStore } from '#region';
import { loadGraph, RoadGraphTimes, RoadsInForce } from '#roads';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { importAreas } from './import-areas.js';
import { importFile } from './import-file.js';
import { toPbf, writeFixture, type OsmWorld } from './osm.fixture.js';

/** Four streets of one kilometre around a block; the south side may be driven to the east only. */
const BLOCK: OsmWorld = {
  nodes: [
    { id: 1, lon: 106.7, lat: 10.8 },
    { id: 2, lon: 106.71, lat: 10.8 },
    { id: 3, lon: 106.71, lat: 10.81 },
    { id: 4, lon: 106.7, lat: 10.81 },
  ],
  ways: [
    { id: 10, refs: [2, 1], tags: { highway: 'primary', name: 'Lê Lợi', oneway: '-1' } },
    { id: 11, refs: [2, 3, 4, 1], tags: { highway: 'primary', name: 'Hàm Nghi' } },
  ],
};
const WARDS = {
  type: 'FeatureCollection',
  features: [
    {
      properties: { code: '26740', name: 'Sài Gòn', fullName: 'Phường Sài Gòn' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [106, 10],
            [107, 10],
            [107, 11],
            [106, 11],
            [106, 10],
          ],
        ],
      },
    },
    {
      properties: { code: '00004', name: 'Ba Đình', fullName: 'Phường Ba Đình' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [105, 20],
            [106, 20],
            [106, 21],
            [105, 20],
          ],
        ],
      },
    },
  ],
};

describe('importing a file', () => {
  let database: TestDatabase;
  let client: pg.Client;
  const file = writeFixture('block.osm.pbf', toPbf(BLOCK));

  beforeAll(async () => {
    database = await openTestDatabase(1);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('makes its roads drivable: from the file through the database to a travel time', async () => {
    expect(await loadGraph(queryOf(client))).toBeNull();
    const wardsFile = writeFixture('wards.geojson', JSON.stringify(WARDS));
    const { network } = await importFile(database.url, { file, name: 'Khu phố', wardsFile });
    expect(network.report).toMatchObject({ ways: 2, edges: 2, oneWayEdges: 1 });
    const graph = (await loadGraph(queryOf(client)))!;
    const times = new RoadGraphTimes(new RoadsInForce(graph), () => new Date());
    const {
      times: [along, against],
    } = await times.toPlace([{ at: [106.702, 10.8] }, { at: [106.708, 10.8] }], [106.705, 10.8]);
    expect(along!.metres!).toBeGreaterThan(320);
    expect(along!.metres!).toBeLessThan(335);
    expect(against!.metres!).toBeGreaterThan(4000);
    const store = new RegionStore(queryOf(client));
    expect((await store.listWards()).map(({ name }) => name)).toEqual(['Sài Gòn']);
    expect((await store.listPlaces()).map(({ name, ward }) => [name, ward])).toEqual([
      ['Lê Lợi', 'Phường Sài Gòn'],
      ['Hàm Nghi', 'Phường Sài Gòn'],
    ]);
  });

  it('keeps the wards and former units that a newer file of roads does not bring', async () => {
    const store = new RegionStore(queryOf(client));
    const former = { level: 'district', name: 'Quận 1', fullName: 'Quận 1' };
    const { geometry } = WARDS.features[0]!;
    const formerFile = writeFixture(
      'former.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [{ properties: former, geometry }] }),
    );
    await importAreas(database.url, { file: formerFile });
    const before = [await store.listWards(), await store.listFormerUnits()];
    await importFile(database.url, { file, name: 'Khu phố' });
    expect([await store.listWards(), await store.listFormerUnits()]).toEqual(before);
    expect(before.map((areas) => areas.map(({ name }) => name))).toEqual([['Sài Gòn'], ['Quận 1']]);
  });

  it('leaves everything as it was when the file is torn', async () => {
    await importFile(database.url, { file, name: 'Khu phố' });
    const torn = writeFixture('torn.osm.pbf', toPbf(BLOCK).subarray(0, -9));
    await expect(importFile(database.url, { file: torn })).rejects.toHaveProperty('wording.vi');
    const broken = writeFixture('wards.json', '{"type":"FeatureCollection","features":[{}]}');
    await expect(importFile(database.url, { file, wardsFile: broken })).rejects.toHaveProperty('wording.vi');
    expect(await new RegionStore(queryOf(client)).findRegion()).toMatchObject({ name: 'Khu phố' });
    expect((await loadGraph(queryOf(client)))!.edgeCount).toBe(2);
  });
});
