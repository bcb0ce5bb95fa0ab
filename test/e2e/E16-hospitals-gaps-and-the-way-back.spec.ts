import type { Browser } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { until } from '../support/screen.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E16 Where the patient goes, and what is left uncovered', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    dispatcher = await server.as('dieuphoi2');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('a hospital that is full is ranked down with the word, and one key takes that back', async () => {
    const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
    const call = { phone: '0908417226' };
    const { incident } = await dispatcher.send('incident.open', { call, reason: 'stroke', place });
    const vehicleId = (await server.as('bd-07')).account.vehicleId!;
    await dispatcher.send('dispatch.order', { incidentId: incident.id, vehicleId, reason: 'station_agreed' });
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    const keys = new Keys(page);
    await page.getByText('Chợ Thủ Dầu Một').first().waitFor();
    await keys.press('F3', 'Enter');
    await page.locator('[data-hospitals]').waitFor();
    await keys.press('Alt+u');
    const names = page.locator('.hospital .hospital-words b');
    await names.first().waitFor();
    const before = await names.allInnerTexts();
    await screen.picture('console-hospitals');
    expect(await screen.violations()).toEqual([]);

    await page
      .locator('.hospital')
      .first()
      .getByRole('button', { name: /còn nhận không/ })
      .click();
    const department = page.getByRole('group', { name: 'Khoa cấp cứu' });
    await department.getByRole('button', { name: 'Đầy' }).click();
    await screen.picture('console-capacity');
    expect(await screen.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Ghi', exact: true }).click();
    await until(async () => {
      const now = await names.allInnerTexts();
      return now.length > 0 && now[0] !== before[0];
    }, 'the full hospital to go down');
    // Down, and never out.
    expect((await names.allInnerTexts()).sort()).toEqual([...before].sort());
    await page.getByText('Khoa cấp cứu đầy').waitFor();
    await page.locator('.hospital-choose').first().focus();
    await keys.press('Control+z');
    await until(async () => (await names.allInnerTexts())[0] === before[0], 'the room to be as before');
    await page.locator('.hospital-choose').first().focus();
    await keys.press('2');
    await page.locator('.hospitals').waitFor({ state: 'detached' });
    await page.locator('.hospital-choice > p > b').getByText(before[1]!).waitFor();
    expect(screen.failures).toEqual([]);
  });

  it('names the wards beyond 8 and 15 minutes and the move that helps; nothing moves until it is pressed', async () => {
    // All but a few crews go off duty: gaps open.
    const { rows } = { rows: await server.database.dataSource.query('select id from vehicle order by call_sign') };
    const idle = (await server.database.dataSource.query('select vehicle_id from mission where active')) as {
      vehicle_id: string;
    }[];
    for (const [i, { id }] of (rows as { id: never }[]).entries())
      if (i % 4 !== 0 && !idle.some(({ vehicle_id }) => vehicle_id === id))
        await dispatcher.send('vehicle.setDuty', { vehicleId: id, duty: 'out_of_service', reason: 'rest' });
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi', {
      viewport: { width: 1366, height: 768 },
    });
    const { page } = screen;
    const keys = new Keys(page);
    await page.locator('[data-map-ready]').waitFor();
    await keys.press('F7', 'g');
    await page.getByText(/^Quá 8 phút/).waitFor();
    await screen.picture('console-gaps');
    expect(await screen.violations()).toEqual([]);
    const advice = page.locator('.gaps li').first();
    await advice.waitFor();
    expect(
      await server.database.dataSource.query('select 1 from vehicle where standby_station_id is not null'),
    ).toEqual([]);
    await advice.getByRole('button', { name: 'Điều về' }).click();
    const standing = async () =>
      (await server.database.dataSource.query('select duty from vehicle where standby_station_id is not null')) as {
        duty: string;
      }[];
    await until(async () => (await standing()).length === 1, 'a vehicle to stand by');
    expect(await standing()).toEqual([{ duty: 'returning' }]);
    await page
      .getByText(/đến chờ tại/)
      .first()
      .waitFor();
    await keys.press('F7', 'Control+z');
    await until(async () => (await standing()).length === 0, 'the move to be taken back');
    expect(screen.failures).toEqual([]);
  });
});
