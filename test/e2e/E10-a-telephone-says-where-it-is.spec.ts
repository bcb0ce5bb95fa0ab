import type { Browser } from 'playwright-core';
import { CTI_SECRET, Exchange } from '../support/exchange.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

const AML_SECRET = 'a secret for telephones';
const [LNG, LAT] = [106.6622, 10.9828];

describe('E10 A telephone says where it is', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer({ CTI_SECRET, AML_SECRET }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const aml = (phone: string, lng: number, lat: number, accuracy: number) =>
    fetch(`${server.url}/els/v1/${encodeURIComponent(AML_SECRET)}`, {
      method: 'POST',
      body: new URLSearchParams({
        device_number: phone,
        location_longitude: String(lng),
        location_latitude: String(lat),
        location_accuracy: String(accuracy),
        location_time: String(Date.now()),
        time: String(Date.now()),
      }),
    });

  it('is offered, taken with one key, and overwrites nothing by itself', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
    await new Exchange(server.url).ring('P-1', '0908417226', 6);
    await page.getByRole('region', { name: 'Cuộc gọi đến' }).getByText('0908 417 226').waitFor();
    const keys = new Keys(page);
    await keys.press('F2');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'place');
    await keys.type('chợ búng');
    await page
      .getByRole('option', { name: /^Chợ Búng/ })
      .first()
      .waitFor();
    await keys.press('Enter');
    await page.getByText('đã có vị trí').waitFor();
    const chosen = await page.locator('[name=place]').inputValue();

    await aml('+84908417226', LNG, LAT, 650);
    const line = page.locator('.phone-position');
    await line.getByText(/^Định vị điện thoại cách nơi đã chọn/).waitFor();
    expect(await page.locator('[name=place]').inputValue()).toBe(chosen);
    await page.getByText('đã có vị trí').waitFor();
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-phone-position');
    await keys.press('Alt+v');
    await line.getByText('đang dùng').waitFor();
    expect(await page.locator('[name=place]').inputValue()).toBe(chosen);

    const reason = page.getByRole('combobox', { name: /Lý do gọi/ });
    await reason.focus();
    await keys.type('nga');
    await page.getByRole('option', { name: /Ngã/ }).first().waitFor();
    await keys.press('Enter', 'Control+s');
    await page.getByText(/^Đã lưu/).waitFor();
    const [row] = await server.database.dataSource.query(
      `select place_source, ST_X(position::geometry) as lng from incident order by opened_at desc limit 1`,
    );
    expect(row).toEqual({ place_source: 'phone', lng: LNG });
    expect(screen.failures).toEqual([]);
    await page.context().close();
  });

  it('gives the place its words when nobody said any', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi', {
      viewport: { width: 1366, height: 768 },
    });
    const { page } = screen;
    await new Exchange(server.url).ring('P-2', '0911222333');
    await aml('0911222333', LNG + 0.01, LAT, 25);
    await page.getByRole('region', { name: 'Cuộc gọi đến' }).getByText('0911 222 333').waitFor();
    const keys = new Keys(page);
    await keys.press('F2');
    await page.getByText(/^Vị trí từ điện thoại/).waitFor();
    await screen.picture('console-phone-position-1366');
    await keys.press('Alt+v');
    await page.waitForFunction(() => (document.querySelector<HTMLInputElement>('[name=place]')?.value.length ?? 0) > 5);
    await page.getByText('vị trí từ điện thoại', { exact: true }).waitFor();
    expect(await screen.violations()).toEqual([]);
    await page.evaluate(() => (document.documentElement.style.fontSize = '125%'));
    await screen.picture('console-phone-position-1366-125');
    await page.context().close();
  });
});
