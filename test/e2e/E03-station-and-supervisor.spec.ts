import type { Browser } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

describe('E03 The station and the supervisor', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('a station answers an order for its vehicle, and takes another off duty with a reason', async () => {
    const [row]: { login: string; vehicle_id: string }[] = await server.database.dataSource.query(
      `select a.login, v.id as vehicle_id from account a join vehicle v on v.station_id = a.station_id
       where a.role = 'station' and v.level = 'als' order by v.call_sign limit 1`,
    );
    const screen = await Screen.open(browser, server.url, 'crew', row!.login, {
      viewport: { width: 1280, height: 800 },
    });
    const { page } = screen;
    await page.getByText('Không có lệnh nào đang chờ').waitFor();
    const dispatcher = await server.as('dieuphoi');
    const place = { address: 'Chợ Đình', position: [106.6807, 10.98218] as [number, number], source: 'pin' as const };
    const { incident } = await dispatcher.send('incident.open', { call: {}, reason: 'fall', place });
    await dispatcher.send('dispatch.offer', {
      incidentId: incident.id,
      vehicleIds: [row!.vehicle_id as never],
      override: { reason: 'knows_better' },
    });
    await page.getByRole('button', { name: /^Nhận lệnh cho BD-/ }).waitFor();
    expect(await screen.violations()).toEqual([]);
    await screen.picture('station');
    await page.getByRole('button', { name: /^Nhận lệnh cho BD-/ }).click();
    await page.getByText('Không có lệnh nào đang chờ').waitFor();
    await page
      .getByRole('button', { name: /^Ngừng trực/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Khử khuẩn' }).click();
    await page.getByRole('button', { name: /Ngừng trực Khử khuẩn/ }).waitFor();
    expect(screen.failures).toEqual([]);
  });

  it('the supervisor sees figures with their n, and none where there are too few cases', async () => {
    const screen = await Screen.open(browser, server.url, 'stats', 'giamsat');
    const { page } = screen;
    await page.getByText('Số sự cố').waitFor();
    expect(await page.getByText('ít ca').count()).toBeGreaterThan(0);
    expect(await page.getByText('n = 0').count()).toBeGreaterThan(0);
    await page.getByText(/Tính từ nhật ký đến mục/).waitFor();
    expect(await screen.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Bảng số liệu' }).last().click();
    await page.getByRole('columnheader', { name: 'Phút', exact: true }).waitFor();
    expect(screen.strangers).toEqual([]);
    expect(screen.failures).toEqual([]);
  });
});
