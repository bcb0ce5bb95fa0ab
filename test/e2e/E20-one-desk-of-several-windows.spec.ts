/// <reference lib="dom" />
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

/** Alarms come soon here, and only those that the spec makes. */
function rules(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'alarms-')), 'rules.json');
  writeFileSync(file, JSON.stringify({ noVehicle: { 1: 2, 2: 3_600 }, stationEmpty: 86_400, shiftEnding: 1 }));
  return file;
}

const CARDIAC = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };

describe('E20 One desk of several windows', () => {
  let server: TestServer;
  let browser: Browser;
  let other: Person;
  let screen: Screen;
  let beside: Page;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer({ ALARM_RULES: rules() }), launch()]);
    other = await server.as('dieuphoi2');
    screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    await screen.page.locator('.incident-row, .empty-state').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const openIncident = async (reason: 'cardiac_arrest' | 'fall') =>
    (await other.send('incident.open', { call: { phone: '0908417226' }, reason, place: CARDIAC })).incident;
  const strip = (page: Page) => page.locator('section.alarm');

  it('opens map and unit board in a window of their own, as drawn', async () => {
    const popup = screen.page.context().waitForEvent('page');
    await screen.page.getByRole('button', { name: 'Mở cửa sổ bản đồ' }).click();
    beside = await popup;
    await beside.setViewportSize({ width: 1920, height: 1080 });
    await beside.locator('[data-map-ready]').waitFor();
    await beside.locator('.board-row[data-vehicle]').first().waitFor();
    expect(new URL(beside.url()).pathname).toBe('/console/map');
    const window = screen.beside(beside);
    expect(await window.violations()).toEqual([]);
    await window.picture('console-map-window');
  });

  it('chooses in all windows what is chosen in one', async () => {
    const incident = await openIncident('fall');
    await screen.page.locator(`[data-incident="${incident.id}"]`).click();
    await beside.locator('.map-tools button:not([disabled])', { hasText: 'Theo sự cố' }).waitFor();
    const row = beside.locator('.board-row[data-vehicle]').nth(3);
    const vehicle = await row.getAttribute('data-vehicle');
    await row.click();
    await screen.page.locator(`.board-row[data-vehicle="${vehicle}"][aria-selected="true"]`).waitFor();
  });

  it('shows an alarm in every window, sounds in one, and is silent everywhere once acknowledged in any', async () => {
    await openIncident('cardiac_arrest');
    await strip(screen.page).waitFor();
    await strip(beside).waitFor();
    const holders = await beside.evaluate(async () =>
      (await navigator.locks.query())
        .held!.filter(({ name }) => name === 'console.sound')
        .map(({ clientId }) => clientId),
    );
    expect(holders).toHaveLength(1);
    await beside.bringToFront();
    await beside.keyboard.press('F9');
    await strip(screen.page).waitFor({ state: 'detached' });
    await screen.page.keyboard.press('Shift+F9');
    await screen.page.getByText('đã xác nhận: Nguyễn Thị Mai Phương').waitFor();
    expect(await screen.violations()).toEqual([]);
    await screen.page.keyboard.press('Escape');
  });

  it('passes the sound on when the window that has it closes', async () => {
    await screen.page.close({ runBeforeUnload: false });
    await beside.waitForFunction(async () =>
      (await navigator.locks.query()).held!.some(({ name }) => name === 'console.sound'),
    );
  });

  it('finds by itself that its board went wrong, fetches it anew and says so', async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    const page = await context.newPage();
    let spoilt = false;
    await page.routeWebSocket(/socket\.io/, (line) => {
      const upstream = line.connectToServer();
      upstream.onMessage((message) => {
        const text = String(message);
        const spoils = !spoilt && text.includes('board.changed') && text.includes('"patientCount":7');
        if (spoils) spoilt = true;
        line.send(spoils ? text.replaceAll('"patientCount":7', '"patientCount":5') : message);
      });
    });
    const again = await Screen.in(page, server.url, 'console', 'dieuphoi');
    await page.locator('.incident-row').first().waitFor();
    const incident = await openIncident('fall');
    await other.send('incident.amend', { incidentId: incident.id, version: 1, changes: { patientCount: 7 } });
    const row = page.locator(`[data-incident="${incident.id}"]`);
    await row.getByText('5 nạn nhân').waitFor();
    await page.getByText('Bảng lệch với máy chủ').waitFor({ timeout: 45_000 });
    await row.getByText('7 nạn nhân').waitFor();
    expect(again.failures).toEqual([]);
    await again.picture('console-mended');
  }, 90_000);
});
