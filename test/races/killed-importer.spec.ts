import { queryOf, RegionStore } from '#region';
import { loadGraph } from '#roads';
import pg from 'pg';
import { gridTown } from '../../apps/importer/src/grid.fixture.js';
import { toPbf, writeFixture } from '../../apps/importer/src/osm.fixture.js';
import { onServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { runImporter } from '../support/importer-process.js';
import { buildServer } from '../support/product-process.js';

const KILLS = onServer ? 12 : 4;

describe(`an importer that is killed ${KILLS} times`, () => {
  let database: TestDatabase;
  let client: pg.Client;
  let store: RegionStore;
  const file = writeFixture('town.osm.pbf', toPbf(gridTown(90, [106.66, 10.97], (i) => `Đường số ${i}`)));
  const run = (name: string, killAfterMs: number | null = null) =>
    runImporter([file, '--name', name], { DATABASE_URL: database.url, DATA_FOLDER: '' }, { killAfterMs });

  beforeAll(async () => {
    await buildServer();
    database = await openTestDatabase(2);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    store = new RegionStore(queryOf(client));
  }, 300_000);
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('leaves a whole region behind every time, and hinders no later import', async () => {
    const started = performance.now();
    expect(await run('0')).toMatchObject({ code: 0 });
    const wholeMs = performance.now() - started;
    let brought = '0';
    let killed = 0;
    for (let i = 1; i <= KILLS; i++) {
      const { code } = await run(String(i), wholeMs * (0.2 + (0.8 * i) / KILLS));
      if (code === null) killed++;
      const region = (await store.findRegion())!;
      // A kill after the exchange comes too late: then the new region is the whole one.
      expect([brought, String(i)]).toContain(region.name);
      brought = region.name;
      expect((await loadGraph(queryOf(client)))!.edgeCount).toBe(region.report.edges);
      expect((await store.listPlaces()).length).toBeGreaterThan(180);
    }
    expect(killed).toBeGreaterThan(KILLS / 2);
    expect(await run('last')).toMatchObject({ code: 0 });
    expect(await store.findRegion()).toMatchObject({ name: 'last' });
    expect((await client.query(`select 1 from pg_tables where schemaname = 'region_next'`)).rowCount).toBe(0);
  }, 300_000);
});
