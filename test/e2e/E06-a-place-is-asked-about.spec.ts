import type { Incident } from '#contracts';
import type { Browser } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E06 A place that several bear the name of is asked about', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('is never taken silently: Enter puts the question, a number answers it, and the answer is kept', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
    const keys = new Keys(page);
    const place = page.getByRole('combobox', { name: /Địa điểm/ });
    await place.focus();
    await keys.type('chợ tân phước');
    await page.getByText(/^Chợ Tân Phước: gần .+ hay gần .+\?$/).waitFor();
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-place-question');
    await keys.press('Enter');
    expect(await place.inputValue()).toBe('chợ tân phước');
    expect(await page.getByText('đã có vị trí').count()).toBe(0);
    await keys.press('2');
    await page.getByText('đã hỏi lại').waitFor();
    expect(await place.inputValue()).toBe('Chợ Tân Phước');

    const reason = page.getByRole('combobox', { name: /Lý do gọi/ });
    await reason.focus();
    await keys.type('nga');
    await page
      .getByRole('option', { name: /^CT-02|Ngã/ })
      .first()
      .waitFor();
    await keys.press('Enter');
    await keys.press('Control+s');
    await page.getByText(/^Đã lưu/).waitFor();
    const [row]: { place_confirmed: Incident['place']['confirmed'] }[] = await server.database.dataSource.query(
      'select place_confirmed from incident order by opened_at desc limit 1',
    );
    expect(row!.place_confirmed).toMatch(/^gần /);
    expect(screen.failures).toEqual([]);
  });

  it('is not taken from the list of fewer letters: Enter waits for the answer to what was typed', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    const place = page.getByRole('combobox', { name: /Địa điểm/ });
    await place.focus();
    await page.keyboard.type('chợ');
    await page.getByRole('option', { name: /^Chợ/ }).first().waitFor();
    await page.route('**/api/places?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await page.keyboard.type(' búng');
    await page.keyboard.press('Enter');
    expect(await place.inputValue()).toBe('chợ búng');
    await page.getByText('đã có vị trí').waitFor();
    expect(await place.inputValue()).toBe('Chợ Búng');

    await place.fill('chợ tân phước');
    await page.keyboard.press('Enter');
    await page.locator('.combobox-question[data-asking]').waitFor();
    expect(await place.inputValue()).toBe('chợ tân phước');
    await page.context().close();
  });

  it('asks in English too, and takes an arrow for an answer', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.locator('button', { hasText: 'EN' }).click();
    const place = page.getByRole('combobox', { name: /Place/ });
    await place.focus();
    await page.keyboard.type('thuan an');
    await page.getByText('Thuận An: new ward or former city?').waitFor();
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-place-question-en');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name=place]')?.value === 'Thành phố Thuận An',
    );
  });
});
