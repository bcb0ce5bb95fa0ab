import type { Wording } from '#contracts';
import * as texts from './index.js';

const { fill } = texts;
/** Every section: whatever is no function and no list. */
const DICTIONARY = Object.fromEntries(
  Object.entries(texts).filter(([, value]) => typeof value === 'object' && !Array.isArray(value)),
) as Record<string, Record<string, Wording>>;

const entries = Object.entries(DICTIONARY).flatMap(([section, texts]) =>
  Object.entries(texts).map(([key, wording]) => [`${section}.${key}`, wording] as const),
);
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(entries)('%s', (_, { vi, en }) => {
  it('says something in both languages, in NFC, without exclamation', () => {
    for (const text of [vi, en]) {
      expect(text.trim()).not.toBe('');
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/!/);
    }
  });
  it('asks for the same facts in both', () => expect(names(vi)).toEqual(names(en)));
});

it('fills facts in and leaves a name without a fact in sight', () => {
  expect(fill('{count} xe, {rest}', { count: 3 })).toBe('3 xe, {rest}');
});
