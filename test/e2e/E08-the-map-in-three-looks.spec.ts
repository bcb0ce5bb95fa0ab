import type { Browser, Page } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

const THEMES = ['dark', 'night', 'light'] as const;
const ZOOMS = ['region', 'town', 'streets'] as const;

describe('E08 The map in three looks, from far and near, with what can be laid over it', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    const dispatcher = await server.as('dieuphoi2');
    const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
    await dispatcher.send('incident.open', { call: { phone: '0908417226' }, reason: 'fall', place });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const inTheme = async (page: Page, theme: string, scale = 100) => {
    await page.locator('[data-map-ready]').waitFor();
    const appearance = JSON.stringify({ state: { theme, scale }, version: 0 });
    await page.evaluate((value) => localStorage.setItem('appearance', value), appearance);
    await page.reload();
    await page.locator('[data-map-ready]').waitFor();
    await page.waitForTimeout(800);
  };
  /** The whole region; around an incident from where a town is seen; or near enough for its streets. */
  const look = async (page: Page, from: (typeof ZOOMS)[number]) => {
    await page.getByRole('button', { name: 'Toàn vùng' }).click();
    await page.waitForTimeout(600);
    if (from === 'region') return;
    await page.getByText('Chợ Thủ Dầu Một').first().click();
    await page.keyboard.press('F7');
    await page.keyboard.press('z');
    await page.waitForTimeout(600);
    const [button, steps] = from === 'town' ? ['Thu nhỏ', 2] : ['Phóng to', 2];
    for (let step = 0; step < steps; step++) {
      await page.getByRole('button', { name: button }).click();
      await page.waitForTimeout(450);
    }
  };

  it('draws region, town and streets in each, and asks nobody else for anything', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    const tiles: number[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/tiles/')) tiles.push(response.status());
    });
    const pictures = new Map<string, string>();
    for (const theme of THEMES) {
      await inTheme(page, theme);
      for (const name of ZOOMS) {
        await look(page, name);
        await screen.picture(`map-${theme}-${name}`, '.map-panel');
        const shot = await page.locator('.map-panel .map-view').screenshot();
        pictures.set(`${theme} ${name}`, shot.toString('base64'));
      }
    }
    expect(new Set(pictures.values()).size).toBe(THEMES.length * ZOOMS.length);
    expect(tiles.length).toBeGreaterThan(20);
    expect(tiles.filter((status) => ![200, 204, 304].includes(status))).toEqual([]);
    expect(screen.strangers).toEqual([]);
    expect(screen.failures).toEqual([]);
  });

  it('lays coverage and wards over it by one key each, and takes them away again', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await inTheme(page, 'dark');
    await look(page, 'town');
    await page.keyboard.press('F7');
    await page.keyboard.press('c');
    await page.getByText('xe tới sau 15 phút').waitFor();
    await page.keyboard.press('p');
    await screen.picture('map-coverage', '.map-panel');
    expect(await page.getByRole('button', { name: /^Độ phủ/ }).getAttribute('aria-pressed')).toBe('true');
    expect(await screen.violations()).toEqual([]);
    await page.keyboard.press('c');
    await page.getByText('xe tới sau 15 phút').waitFor({ state: 'detached' });
    expect(screen.failures).toEqual([]);
  });

  it('has a base under its marks on a small screen with large text too', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi', {
      viewport: { width: 1600, height: 900 },
    });
    const { page } = screen;
    await inTheme(page, 'dark', 125);
    const tiles: number[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/tiles/')) tiles.push(response.status());
    });
    await page.reload();
    await page.locator('[data-map-ready]').waitFor();
    await look(page, 'region');
    await screen.picture('map-large-text', '.map-panel');
    expect(tiles).toContain(200);
  });
});
