/** Spellings that sound alike somewhere in the country, or that an ear on the telephone takes for each other. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['tr', 'ch'],
  ['s', 'x'],
  ['gi', 'd'],
  ['v', 'd'],
  ['r', 'd'],
  ['r', 'g'],
  ['l', 'n'],
  ['k', 'c'],
  ['qu', 'q'],
  ['ngh', 'ng'],
  ['gh', 'g'],
  ['hu', 'qu'],
];
const ENDINGS: readonly (readonly [string, string])[] = [
  ['ng', 'n'],
  ['nh', 'n'],
  ['c', 't'],
  ['ch', 't'],
  ['y', 'i'],
];

/** Other spellings of a folded word that sound like it, and what it is when its accents were left as Telex keys. */
export function soundAlikes(word: string): string[] {
  const found = new Set<string>();
  for (const [a, b] of BEGINNINGS) {
    if (word.startsWith(a)) found.add(b + word.slice(a.length));
    if (word.startsWith(b)) found.add(a + word.slice(b.length));
  }
  for (const [a, b] of ENDINGS) {
    if (word.endsWith(a)) found.add(word.slice(0, -a.length) + b);
    if (word.endsWith(b)) found.add(word.slice(0, -b.length) + a);
  }
  found.add(withoutTelexKeys(word));
  found.delete(word);
  return [...found];
}

/** "chowj" is chợ with the Vietnamese keyboard switched off: doubled vowels, w, and one of s f r x j are its marks. */
function withoutTelexKeys(word: string): string {
  return word
    .replace(/^dd/, 'd')
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo/g, 'o')
    .replace(/w/g, '')
    .replace(/(?<=[aeiouy][a-z]*)[sfrxj](?=[a-z]?[a-z]?$)/, '')
    .replace(/(?<=[a-z])d$/, '');
}
