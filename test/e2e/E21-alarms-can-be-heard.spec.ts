/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import ts from 'typescript';
import { launch } from './browser.js';

type Sound = typeof import('../../apps/console/src/alarms/sound.js');
const ENTRY = join(dirname(fileURLToPath(import.meta.url)), '../../apps/console/src/alarms/sound.ts');

/** The product's own module, for a bare page: it imports nothing. */
function script(): string {
  const { outputText } = ts.transpileModule(readFileSync(ENTRY, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  return `(() => { const exports = {}; ${outputText}; globalThis.sound = exports; })()`;
}

interface Heard {
  readonly pulses: number;
  readonly loudest: number;
  /** Of the last pulse, how loud its first 5 ms are, against the loudest. */
  readonly atOnce: number;
}

/** Renders one pattern off line and counts what is heard: a pulse is loud after 60 ms of silence. */
const hear = (page: Page, name: keyof Sound['PATTERNS'], volume: number): Promise<Heard> =>
  page.evaluate(
    async ([pattern, at]) => {
      const { schedule } = (globalThis as unknown as { sound: Sound }).sound;
      const rate = 44_100;
      const context = new OfflineAudioContext(1, rate * 5, rate);
      schedule(context, pattern, 0, at);
      const samples = (await context.startRendering()).getChannelData(0);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      let [pulses, lastLoud, firstLoud] = [0, -rate, 0];
      samples.forEach((sample, i) => {
        if (Math.abs(sample) < loudest * 0.02) return;
        if (i - lastLoud > rate * 0.06) {
          pulses++;
          firstLoud = i;
        }
        lastLoud = i;
      });
      const first = samples.slice(firstLoud, firstLoud + rate * 0.005);
      const atOnce = first.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / loudest;
      return { pulses, loudest, atOnce };
    },
    [name, volume] as const,
  );

describe('E21 Alarms can be heard, each as what it is', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage();
    await page.evaluate(script());
  });
  afterAll(() => browser?.close());

  it.each([
    ['high', 10],
    ['medium', 3],
    ['low', 1],
    ['ring', 2],
  ] as const)('%s has %d pulses, swells, and never clips', async (name, pulses) => {
    const heard = await hear(page, name, 1);
    expect(heard.pulses).toBe(pulses);
    expect(heard.loudest).toBeGreaterThan(0.1);
    expect(heard.loudest).toBeLessThan(1);
    // After 5 of the 20 ms of attack it is still soft: nothing clicks.
    expect(heard.atOnce).toBeLessThan(0.5);
  });

  it('is softer at 30 %, and still there', async () => {
    const [full, least] = [await hear(page, 'high', 1), await hear(page, 'high', 0.3)];
    expect(least.loudest / full.loudest).toBeCloseTo(0.3, 2);
    expect(least.pulses).toBe(10);
  });
});
