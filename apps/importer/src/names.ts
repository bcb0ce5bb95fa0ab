import type { Tags } from './osm.js';

/**
 * NFC, so that equal words are equal strings, with the Icelandic eth that many map editors typed turned into the đ that
 * it was meant to be. The database refuses the zero character.
 */
const clean = (text: string | undefined): string =>
  (text ?? '')
    .replaceAll('\0', '')
    .normalize('NFC')
    .replaceAll('\u00d0', '\u0110')
    .replaceAll('\u00f0', '\u0111')
    .trim();

/** The Vietnamese name, else whatever the map calls it; null when it has none. */
export const nameOf = (tags: Tags): string | null => clean(tags['name:vi'] ?? tags['name']) || null;

const ALIAS_KEYS = ['name', 'name:en', 'alt_name', 'old_name', 'official_name', 'short_name', 'loc_name', 'ref'];

/** Other names people may say: the old, the short, the English. */
export function aliasesOf(tags: Tags): string[] {
  const all = ALIAS_KEYS.flatMap((key) => (tags[key] ?? '').split(';').map(clean));
  return [...new Set(all)].filter((alias) => alias !== '' && alias !== nameOf(tags));
}
