import type { IncidentDetail } from '#contracts';
import type { Browser } from 'playwright-core';
import { MARKET } from '../support/room.js';
import { until } from '../support/screen.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

describe('E12 Two callers about one crash', () => {
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

  const open = async (metresEast: number, phone: string) => {
    const position: [number, number] = [MARKET[0] + metresEast / 109_150, MARKET[1]];
    const place = { address: `Ngã tư, phía ${phone.slice(-1)}`, position, source: 'pin' as const };
    return (await dispatcher.send('incident.open', { call: { phone }, reason: 'traffic', place })).incident;
  };
  const detail = (id: string) => dispatcher.get<IncidentDetail>(`/api/incidents/${id}`);

  it('is asked about while it is typed, and the second call joins the first with one key', async () => {
    const first = await open(0, '0900000001');
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi');
    const { page } = screen;
    const keys = new Keys(page);
    await page.locator(`[data-incident="${first.id}"]`).waitFor();
    await keys.press('F2');
    await page.getByRole('textbox', { name: 'Số gọi đến' }).focus();
    await keys.type('0900000001');
    await page.getByRole('combobox', { name: /Lý do gọi/ }).focus();
    await keys.type('tai nan giao');
    await page
      .getByRole('option', { name: /giao thông/ })
      .first()
      .waitFor();
    await keys.press('Enter');
    await page.getByText(/Có thể trùng \d{4}/).waitFor();
    await page.getByText(/cùng số gọi, cùng loại/).waitFor();
    await screen.picture('console-duplicate');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Alt+t');
    await until(async () => (await detail(first.id)).incident.patientCount === 2, 'one more patient');
    expect((await detail(first.id)).calls).toHaveLength(2);
    await page.close();
  });

  it('is seen on saved incidents: merged with what comes along shown, taken back, kept apart', async () => {
    const early = await open(5_000, '0900000003');
    const late = await open(5_120, '0900000004');
    const screen = await Screen.open(browser, server.url, 'console', 'dieuphoi', {
      viewport: { width: 1366, height: 768 },
    });
    const { page } = screen;
    const keys = new Keys(page);
    await page.locator(`[data-incident="${late.id}"]`).dblclick();
    await page.getByText(`Có thể trùng ${early.number.slice(-4)}`).waitFor();
    await keys.press('Alt+y');
    await page.getByText('1 cuộc gọi').waitFor();
    await screen.picture('console-merge-1366');
    expect(await screen.violations()).toEqual([]);
    await keys.press('Alt+y');
    await until(async () => (await detail(late.id)).incident.mergedInto === early.id, 'merged');
    expect((await detail(early.id)).calls).toHaveLength(2);

    await dispatcher.send('incident.unmerge', { from: late.id, because: 'khác nạn nhân' });
    // On a small screen the work panel lies over the queue.
    await keys.press('Escape');
    await page.locator(`[data-incident="${late.id}"]`).dblclick();
    await page.getByText(`Có thể trùng ${early.number.slice(-4)}`).waitFor();
    await keys.press('Alt+k');
    await until(async () => (await detail(late.id)).incident.apartFrom.includes(early.id), 'kept apart');
    await page.getByText(`Có thể trùng ${early.number.slice(-4)}`).waitFor({ state: 'detached' });
    expect(screen.failures).toEqual([]);
    await page.close();
  });
});
