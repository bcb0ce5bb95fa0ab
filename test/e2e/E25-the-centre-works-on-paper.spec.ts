/// <reference lib="dom" />
import type { PaperDesk } from '#contracts';
import type { Browser, Page } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { launch, Screen } from './browser.js';

const hourMinute = (minutesAgo: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }).format(
    Date.now() - minutesAgo * 60_000,
  );
const localDay = (minutesAgo: number) =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(
    Date.now() - minutesAgo * 60_000,
  );

describe('E25 The centre works on paper when the screens are dark', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  let screen: Screen;
  let paper: Page;
  let pack: Screen;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    dispatcher = await server.as('dieuphoi2');
    const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
    await dispatcher.send('incident.open', {
      call: { phone: '0908417226', callerName: 'Chị Hạnh' },
      reason: 'fall',
      place,
    });
    screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    await screen.page.getByText('Chợ Thủ Dầu Một').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const part = (name: string) => paper.getByRole('button', { name, exact: true }).click();

  it('opens by key and shows a board that can be printed', async () => {
    const popup = screen.page.context().waitForEvent('page');
    await screen.page.keyboard.press('Shift+F2');
    paper = await popup;
    pack = screen.beside(paper);
    await paper.setViewportSize({ width: 1366, height: 768 });
    await paper.getByText('Chợ Thủ Dầu Một', { exact: false }).first().waitFor();
    await paper.getByText('Chị Hạnh · +84908417226').waitFor();
    expect(await paper.locator('.sheet-table').nth(1).locator('tbody tr').count()).toBe(30);
    expect(await pack.violations()).toEqual([]);
    await pack.picture('paper-board');
    await paper.evaluate(() => (window.print = () => undefined));
    await paper.emulateMedia({ media: 'print' });
    expect(await paper.getByRole('button', { name: 'In bảng giấy' }).isVisible()).toBe(false);
    await paper.emulateMedia({ media: 'screen' });
  });

  it('gives blank cards with numbers', async () => {
    await part('Phiếu trắng');
    await paper.getByLabel('Số phiếu').fill('3');
    await paper.getByRole('button', { name: 'Cấp 3 phiếu' }).click();
    await paper.getByText('3 phiếu trắng').waitFor();
    expect(await paper.locator('.blank-card').count()).toBe(3);
    expect(await pack.violations()).toEqual([]);
    await pack.picture('paper-cards');
  });

  it('takes what was written, says what cannot be, and keeps the times', async () => {
    await part('Nhập lại');
    const { cards } = await dispatcher.get<PaperDesk>('/api/paper');
    const { number } = cards.at(-1)!;
    await paper.getByLabel('Phiếu số').selectOption(number);
    await paper.getByLabel('Ngày').fill(localDay(40));
    await paper.getByLabel('Giờ gọi').fill(hourMinute(40));
    await paper.getByRole('button', { name: 'Nhập phiếu' }).click();
    expect(await paper.getByText('Cần điền').count()).toBe(3);
    await paper.getByLabel('Người ghi').fill('Lê Thị Hoa');
    await paper.getByLabel('Lý do').selectOption('fall');
    await paper.getByLabel('Nơi').fill('nga tu hoa lan');
    await paper.locator('[role=listbox] [role=option]').first().waitFor();
    await paper.keyboard.press('Enter');
    await paper.getByRole('button', { name: 'Thêm xe' }).click();
    await paper.getByLabel('Xe', { exact: true }).selectOption('BD-07');
    await paper.getByLabel('Phát lệnh').fill(hourMinute(38));
    await paper.getByLabel('Đến hiện trường').fill(hourMinute(41));
    await paper.getByRole('button', { name: 'Nhập phiếu' }).click();
    await paper.getByText('Giờ không đúng thứ tự').waitFor();
    await paper.getByLabel('Đến hiện trường').fill(hourMinute(25));
    await paper.getByLabel('Sẵn sàng lại').fill(hourMinute(5));
    await paper.getByLabel('Kết thúc').selectOption('treated_on_scene');
    expect(await pack.violations()).toEqual([]);
    await pack.picture('paper-entry');
    await paper.getByRole('button', { name: 'Nhập phiếu' }).click();
    await paper.getByText(`Đã nhập phiếu ${number}`).waitFor();
  });

  it('measures a drill', async () => {
    await part('Diễn tập');
    await paper.getByRole('button', { name: 'Bắt đầu diễn tập' }).click();
    await paper.getByText('Đang diễn tập').first().waitFor();
    await part('Bảng giấy');
    await paper.evaluate(() => (window.print = () => undefined));
    await paper.getByRole('button', { name: 'In bảng giấy' }).click();
    await part('Diễn tập');
    await paper.getByRole('button', { name: 'Kết thúc diễn tập' }).click();
    await paper.getByRole('button', { name: 'Bắt đầu diễn tập' }).waitFor();
    const { drills } = await dispatcher.get<PaperDesk>('/api/paper');
    expect(drills[0]).toMatchObject({ endedAt: expect.any(String), sheetSeconds: expect.any(Number) });
    expect(await pack.violations()).toEqual([]);
    await pack.picture('paper-drill');
  });

  it('opens without the server, and shows the board as it was', async () => {
    await screen.page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
    // Once more with the keeper of files at work, as on any day after the first.
    await paper.reload();
    await paper.getByText('Chị Hạnh').waitFor();
    await screen.page.context().setOffline(true);
    await paper.reload();
    await paper.getByText('Không tới được máy chủ. In bảng').waitFor();
    await paper.getByText('Chị Hạnh').waitFor();
    expect(await pack.violations()).toEqual([]);
    await pack.picture('paper-offline');
  });
});
