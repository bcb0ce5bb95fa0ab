import type { Incident } from '#contracts';
import type { Browser, Page } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

const PLACE = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };

describe('E17 Everything is found from one field', () => {
  let server: TestServer;
  let browser: Browser;
  let dispatcher: Person;
  let incident: Incident;
  let closed: Incident;
  let screen: Screen;
  let page: Page;
  let keys: Keys;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launch()]);
    dispatcher = await server.as('dieuphoi2');
    const open = async (more: object) =>
      (await dispatcher.send('incident.open', { reason: 'fall', place: PLACE, ...more })).incident;
    closed = await open({ reason: 'choking', call: { phone: '0977 001 002' } });
    await dispatcher.send('incident.close', { incidentId: closed.id, reason: 'cancelled_by_caller' });
    incident = await open({ call: { phone: '0908 417 226' } });
    screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    ({ page } = screen);
    keys = new Keys(page);
    await page.getByText('Chợ Thủ Dầu Một').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const field = () => page.getByRole('combobox', { name: 'Lệnh và tìm kiếm' });
  const rows = () => page.locator('.palette-list [role=option]');
  const marked = () => page.locator('.palette-list [aria-selected=true]');
  const ask = async (query: string) => {
    await keys.press('Control+k');
    await field().fill(query);
  };

  it('shows three groups at once, the first row chosen, and closes without a trace', async () => {
    await keys.press('F3', 'Control+k');
    await field().waitFor();
    expect(await page.locator('.palette-group').allInnerTexts()).toEqual(expect.arrayContaining(['Đi tới']));
    expect(await marked().count()).toBe(1);
    await screen.picture('console-palette');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Escape');
    await field().waitFor({ state: 'detached' });
  });

  it('is on screen within 100 ms of the key', async () => {
    const taken: number[] = [];
    for (let round = 0; round < 5; round++) {
      const ms = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const pressed = performance.now();
            const key = { code: 'KeyK', key: 'k', ctrlKey: true, bubbles: true, cancelable: true };
            document.body.dispatchEvent(new KeyboardEvent('keydown', key));
            const look = () =>
              document.querySelector('.palette-list [role=option]')
                ? requestAnimationFrame(() => resolve(performance.now() - pressed))
                : requestAnimationFrame(look);
            look();
          }),
      );
      taken.push(ms);
      await keys.press('Escape');
      await field().waitFor({ state: 'detached' });
    }
    console.info(`palette on screen after ${taken.map((ms) => Math.round(ms)).join(', ')} ms`);
    // The best of five: another process of this machine may take its time, the palette may not.
    expect(Math.min(...taken)).toBeLessThan(100);
  });

  it.each([
    ['bd7', /BD-07/],
    ['0908417226', /Ngã/],
    ['thu dau mot', /Ngã/],
    ['ve cho can duong', /Vẽ chỗ cản đường/],
    ['tai lap', /./],
  ])('finds %s without marks', async (query, words) => {
    await ask(query);
    await rows().filter({ hasText: words }).first().waitFor();
    await keys.press('Escape');
  });

  it('finds the incident by its number first, and opens it', async () => {
    await ask(incident.number.slice(-4));
    expect(await marked().innerText()).toContain(incident.number.slice(-4));
    await keys.press('Enter');
    await page.getByText(incident.number).first().waitFor();
  });

  it('puts what the server finds below, without moving the chosen row', async () => {
    await ask('cho');
    await keys.press('ArrowDown');
    const before = await marked().innerText();
    const place = await marked().boundingBox();
    await page.locator('.palette-group', { hasText: 'Địa điểm' }).waitFor();
    expect(await marked().innerText()).toBe(before);
    expect(await marked().boundingBox()).toEqual(place);
    await screen.picture('console-palette-places');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Escape');
  });

  it('finds a closed incident by the phone that called', async () => {
    await ask('0977 001 002');
    await page.locator('.palette-group', { hasText: 'Sự cố đã đóng' }).waitFor();
    await rows()
      .filter({ hasText: closed.number.slice(-4) })
      .click();
    await page.getByText('Đã đóng: Người báo hủy', { exact: true }).waitFor();
  });

  it('starts a call at a place', async () => {
    await ask('cho bung');
    await rows().filter({ hasText: /Chợ/ }).last().click();
    await keys.press('ArrowDown', 'Enter');
    await page.locator('input[name=place]').waitFor();
    expect(await page.locator('input[name=place]').inputValue()).toMatch(/Chợ/);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Xóa phiếu' }).click();
  });

  it('asks why before it closes an incident, inside', async () => {
    await keys.press('F3');
    await page.locator(`[data-incident="${incident.id}"]`).click();
    await ask('dong su co');
    await keys.press('Enter');
    await page.getByRole('combobox', { name: /^Đóng \d{4} vì/ }).waitFor();
    await screen.picture('console-palette-why');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Escape');
    await field().waitFor();
    await field().fill('dong su co');
    await keys.press('Enter');
    await page.keyboard.type('nguoi bao huy');
    await keys.press('Enter');
    await field().waitFor({ state: 'detached' });
    await page.locator(`[data-incident="${incident.id}"]`).waitFor({ state: 'detached' });
    expect(screen.failures).toEqual([]);
    expect(screen.strangers).toEqual([]);
  });
});
