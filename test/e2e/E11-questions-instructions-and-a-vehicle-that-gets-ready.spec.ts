/// <reference lib="dom" />
import type { IncidentDetail } from '#contracts';
import type { Browser, Page } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/server.js';
import { until } from '../support/screen.js';
import { Keys, launch, Screen } from './browser.js';

describe('E11 Questions by one key, instructions read out, a vehicle that gets ready', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const query = <T>(sql: string): Promise<T[]> => server.database.dataSource.query(sql);

  /** Types place and reason with the keyboard. */
  async function take(page: Page, keys: Keys, phone: string, reason: string, option: RegExp): Promise<void> {
    await keys.press('F2');
    await page.getByRole('textbox', { name: 'Số gọi đến' }).focus();
    await keys.type(phone);
    await page.getByRole('combobox', { name: /Địa điểm/ }).focus();
    await keys.type('cho dinh');
    await page
      .getByRole('option', { name: /Chợ Đình/ })
      .first()
      .waitFor();
    await keys.press('Enter');
    await page.getByText('đã có vị trí').waitFor();
    await page.getByRole('combobox', { name: /Lý do gọi/ }).focus();
    await keys.type(reason);
    await page.getByRole('option', { name: option }).first().waitFor();
    await keys.press('Enter');
  }

  it('answers by digits, reads out CPR with a beat, and the crew gets ready before anything is saved', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
    const keys = new Keys(page);
    await take(page, keys, '0908417226', 'ngung tuan hoan', /Ngừng tuần hoàn/);
    await page.getByText(/đã được báo chuẩn bị/).waitFor();
    expect(await query('select 1 from incident')).toHaveLength(0);

    const [told] = await query<{ call_sign: string }>(
      `select call_sign from prealert join vehicle on vehicle.id = vehicle_id where state = 'raised'`,
    );
    const crew = await Screen.open(browser, server.url, 'crew', told!.call_sign.toLowerCase(), {
      viewport: { width: 1280, height: 800 },
    });
    await crew.page.getByText('Chuẩn bị: Ngừng tuần hoàn').waitFor();
    await crew.picture('crew-prealert');
    expect(await crew.violations()).toEqual([]);
    await crew.page.getByRole('button', { name: 'Đang chuẩn bị' }).click();
    await page.getByText(/đang chuẩn bị \(từ/).waitFor();

    await keys.press('Alt+1', '2', '2', '1');
    const answer = (question: RegExp, name: string) =>
      page.getByRole('radiogroup', { name: question }).getByRole('radio', { name, exact: true });
    expect(await answer(/Tỉnh/, 'Không').getAttribute('aria-checked')).toBe('true');
    expect(await answer(/Thở bình thường/, 'Không').getAttribute('aria-checked')).toBe('true');
    expect(await answer(/Người lớn/, 'Người lớn').getAttribute('aria-checked')).toBe('true');

    await keys.press('Alt+h');
    await keys.press('1', 'Enter', 'Enter', 'Enter');
    await page
      .locator('.steps-to-read li[aria-current]')
      .getByText(/Ép mạnh/)
      .waitFor();
    await page.waitForFunction(() => Number(document.querySelector('.beat strong')?.textContent) >= 3);
    await screen.picture('console-instructions');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Escape');

    await keys.press('Control+Enter');
    await page.getByText('CPR qua điện thoại').waitFor();
    await page.getByRole('button', { name: /^Điều BD-\d\d/ }).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('[data-panel="recommendations"]'));
    await keys.press('Enter');
    await crew.page.getByRole('button', { name: /Nhận lệnh/ }).waitFor();
    expect(await query(`select 1 from prealert where state = 'offered'`)).toHaveLength(1);
    expect([...screen.failures, ...crew.failures]).toEqual([]);
    await crew.page.close();

    const [row] = await query<{ id: string }>('select id from incident');
    const supervisor = await server.as('giamsat');
    const { incident } = await supervisor.get<IncidentDetail>(`/api/incidents/${row!.id}`);
    expect(incident).toMatchObject({ answers: { conscious: 'no', breathing: 'no', age_group: 'adult' } });
    expect(incident.instructions.map(({ card }) => card)).toEqual(['cpr_adult']);

    // The questions go on after saving, from the same keys.
    await page.locator('[data-incident]').first().dblclick();
    await page.getByRole('radiogroup', { name: /thay nhau/ }).waitFor();
    await keys.press('Alt+4', '2', '1');
    await until(async () => {
      const after = await supervisor.get<IncidentDetail>(`/api/incidents/${row!.id}`);
      return after.incident.answers['helper'] === 'no' && after.incident.answers['defibrillator'] === 'yes';
    }, 'both answers are on record');
    await page.getByText('Chỉ một người ép tim').first().waitFor();
    await screen.picture('console-asked-after-saving');
    expect(await screen.violations()).toEqual([]);
    await page.close();
  });

  it('keeps two unfinished calls through a reload, and switches between them with one key', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'tiepnhan');
    const { page } = screen;
    const keys = new Keys(page);
    await page.getByRole('heading', { name: 'Tiếp nhận cuộc gọi' }).waitFor();
    await take(page, keys, '0911111111', 'kho tho', /Khó thở/);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="phone"]')?.value === '0911111111',
    );
    expect(await page.getByRole('combobox', { name: /Lý do gọi/ }).inputValue()).toBe('Khó thở');

    await page.getByRole('button', { name: /Cuộc gọi khác/ }).click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name="phone"]')?.value === '');
    await page.getByText('1 cuộc gọi dở').waitFor();
    await page.getByRole('textbox', { name: 'Số gọi đến' }).focus();
    await keys.type('0922222222');
    await screen.picture('console-two-calls');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Alt+q');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="phone"]')?.value === '0911111111',
    );
    await page.reload();
    await page.getByText('1 cuộc gọi dở').waitFor();
    expect(await page.locator('input[name="phone"]').inputValue()).toBe('0911111111');
    expect(screen.failures).toEqual([]);
    await page.close();
  });
});
