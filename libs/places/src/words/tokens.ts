import { fold } from './fold.js';
import { writtenOut } from './short-forms.js';

const LETTER_THEN_DIGIT = /([a-z])(\d)/g;
const WORD = /\d[\d/]*[a-z]?(?![a-z])|[\p{L}\d]+/gu;

/**
 * The words of a text as the index knows them: folded, letters parted from the digits after them (đt743 is dt 743),
 * house numbers whole (22/5, 45a), dates as signs write them (30 tháng 4 is 30/4), short forms written out.
 */
export function tokensOf(text: string): string[] {
  const words = fold(text).replace(LETTER_THEN_DIGIT, '$1 $2').match(WORD);
  if (!words) return [];
  return datesJoined(writtenOut(words.map((word) => (word.endsWith('/') ? word.replace(/\/+$/, '') : word))));
}

/** One string for everything that is written alike: streets and their houses are joined by it. */
export const keyOf = (text: string): string =>
  tokensOf(text.replace(/^(đường|duong|phố)\s+(?!s[ốo]\s)/iu, '')).join(' ');

function datesJoined(words: readonly string[]): string[] {
  if (!words.includes('thang')) return [...words];
  const result: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [day, word, month] = words.slice(i, i + 3);
    const isDate = word === 'thang' && /^\d+$/.test(day ?? '') && /^\d+$/.test(month ?? '');
    result.push(isDate ? `${day}/${month}` : (day as string));
    if (isDate) i += 2;
  }
  return result;
}

/** The initials that a name of three or more words is written with (Nguyễn Thị Minh Khai: ntmk); null for others. */
export function initialsOf(tokens: readonly string[]): string | null {
  if (tokens.length < 3 || tokens.some((word) => !/^[a-z]/.test(word))) return null;
  return tokens.map((word) => word[0]).join('');
}
