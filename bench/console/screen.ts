/// <reference lib="dom" />
import { packageRoot } from '#database';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.BROWSER_PATH ?? '/usr/bin/chromium', args: FLAGS });

/** JavaScript that the page asks for before anything is shown, and with the map that comes after it, in kB gzip. */
export function scriptSizes(): { first: number; withMap: number } {
  const assets = join(packageRoot(), 'dist/web/console/assets');
  const kb = (file: string) => gzipSync(readFileSync(join(assets, file))).length / 1_024;
  const page = readFileSync(join(packageRoot(), 'dist/web/console/index.html'), 'utf8');
  const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'));
  const total = (files: readonly string[]) => files.reduce((sum, file) => sum + kb(file), 0);
  return { first: total(scripts.filter((file) => page.includes(file))), withMap: total(scripts) };
}

declare global {
  var painted: number[];
}

/** Keeps for every key press how long it took until the picture with its effect was handed to the screen. */
function watchKeys(): void {
  globalThis.painted = [];
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // A task after the frame: the frame has been painted by then.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.painted.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** A dispatcher's screen in a real browser. */
export class Screen {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly devtools: CDPSession,
  ) {}

  static async signIn(browser: Browser, url: string): Promise<Screen> {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.addInitScript(watchKeys);
    await page.goto(`${url}/console/`);
    await page.locator('input').nth(1).waitFor();
    const [name, password] = await page.locator('input').all();
    await name!.fill('dieuphoi');
    await password!.fill('demo115');
    await page.keyboard.press('Enter');
    const screen = new Screen(page, context, await context.newCDPSession(page));
    await screen.usable();
    return screen;
  }

  /** Usable: incidents and vehicles are shown, and the form takes a number. */
  private async usable(): Promise<void> {
    await this.page.locator('.incident-row').first().waitFor();
    await this.page.locator('.board-row[data-vehicle]').first().waitFor();
    await this.page.locator('input[name="phone"]').waitFor();
  }

  /** Milliseconds from nothing (no file kept) to a usable screen, for somebody who is signed in. */
  async coldLoad(): Promise<number> {
    await this.devtools.send('Network.clearBrowserCache');
    await this.page.evaluate(async () => {
      for (const key of await caches.keys()) await caches.delete(key);
      for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    });
    const started = performance.now();
    await this.page.reload({ waitUntil: 'commit' });
    await this.usable();
    return performance.now() - started;
  }

  /** Types, moves and chooses as in a busy call; returns milliseconds to paint of every key. */
  async work(rounds: number): Promise<number[]> {
    const { page } = this;
    await page.evaluate(() => void (globalThis.painted = []));
    for (let round = 0; round < rounds; round++) {
      await page.keyboard.press('F2');
      await page.locator('input[name="phone"]').focus();
      await page.keyboard.type('0908417226', { delay: 60 });
      await page.locator('input[name="place"]').focus();
      await page.keyboard.type('nga tu hoa lan', { delay: 60 });
      await page.keyboard.press('F3');
      for (let i = 0; i < 8; i++) await page.keyboard.press(i % 2 ? 'ArrowUp' : 'ArrowDown', { delay: 60 });
      await page.keyboard.press('F6');
      for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown', { delay: 60 });
      await page.keyboard.press('Control+k');
      await page.keyboard.type('bd7', { delay: 60 });
      await page.keyboard.press('Escape');
      await page.locator('input[name="place"]').fill('');
    }
    return page.evaluate(() => globalThis.painted);
  }

  /** Bytes of the heap after everything that can go has gone. */
  async heapBytes(): Promise<number> {
    for (let i = 0; i < 3; i++) await this.devtools.send('HeapProfiler.collectGarbage');
    return (await this.devtools.send('Runtime.getHeapUsage')).usedSize;
  }

  close = (): Promise<void> => this.context.close();
}
