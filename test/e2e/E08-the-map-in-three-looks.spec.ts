import type { Browser, Page } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

const THEMES = ['dark', 'night', 'light'] as const;
/** Steps of the zoom from the whole region: all of it, a town, its streets. */
const ZOOMS = [
  { name: 'region', steps: 0 },
  { name: 'town', steps: 3 },
  { name: 'streets', steps: 6 },
] as const;

describe('E08 The map in three looks, from far and near, with what can be laid over it', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const inTheme = async (page: Page, theme: string) => {
    const appearance = JSON.stringify({ state: { theme, scale: 100 }, version: 0 });
    await page.evaluate((value) => localStorage.setItem('appearance', value), appearance);
    await page.reload();
    await page.locator('[data-map-ready]').waitFor();
    await page.waitForTimeout(800);
  };
  const zoom = async (page: Page, steps: number) => {
    await page.getByRole('button', { name: 'Toàn vùng' }).click();
    await page.waitForTimeout(500);
    for (let step = 0; step < steps; step++) {
      await page.getByRole('button', { name: 'Phóng to' }).click();
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
      for (const { name, steps } of ZOOMS) {
        await zoom(page, steps);
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
    await zoom(page, 2);
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
});
