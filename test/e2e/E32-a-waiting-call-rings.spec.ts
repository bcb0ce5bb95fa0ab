import type { Browser, Page } from 'playwright-core';
import { CTI_SECRET, Exchange } from '../support/exchange.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { Keys, launch, Screen } from './browser.js';

/** Counts the pulses a window plays, in the window itself. */
function countPulses() {
  const played = globalThis as unknown as { pulses: number };
  played.pulses = 0;
  const start = AudioScheduledSourceNode.prototype.start;
  AudioScheduledSourceNode.prototype.start = function (this: AudioScheduledSourceNode, ...at) {
    played.pulses++;
    return start.apply(this, at);
  };
}
const pulses = (page: Page) => page.evaluate(() => (globalThis as unknown as { pulses: number }).pulses);

describe('E32 A waiting call rings', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer({ CTI_SECRET }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('in the console until it is taken, and never in the window beside it', async () => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'vi-VN' });
    await context.addInitScript(countPulses);
    const screen = await Screen.in(await context.newPage(), server.url, 'console', 'dieuphoi');
    const { page } = screen;
    await page.getByText('Không có sự cố nào đang chờ').waitFor();
    const beside = await context.newPage();
    await beside.goto(`${server.url}/console/board`);
    await beside.getByRole('heading').first().waitFor();
    await beside.mouse.click(5, 5);
    await page.bringToFront();
    await page.mouse.click(960, 5);
    expect(await pulses(page)).toBe(0);

    await new Exchange(server.url).ring('R-1', '0908417226');
    await page.getByRole('region', { name: 'Cuộc gọi đến' }).getByText('0908 417 226').waitFor();
    // Two bells of two tones each, and again after three seconds.
    await page.waitForFunction(() => (globalThis as unknown as { pulses: number }).pulses >= 8);
    await new Keys(page).press('F2');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'place');
    const atAnswer = await pulses(page);
    expect(atAnswer % 4).toBe(0);
    await page.waitForTimeout(4_000);
    expect(await pulses(page)).toBe(atAnswer);
    expect(await pulses(beside)).toBe(0);
    expect(screen.failures).toEqual([]);
  });
});
