import type { Browser, Page } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E31 A pin is moved', () => {
  let server: TestServer;
  let browser: Browser;
  let screen: Screen;
  let page: Page;
  let keys: Keys;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    page = screen.page;
    keys = new Keys(page);
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
    await page.locator('[data-map-ready]').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const handle = (of: 'cuộc gọi' | 'sự cố') => page.getByRole('button', { name: new RegExp(`^Vị trí (của )?${of}`) });
  const middle = async (of: 'cuộc gọi' | 'sự cố') => {
    const { x, y, width, height } = (await handle(of).boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  };
  const saved = async (): Promise<{
    lng: number;
    lat: number;
    place_source: string;
    address: string;
    version: number;
  }> =>
    (
      await server.database.dataSource.query(
        `select ST_X(position::geometry) as lng, ST_Y(position::geometry) as lat, place_source, address, version
         from incident order by opened_at desc limit 1`,
      )
    )[0];

  it('of the call being written, with the mouse: the place is a pin and has other words', async () => {
    await keys.press('F2');
    await page.locator('[name=place]').focus();
    await keys.type('chợ búng');
    await page
      .getByRole('option', { name: /^Chợ Búng/ })
      .first()
      .waitFor();
    await keys.press('Enter');
    const chosen = await page.locator('[name=place]').inputValue();
    await handle('cuộc gọi').waitFor();
    const from = await middle('cuộc gọi');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 25, { steps: 5 });
    await page.mouse.up();
    await page.locator('.place-state', { hasText: 'ghim' }).waitFor();
    await page.waitForFunction(
      (before) => document.querySelector<HTMLInputElement>('[name=place]')?.value !== before,
      chosen,
    );
    const to = await middle('cuộc gọi');
    expect([Math.round(to.x - from.x), Math.round(to.y - from.y)]).toEqual([40, 25]);
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-pin-moved');
  });

  it('keeps the words that a person typed', async () => {
    await page.locator('[name=place]').fill('Nhà trọ Cô Ba');
    await page.getByRole('button', { name: 'Ghim', exact: true }).first().click();
    const { x, y, width, height } = (await page.locator('.map-view').boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await handle('cuộc gọi').focus();
    await keys.press('ArrowRight', 'Enter');
    await page.waitForTimeout(1_000);
    expect(await page.locator('[name=place]').inputValue()).toBe('Nhà trọ Cô Ba');
  });

  it('of a saved incident, with the keys: Escape takes back, Enter is one amendment, Ctrl Z the way back', async () => {
    await page.getByRole('combobox', { name: /Lý do gọi/ }).focus();
    await keys.type('nga');
    await page.getByRole('option', { name: /Ngã/ }).first().waitFor();
    await keys.press('Enter', 'Control+s');
    await page.getByText(/^Đã lưu/).waitFor();
    const before = await saved();
    await handle('sự cố').focus();
    const from = await middle('sự cố');
    await keys.press('Shift+ArrowUp', 'ArrowRight');
    const moved = await middle('sự cố');
    expect([Math.round(moved.x - from.x), Math.round(moved.y - from.y)]).toEqual([4, -40]);
    await screen.picture('console-pin-by-keys', '.map-panel');
    await keys.press('Escape');
    expect(Math.round((await middle('sự cố')).y)).toBe(Math.round(from.y));
    expect((await saved()).version).toBe(before.version);

    await keys.press('Shift+ArrowUp', 'ArrowRight', 'Enter');
    await page.getByText(/^Đã dời vị trí sự cố/).waitFor();
    const after = await saved();
    expect(after.version).toBe(before.version + 1);
    expect(after).toMatchObject({ place_source: 'pin', address: 'Nhà trọ Cô Ba' });
    expect(after.lat).toBeGreaterThan(before.lat);
    expect(after.lng).toBeGreaterThan(before.lng);
    expect(await screen.violations()).toEqual([]);

    await keys.press('Control+z');
    await page
      .getByText(/^Đã hoàn tác|^Đã lấy lại/)
      .first()
      .waitFor();
    expect((await saved()).lat).toBeCloseTo(before.lat, 9);
    expect(screen.failures).toEqual([]);
  });
});
