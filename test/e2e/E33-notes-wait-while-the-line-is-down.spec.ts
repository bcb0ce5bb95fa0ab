import type { Browser, Page } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E33 Notes wait while the line is down', () => {
  let server: TestServer;
  let browser: Browser;
  let other: Person;
  let screen: Screen;
  let page: Page;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    other = await server.as('dieuphoi2');
    screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    page = screen.page;
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const notes = (): Promise<{ text: string }[]> =>
    server.database.dataSource.query('select text from note order by at, id');
  const write = async (text: string) => {
    const field = page.locator('[data-note]');
    await field.fill(text);
    await field.press('Enter');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-note]')?.value === '');
  };
  const waiting = () => page.getByRole('list', { name: 'chờ gửi' });

  it('and arrive once, in order, when it is back; dispatching says why it is blocked', async () => {
    const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
    const { incident } = await other.send('incident.open', { call: { phone: '0908417226' }, reason: 'fall', place });
    await page.locator(`[data-incident="${incident.id}"]`).click();
    await new Keys(page).press('Enter');
    await page.locator('[data-note]').waitFor();
    await page
      .getByRole('button', { name: /^Điều BD/ })
      .first()
      .waitFor();

    await page.context().setOffline(true);
    await page
      .getByText(/^Mất kết nối: chưa điều xe được/)
      .first()
      .waitFor();
    await write('Người nhà đón ở cổng chợ');
    await write('Bệnh nhân tỉnh');
    await waiting().getByText('Bệnh nhân tỉnh').waitFor();
    expect(await waiting().getByRole('listitem').count()).toBe(2);
    expect(await notes()).toEqual([]);
    expect(await screen.violations()).toEqual([]);
    await screen.picture('console-line-down');

    await page.context().setOffline(false);
    await expect(notesAre(2)).resolves.toEqual([{ text: 'Người nhà đón ở cổng chợ' }, { text: 'Bệnh nhân tỉnh' }]);
    await waiting().waitFor({ state: 'detached' });
    await page.waitForTimeout(6_000);
    expect(await notes()).toHaveLength(2);
    expect(screen.failures).toEqual([]);
  });

  async function notesAre(count: number): Promise<{ text: string }[]> {
    for (let tries = 0; tries < 60; tries++) {
      const found = await notes();
      if (found.length >= count) return found;
      await new Promise((resume) => setTimeout(resume, 250));
    }
    return notes();
  }
});
