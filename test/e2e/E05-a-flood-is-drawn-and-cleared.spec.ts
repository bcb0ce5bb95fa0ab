import type { Incident, Recommendation } from '#contracts';
import type { Browser, Page } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

const TABLET = {
  viewport: { width: 1280, height: 800 },
  hasTouch: true,
  permissions: ['geolocation'],
  geolocation: { latitude: 10.9934, longitude: 106.6676, accuracy: 8 },
};

describe('E05 What stands in the roads, drawn at the console and reported by touch', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  let incident: Incident;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    dispatcher = await server.as('dieuphoi2');
    const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
    ({ incident } = await dispatcher.send('incident.open', { call: { phone: '0908417226' }, reason: 'fall', place }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const recommended = () => dispatcher.get<Recommendation>(`/api/incidents/${incident.id}/recommendation`);
  const mapOf = (page: Page) => page.locator('.map-view canvas').first();
  const firstRow = (page: Page) => page.locator('.ranked .ranked-unit b').first().innerText();

  it('a flood drawn by mouse and number keys changes the list; one key clears it', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    const keys = new Keys(page);
    await page.getByText('Chợ Thủ Dầu Một').first().waitFor();
    await page.locator('[data-map-ready]').waitFor();
    await keys.press('F3', 'Enter');
    await page.getByRole('button', { name: /^Điều BD-\d\d/ }).waitFor();
    const before = await firstRow(page);
    const times = (await recommended()).ranked.map(({ travelSeconds }) => travelSeconds);

    // The chosen incident comes to the middle of the map: a ring of points around it floods every way in.
    await keys.press('F7', 'z');
    await page.waitForTimeout(800);
    await keys.press('Alt+c');
    await page.getByText('Bấm các điểm trên bản đồ').waitFor();
    const box = (await mapOf(page).boundingBox())!;
    const [x, y] = [box.width / 2, box.height / 2];
    for (const [dx, dy] of [
      [-150, -60],
      [150, -60],
      [150, 110],
      [-150, 110],
      [300, 120],
    ] as const)
      await mapOf(page).click({ position: { x: x + dx, y: y + dy } });
    await page.getByText('5 điểm').waitFor();
    await keys.press('Backspace');
    await page.getByText('4 điểm').waitFor();
    await screen.picture('console-drawing');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Shift+Enter');
    await page.getByText('Cản gì?').waitFor();
    await keys.press('1');
    await page.getByText('Ngập đến đâu?').waitFor();
    await keys.press('2');
    await page.getByText('Trong bao lâu?').waitFor();
    await keys.press('3');
    await page.getByText('Ngập nửa bánh xe').first().waitFor();
    await page
      .getByText(/qua chỗ ngập/)
      .first()
      .waitFor();
    const flooded = (await recommended()).ranked.map(({ travelSeconds }) => travelSeconds);
    expect(Math.min(...flooded)).toBeGreaterThan(Math.min(...times) + 15);
    await screen.picture('console-flood');
    expect(await screen.violations()).toEqual([]);

    await page.getByRole('button', { name: /Ngập nửa bánh xe/ }).focus();
    await keys.press('Delete');
    await page.getByText('Ngập nửa bánh xe').first().waitFor({ state: 'detached' });
    await page
      .getByText(/qua chỗ ngập/)
      .first()
      .waitFor({ state: 'detached' });
    expect(await firstRow(page)).toBe(before);
    expect((await recommended()).ranked.map(({ travelSeconds }) => travelSeconds)).toEqual(times);
    expect(screen.failures).toEqual([]);
    expect(screen.strangers).toEqual([]);
  });

  it('a crew reports the road with one touch, takes it back with another, and drives by instructions', async () => {
    const crew = await server.as('bd-07');
    const order = { incidentId: incident.id, vehicleId: crew.account.vehicleId!, reason: 'station_agreed' } as const;
    await dispatcher.send('dispatch.order', order);
    const screen = await Screen.open(browser, server.url, 'crew', 'bd-07', TABLET);
    const { page } = screen;
    await page.getByRole('button', { name: 'Nhận lệnh' }).first().tap();
    await page.locator('.manoeuvre b').waitFor();
    await page.locator('[data-map-ready]').waitFor();
    await page.getByRole('button', { name: 'Ngập ở đây' }).tap();
    await page.getByRole('button', { name: /^Bỏ: Ngập/ }).waitFor();
    await screen.picture('crew-road');
    expect(await screen.violations()).toEqual([]);
    const open = async () =>
      (await server.database.dataSource.query(`select 1 from obstruction where state = 'open' and source = 'crew'`))
        .length;
    expect(await open()).toBe(1);
    await page.getByRole('button', { name: /^Bỏ: Ngập/ }).tap();
    await page.getByRole('button', { name: /^Bỏ: Ngập/ }).waitFor({ state: 'detached' });
    expect(await open()).toBe(0);

    const told = await page.locator('.manoeuvre b').innerText();
    expect(told).toMatch(/^\d+([,.]\d+)?\s?k?m · \S+/);
    // Half a kilometre off to the side: the route is asked anew from there.
    const routes: string[] = [];
    page.on('request', (request) => request.url().includes('/api/route') && routes.push(request.url()));
    for (const lng of [106.6726, 106.6727, 106.6728]) {
      await page.context().setGeolocation({ latitude: 10.9934, longitude: lng, accuracy: 8 });
      await page.waitForTimeout(1_500);
    }
    expect(routes.some((url) => url.includes('106.672'))).toBe(true);
    expect(screen.failures).toEqual([]);
  });
});
