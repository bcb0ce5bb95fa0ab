import type { Incident } from '#contracts';
import type { Browser, Page } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

const TABLET = { viewport: { width: 1280, height: 800 }, hasTouch: true };
const PLACE = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };

describe('E19 Many patients, rides for a time, and the log of the shift', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  let incident: Incident;
  let room: Screen;
  let page: Page;
  let keys: Keys;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    dispatcher = await server.as('dieuphoi2');
    const call = { phone: '0908417226' };
    ({ incident } = await dispatcher.send('incident.open', { call, reason: 'traffic', place: PLACE, patientCount: 9 }));
    const dueAt = new Date(Date.now() + 150 * 60_000).toISOString();
    await dispatcher.send('incident.open', { call, caseType: 'transfer', reason: 'transfer', place: PLACE, dueAt });
    const crew = await server.as('bd-07');
    const order = { incidentId: incident.id, vehicleId: crew.account.vehicleId!, reason: 'station_agreed' as const };
    const { mission } = await dispatcher.send('dispatch.order', order);
    for (const step of ['acknowledged', 'en_route', 'on_scene'] as const)
      await crew.send('mission.report', { missionId: mission.id, step });
    room = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    ({ page } = room);
    keys = new Keys(page);
    await page.locator(`[data-incident="${incident.id}"]`).click();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('one key declares it; the crew counts by touch, without a network too, and the room sees the tally', async () => {
    await keys.press('Alt+x');
    const section = page.getByRole('region', { name: 'Nhiều nạn nhân' });
    await section.waitFor();
    const tablet = await Screen.open(browser, server.url, 'crew', 'bd-07', TABLET);
    const { page: own } = tablet;
    const red = own.getByRole('button', { name: /Thêm một Đỏ/ });
    await red.tap();
    await red.tap();
    await own.context().setOffline(true);
    await own.getByRole('button', { name: /Thêm một Vàng/ }).tap();
    await own.getByRole('button', { name: /Thêm một Đen/ }).tap();
    await own.locator('.tag-yellow b', { hasText: '1' }).waitFor();
    await own.context().setOffline(false);
    await section.getByText('4 BN').waitFor({ timeout: 30_000 });
    await page.locator(`[data-incident="${incident.id}"]`).getByText('4 BN').waitFor();
    await tablet.picture('crew-casualties');
    expect(await tablet.violations()).toEqual([]);
    expect(tablet.failures).toEqual([]);
  });

  it('a patient gets a vehicle, more vehicles are asked at once and taken back together', async () => {
    await page.getByLabel('BN 1: Xe').selectOption({ label: 'BD-07' });
    await page.getByRole('button', { name: 'Hỏi thêm 2 xe' }).click();
    await page.locator('.asking, .offer-board, [class*=offer]').first().waitFor();
    await room.picture('console-casualties');
    expect(await room.violations()).toEqual([]);
    const asked = () =>
      server.database.dataSource
        .query(`select 1 from vehicle_request where state = 'seeking'`)
        .then((rows) => rows.length);
    expect(await asked()).toBe(2);
    await page.locator('[data-panel=units]').focus();
    await keys.press('Control+z');
    await page.waitForTimeout(1_500);
    expect(await asked()).toBe(0);
  });

  it('a ride stands among the rides with the time that is left', async () => {
    const rides = page.getByRole('group', { name: 'Có hẹn giờ' });
    await rides.getByText(/còn 2 giờ \d+ phút/).waitFor();
    await rides.locator('.incident-row').dblclick();
    await page.getByText(/Phát lệnh \d\d:\d\d/).waitFor();
    await page.getByRole('button', { name: 'Đổi giờ hẹn' }).click();
    await page.getByLabel('Vì sao đổi').fill('Bệnh viện hẹn lại');
    await room.picture('console-ride');
    expect(await room.violations()).toEqual([]);
  });

  it('the log of the shift is written, received and printed', async () => {
    await page.getByRole('link', { name: 'Sổ ca trực' }).click();
    await page.getByRole('heading', { name: 'Sổ ca trực' }).waitFor();
    await page.getByLabel('Loại').selectOption({ label: 'Hỏng hóc' });
    await page.getByLabel('Nội dung').fill('Máy in bàn 2 hỏng, đã gọi kỹ thuật');
    await page.getByRole('button', { name: 'Ghi sổ' }).click();
    await page.locator('.log-text', { hasText: 'Máy in bàn 2' }).waitFor();
    await page.getByRole('button', { name: 'Nhận ca' }).click();
    await page.getByText(/^Đã nhận ca \d\d:\d\d, /).waitFor();
    await page.getByText('Tình hình đầu ca').waitFor({ timeout: 40_000 });
    await room.picture('console-shift-log');
    expect(await room.violations()).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await room.picture('console-shift-log-1366');
    expect(room.failures).toEqual([]);
  });
});
