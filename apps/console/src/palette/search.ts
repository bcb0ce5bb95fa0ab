/** Letters without marks and case, so that "phu loi" finds "Phú Lợi": NFD drops the marks, đ does not decompose. */
export const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

const squeeze = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');

/**
 * How well `words` answer a query: 3 from its start, 2 from the start of a word, 1 anywhere, or as a code without its
 * dashes and zeros ("bd7" finds "BD-07"), or by first letters ("tngt" finds "Tai nạn giao thông"); 0 not at all.
 */
export function matchRank(query: string, words: string): 0 | 1 | 2 | 3 {
  const asked = fold(query).trim();
  if (asked === '') return 1;
  const folded = fold(words);
  if (folded.startsWith(asked)) return 3;
  if (folded.includes(` ${asked}`)) return 2;
  if (folded.includes(asked)) return 1;
  const code = squeeze(query);
  if (code === '') return 0;
  const codes = folded.split(/\s+/).flatMap((word) => [squeeze(word), squeeze(word).replace(/([a-z])0+(?=\d)/g, '$1')]);
  if (codes.some((candidate) => candidate.startsWith(code))) return 2;
  const initials = folded
    .split(/[^a-z0-9]+/)
    .map((word) => word.charAt(0))
    .join('');
  if (code.length > 1 && initials.includes(code)) return 1;
  return asked.split(/\s+/).every((part) => folded.includes(part)) ? 1 : 0;
}

/** The things that answer a query, best first, otherwise in the order given. */
export const search = <T>(query: string, things: readonly T[], words: (thing: T) => string, limit: number): T[] =>
  things
    .map((thing) => ({ thing, rank: matchRank(query, words(thing)) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, limit)
    .map(({ thing }) => thing);
