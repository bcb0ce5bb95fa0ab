import type { SystemInfo } from '#contracts';
import type { Browser } from 'playwright-core';
import { gridTown } from '../../apps/importer/src/grid.fixture.js';
import { toPbf, writeFixture } from '../../apps/importer/src/osm.fixture.js';
import { runImporter } from '../support/importer-process.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

describe('E07 The map changes under the dispatcher', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('an import is drawn in place, with its source named, without a reload of the page', async () => {
    const { page, failures, strangers } = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    await page.locator('[data-map-ready]').waitFor();
    const asked: string[] = [];
    const broken: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('response', (response) => {
      if (response.status() >= 400) broken.push(`${response.status()} ${response.url()}`);
    });
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));

    const file = writeFixture('town.osm.pbf', toPbf(gridTown(60, [106.62, 10.94], (i) => `Đường Nhập Mới ${i}`)));
    const environment = { DATABASE_URL: server.database.url, DATA_FOLDER: '' };
    expect(await runImporter([file], environment)).toMatchObject({ code: 0 });
    await page.getByText('OpenStreetMap contributors').waitFor();
    const { mapVersion } = (await (await fetch(`${server.url}/api/system`)).json()) as SystemInfo;
    await expectSoon(page, () => asked.some((path) => path.startsWith(`/tiles/${mapVersion}/`)));
    expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
    expect([failures, strangers, broken]).toEqual([[], [], []]);
  });
});

async function expectSoon(page: Screen['page'], holds: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !holds(); i++) await page.waitForTimeout(100);
  expect(holds()).toBe(true);
}
