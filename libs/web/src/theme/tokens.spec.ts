import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync('libs/web/src/theme/tokens.css', 'utf8');
/** The tokens of one theme as the browser would compute them: the first block, then the theme's own. */
function tokensOf(theme: string): Record<string, string> {
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]+)\}/g)].filter(
    ([, selector = '']) => selector.includes(':root') || selector.includes(`[data-theme='${theme}']`),
  );
  return Object.fromEntries(
    blocks.flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, k, v]) => [k, v])),
  );
}
/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const READ_ON: [string, string[]][] = [
  ['text', ['bg', 'panel', 'raised', 'hover', 'sel', 'p1-row', 'p1-row-sel']],
  ['text2', ['bg', 'panel', 'raised', 'hover', 'sel', 'p1-row', 'p1-row-sel']],
  ['text3', ['bg', 'panel', 'raised']],
  ['accent', ['panel']],
  ['p1', ['panel', 'raised']],
  ['p3', ['panel', 'raised', 'sel', 'p1-row']],
  ['av', ['panel', 'raised', 'sel']],
  ['re', ['panel', 'raised', 'sel']],
  ['pa', ['panel', 'raised', 'sel']],
  ['p1-on', ['p1-solid']],
  ['p2-on', ['p2-solid']],
  ['p3-on', ['p3-solid']],
  ['accent-on', ['accent-solid']],
  ['alarm-text', ['alarm']],
  ['tag-red-on', ['tag-red']],
  ['tag-yellow-on', ['tag-yellow']],
  ['tag-green-on', ['tag-green']],
  ['tag-black-on', ['tag-black']],
];

describe.each(['dark', 'light', 'night'])('%s theme', (theme) => {
  const tokens = tokensOf(theme);
  it.each(READ_ON.flatMap(([text, surfaces]) => surfaces.map((surface) => [text, surface])))(
    '%s on %s is read at 4.5:1',
    (text, surface) => expect(contrast(tokens[text] ?? '', tokens[surface] ?? '')).toBeGreaterThanOrEqual(4.5),
  );
});

it('keeps colour values out of every other style sheet', () => {
  const sheets = ['libs/web/src', 'apps'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'))
      .map((file) => join(folder, file)),
  );
  expect(sheets.length).toBeGreaterThan(3);
  for (const sheet of sheets)
    expect([sheet, readFileSync(sheet, 'utf8').match(/#[0-9a-f]{3,8}\b/gi)]).toEqual([sheet, null]);
});
