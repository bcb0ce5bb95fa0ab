import type { Browser } from 'playwright-core';
import { CTI_SECRET, Exchange } from '../support/exchange.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

const PLACE = { address: '45 Nguyễn Văn Tiết, P. Lái Thiêu', position: null, source: 'typed' as const };

describe('E09 A call rings, is taken, or is called back', () => {
  let server: TestServer;
  let browser: Browser;
  let exchange: Exchange;
  let dispatcher: Person;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer({ CTI_SECRET }), launch()]);
    exchange = new Exchange(server.url);
    dispatcher = await server.as('dieuphoi');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const earlier = async (phone: string) => {
    const opened = await dispatcher.send('incident.open', { call: { phone }, reason: 'breathing', place: PLACE });
    await dispatcher.send('incident.close', { incidentId: opened.incident.id, reason: 'transported' });
  };

  it('shows who calls without taking the focus, and opens the longest waiting call with one key', async () => {
    await earlier('0908417226');
    await earlier('0908417226');
    await dispatcher.send('caller.mark', { phone: '0912000111', because: 'trẻ em gọi chơi' });
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
    await page.keyboard.press('F3');
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel'));
    const before = await focused();
    await exchange.ring('E-1', '0908417226', 24);
    await exchange.ring('E-2', '0912000111', 9);
    await exchange.ring('E-3', '<unknown>', 4);
    await exchange.ring('E-4', '02743822920', 2);
    const banner = page.getByRole('region', { name: 'Cuộc gọi đến' });
    await banner.getByText('0908 417 226').waitFor();
    await banner.getByText('gọi 2 lần trong 12 tháng').waitFor();
    await banner.getByText('từng gọi phá').waitFor();
    await banner.getByText('+1 cuộc gọi').waitFor();
    expect(await focused()).toBe(before);
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-rings');

    const keys = new Keys(page);
    await keys.press('F2');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'place');
    expect(await page.locator('[name=phone]').inputValue()).toBe('0908 417 226');
    await page.getByText(/^Số này gọi 2 lần trong 12 tháng/).waitFor();
    const seconds = await page.locator('.on-the-line .timer').textContent();
    expect(seconds! >= '00:24').toBe(true);
    await page.locator('.caller-line summary').click();
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-caller');
    await page.locator('.caller-line summary').click();
    await page.locator('[name=place]').focus();
    await keys.type('45 Nguyễn Văn Tiết');
    await keys.press('Alt+r');
    await page.getByText(/^1 cuộc gọi dở · \d\d:\d\d 0908 417 226/).waitFor();
    expect(await page.locator('[name=phone]').inputValue()).toBe('0912 000 111');
    await keys.press('Alt+q');
    await page.getByText(/0912 000 111$/).waitFor();
    expect(await page.locator('[name=place]').inputValue()).toBe('45 Nguyễn Văn Tiết');
    const reason = page.getByRole('combobox', { name: /Lý do gọi/ });
    await reason.focus();
    await keys.type('nga');
    await page.getByRole('option', { name: /Ngã/ }).first().waitFor();
    await keys.press('Enter', 'Control+s');
    await page.getByText(/^Đã lưu/).waitFor();
    const [ring] = await server.database.dataSource.query(
      `select c.received_at = r.rang_at as same from ring r join call c on c.id = r.call_id where exchange_call_id = 'E-1'`,
    );
    expect(ring.same).toBe(true);
    expect(screen.failures).toEqual([]);
    await page.context().close();
  });

  it('tells the second of two call takers who was first', async () => {
    await exchange.ring('R-1', '0913000999', 30);
    const screen = await Screen.open(browser, server.url, 'console', 'tiepnhan');
    const { page } = screen;
    const row = page
      .getByRole('region', { name: 'Cuộc gọi đến' })
      .getByRole('listitem')
      .filter({ hasText: '0913 000 999' });
    await row.waitFor();
    // The other one is faster by a hair: this screen has not heard of it when the key is pressed.
    await page.route('**/api/commands/ring.take', async (route) => {
      const [{ id }] = await server.database.dataSource.query(`select id from ring where exchange_call_id = 'R-1'`);
      await dispatcher.send('ring.take', { ringId: id });
      await route.continue();
    });
    await row.getByRole('button').click();
    await page.getByText(`${dispatcher.account.name} đã nhận cuộc gọi này.`).waitFor();
    expect(await page.locator('[name=phone]').inputValue()).toBe('');
    await page.context().close();
  });

  it('opens by itself what was answered on the telephone of this desk', async () => {
    const screen = await Screen.open(browser, server.url, 'console', 'tiepnhan');
    const { page } = screen;
    await page.locator('.exchange summary').click();
    await page.getByRole('textbox', { name: /Máy nhánh/ }).fill('201');
    expect(await screen.violations()).toEqual([]);
    await page.locator('.exchange summary').click();
    await exchange.ring('X-1', '0913555666');
    await exchange.tell('answered', 'X-1', { extension: '201' });
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name=phone]')?.value === '0913 555 666',
    );
    await page.context().close();
  });

  it('keeps who gave up on a list until a person says how it ended', async () => {
    for (let times = 0; times < 3; times++) await earlier('0977000111');
    for (const [index, phone] of ['0977000111', '0977000222', '<unknown>'].entries()) {
      await exchange.ring(`L-${index}`, phone, 45 - index * 10);
      await exchange.tell('abandoned', `L-${index}`);
    }
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi', {
      viewport: { width: 1366, height: 768 },
    });
    const { page } = screen;
    await page.getByRole('button', { name: /3 cần gọi lại/ }).waitFor();
    // What the telephone of the desk would dial; nothing leaves the page.
    const dialled: string[] = [];
    await page.exposeFunction('dial', (number: string) => dialled.push(number));
    await page.evaluate(() =>
      document.addEventListener('click', (event) => {
        const link = (event.target as Element).closest('a[href^="tel:"]');
        if (!link) return;
        event.preventDefault();
        (globalThis as unknown as { dial(number: string): void }).dial(link.getAttribute('href')!);
      }),
    );
    const keys = new Keys(page);
    await keys.press('Alt+b');
    await page.getByText('0977 000 111').waitFor();
    await page.getByText(/^Số này gọi 3 lần trong 12 tháng/).waitFor();
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-call-backs-1366');
    await keys.press('2');
    await page.getByText('Chưa gọi lại đủ số lần để ghi là không gặp.').waitFor();
    await keys.press('Enter');
    await page.getByText(/đã gọi lại 1 lần/).waitFor();
    await keys.press('Enter');
    await page.getByText(/đã gọi lại 2 lần/).waitFor();
    await keys.press('2');
    await page.getByText('0977 000 111').waitFor({ state: 'detached' });
    await page.getByText('0977 000 222').waitFor();
    await page.locator('.call-backs [data-entry]').focus();
    await keys.press('1');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name=phone]')?.value === '0977 000 222',
    );
    await keys.press('Alt+b');
    await page.locator('.call-backs').getByText('Không hiện số').waitFor();
    await page.locator('.call-backs [data-entry]').focus();
    await keys.press('3');
    await page.getByText('Không có ai chờ gọi lại').waitFor();
    expect(dialled).toEqual(['tel:+84977000111', 'tel:+84977000111']);
    const rows = await server.database.dataSource.query(`select ending from call_back order by first_rang_at`);
    expect(rows.map(({ ending }: { ending: string }) => ending)).toEqual(['not_reached', 'reached', 'no_number']);
    expect(screen.failures).toEqual([]);
    await page.context().close();
  });
});
