import type { Browser } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E34 What the answers ask for', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('is shown among the needs, beside what a person adds', async () => {
    const other = await server.as('dieuphoi2');
    const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
    const { incident } = await other.send('incident.open', {
      call: { phone: '0908417226' },
      reason: 'childbirth',
      answers: { crowning: 'yes' },
      place,
    });
    const units: { id: string }[] = await server.database.dataSource.query(
      `select vehicle.id from vehicle join station on station.id = station_id
       where station_id = (select station_id from vehicle where call_sign = 'BD-10')`,
    );
    for (const { id } of units)
      await other.send('vehicle.setDuty', { vehicleId: id as never, duty: 'out_of_service', reason: 'broken' });
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.locator(`[data-incident="${incident.id}"]`).click();
    const needs = page.getByRole('group', { name: 'Cần thêm' });
    const pressed = async () =>
      (await needs.locator('button[aria-pressed="true"]').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    await needs.getByRole('button', { name: /Sản/ }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.needs button[aria-disabled="true"]').length === 3);
    expect(await pressed()).toEqual([
      expect.stringContaining('H'),
      expect.stringContaining('S'),
      expect.stringContaining('B'),
    ]);
    await new Keys(page).press('F4', 'm');
    await page.waitForFunction(() => document.querySelectorAll('.needs button[aria-pressed="true"]').length === 4);
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-needs-by-answers');
    expect(screen.failures).toEqual([]);
  });
});
