/// <reference lib="dom" />
import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, 'out');
/** Pictures of the documents, made anew with `SCREENS=1 npm run test:e2e`. */
const DOCS = resolve(HERE, '../../docs/screens');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.BROWSER_PATH, args: FLAGS });

/** One person at one screen; whatever the page asks of another host, or throws, is kept. */
export class Screen {
  readonly strangers: string[] = [];
  readonly failures: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(
    browser: Browser,
    url: string,
    app: string,
    login: string,
    options: BrowserContextOptions = {},
  ): Promise<Screen> {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'vi-VN', ...options });
    return Screen.in(await context.newPage(), url, app, login);
  }

  /** Signs in on a page that was prepared by the spec. */
  static async in(page: Page, url: string, app: string, login: string): Promise<Screen> {
    const screen = new Screen(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) screen.strangers.push(request.url());
    });
    page.on('pageerror', (error) => screen.failures.push(error.message));
    await page.goto(`${url}/${app}/`);
    await page.locator('input').nth(1).waitFor();
    const [name, password] = await page.locator('input').all();
    await name!.fill(login);
    await password!.fill('demo115');
    await page.keyboard.press('Enter');
    return screen;
  }

  /** A page that asks nobody to sign in. */
  static async at(browser: Browser, url: string, options: BrowserContextOptions): Promise<Screen> {
    const context = await browser.newContext({ locale: 'vi-VN', ...options });
    const screen = new Screen(await context.newPage());
    const { origin } = new URL(url);
    screen.page.on('request', (request) => {
      if (!request.url().startsWith(origin)) screen.strangers.push(request.url());
    });
    screen.page.on('pageerror', (error) => screen.failures.push(error.message));
    await screen.page.goto(url);
    return screen;
  }

  /** Another window of the same person. */
  beside(page: Page): Screen {
    const window = new Screen(page);
    page.on('pageerror', (error) => window.failures.push(error.message));
    return window;
  }

  /** Violations of WCAG 2.2 AA and of axe's best practice, as lines that name the element. */
  async violations(): Promise<string[]> {
    // The source is given to the page by the test, not by the page's own policy.
    await this.page.evaluate(axe.source);
    const results = await this.page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    );
    return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
  }

  /** Waits until the map has drawn, so that a picture shows what a person sees; of one `part` when a selector is given. */
  async picture(name: string, part?: string): Promise<void> {
    mkdirSync(OUT, { recursive: true });
    await this.page.waitForTimeout(1_500);
    const shown = part ? this.page.locator(part) : this.page;
    await shown.screenshot({ path: join(OUT, `${name}.png`) });
    if (process.env.SCREENS) {
      mkdirSync(DOCS, { recursive: true });
      await shown.screenshot({ path: join(DOCS, `${name}.png`) });
    }
  }
}

/** Counts what a person presses that is not typing. */
export class Keys {
  count = 0;
  constructor(private readonly page: Page) {}
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.count++;
      await this.page.keyboard.press(key);
    }
  }
  type = (text: string) => this.page.keyboard.type(text);
}
