import type { PlaceSearchAnswer, SystemInfo } from '#contracts';
import { gridTown } from '../../apps/importer/src/grid.fixture.js';
import { toPbf, writeFixture } from '../../apps/importer/src/osm.fixture.js';
import { runImporter } from '../support/importer-process.js';
import { buildServer, ProductProcess } from '../support/product-process.js';
import { until } from '../support/screen.js';
import { signIn } from '../support/server.js';

describe('D02 The embedded database is imported into while it serves', () => {
  let product: ProductProcess;
  const file = writeFixture('town.osm.pbf', toPbf(gridTown(60, [106.62, 10.94], (i) => `Đường Nhập Mới ${i}`)));

  beforeAll(async () => {
    await buildServer();
    product = await ProductProcess.prepare(null);
    await product.start();
  }, 300_000);
  afterAll(() => product.cleanUp());

  it('through the server that holds it; commands are answered meanwhile', async () => {
    const dispatcher = await signIn(product.url, 'dieuphoi');
    const system = () => dispatcher.get<SystemInfo>('/api/system');
    const before = (await system()).mapVersion;
    let importing = true;
    const importProcess = runImporter([file, '--name', 'Phố mới'], {
      DATABASE_URL: '',
      DATA_FOLDER: product.dataFolder,
    });
    const end = importProcess.finally(() => (importing = false));
    const waits: number[] = [];
    while (importing) {
      const asked = performance.now();
      await dispatcher.send('call.take', { phone: '0908417226' });
      waits.push(performance.now() - asked);
    }
    expect(await end).toMatchObject({ code: 0, words: expect.stringContaining(`${product.pid}`) });
    waits.sort((a, b) => a - b);
    console.log(`${waits.length} calls taken during the import, slowest ${Math.round(waits.at(-1)!)} ms`);
    expect(waits.length).toBeGreaterThan(10);
    await until(async () => (await system()).mapVersion !== before, 'the new map', 30_000);
    const { suggestions } = await dispatcher.get<PlaceSearchAnswer>(
      `/api/places?q=${encodeURIComponent('nhap moi 7')}`,
    );
    expect(suggestions[0]!.name).toContain('Nhập Mới 7');
  }, 120_000);

  it('and an importer that is killed half way leaves the server and the next import undisturbed', async () => {
    const dispatcher = await signIn(product.url, 'dieuphoi');
    const mapVersion = async () => (await dispatcher.get<SystemInfo>('/api/system')).mapVersion;
    const before = await mapVersion();
    const environment = { DATABASE_URL: '', DATA_FOLDER: product.dataFolder };
    const killed = [600, 900, 1_200, 1_500];
    const ends: (number | null)[] = [];
    for (const killAfterMs of killed) {
      ends.push((await runImporter([file, '--name', 'Phố dở'], environment, { killAfterMs })).code);
      await dispatcher.send('call.take', { phone: '0908417226' });
    }
    expect(ends).toContain(null);
    expect(await runImporter([file, '--name', 'Phố cuối'], environment)).toMatchObject({
      code: 0,
      words: expect.stringContaining('Phố cuối'),
    });
    await until(async () => (await mapVersion()) !== before, 'the new map', 30_000);
  }, 120_000);
});
