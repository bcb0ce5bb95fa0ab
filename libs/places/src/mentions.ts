import type { Area } from './areas.js';

/** Words that say which kind of unit is meant; each alone says nothing about where. */
const KIND_WORDS = [
  ['phuong'],
  ['xa'],
  ['thi', 'tran'],
  ['thanh', 'pho'],
  ['thi', 'xa'],
  ['quan'],
  ['huyen'],
  ['tinh'],
  ['p'],
  ['q'],
  ['h'],
  ['x'],
];

/** Tells whether a typed word may be this word of an area's name. */
export type SameWord = (position: number, word: string) => boolean;

/** For every area, the typed words (as bits) that name it; 0 where none do. */
export function mentionMasks(
  tokens: readonly string[],
  areas: readonly Area[],
  sameWord: SameWord,
  masks: Uint32Array,
): void {
  areas.forEach(({ nameWords, kindWords }, number) => {
    let mask = 0;
    // A numbered unit (Quận 1) is meant only when its kind is said.
    const needsKind = nameWords.every((word) => /^\d/.test(word));
    for (let start = 0; start + nameWords.length <= tokens.length; start++) {
      if (!nameWords.every((word, k) => sameWord(start + k, word))) continue;
      const kind = kindBefore(tokens, start);
      const isOfKind = kind.join(' ') === kindWords.join(' ');
      if (needsKind && !isOfKind) continue;
      for (let i = start - (isOfKind ? kind.length : 0); i < start + nameWords.length; i++) mask |= 1 << i;
    }
    masks[number] = mask;
  });
}

/** The words right before `start` that say which kind of unit is meant. */
export function kindBefore(tokens: readonly string[], start: number): readonly string[] {
  return (
    KIND_WORDS.find(
      (kind) => kind.length <= start && kind.every((word, k) => tokens[start - kind.length + k] === word),
    ) ?? []
  );
}

/** First words that say where something stands beside another, which is then what is looked up. */
const BESIDE = ['goc', 'gan', 'canh', 'sat', 'ke', 'ngay', 'doan', 'khuc', 'truoc', 'sau', 'xeo'];
const TOO_LARGE = [
  ['binh', 'duong'],
  ['ho', 'chi', 'minh'],
  ['viet', 'nam'],
];

/**
 * Words (as bits) that hardly say where: "đường" before a name, "tỉnh Bình Dương" and "TP. Hồ Chí Minh" after it, and
 * the kind of a unit that the gazetteer does not know ("quận 1" where no old units are kept). `mentioned` are the words
 * that name an area, with the kind it really has.
 */
export function idleWords(tokens: readonly string[], mentioned: number): number {
  let mask = 0;
  if (tokens.length > 1 && tokens[0] === 'duong' && !['tinh', 'so'].includes(tokens[1]!)) mask |= 1;
  if (tokens.length > 1 && BESIDE.includes(tokens[0]!)) mask |= 1;
  for (let start = 1; start < tokens.length; start++) {
    const kind = kindBefore(tokens, start);
    if (kind.length === 0) continue;
    const large = TOO_LARGE.find((words) => words.every((word, k) => tokens[start + k] === word));
    const numbered = /^(quan|q)$/.test(kind.join(' ')) && /^\d{1,2}$/.test(tokens[start]!);
    const end = large ? start + large.length : numbered ? start + 1 : start;
    // The kind alone is idle only where a name follows it and something else is said besides.
    if (
      mentioned & (1 << start) ||
      (large && ['tinh', 'thanh pho'].includes(kind.join(' '))) ||
      numbered ||
      isTown(kind)
    ) {
      for (let i = start - kind.length; i < end; i++) mask |= 1 << i;
    }
  }
  mask &= ~mentioned;
  return mask === 2 ** tokens.length - 1 ? 0 : mask;
}

const isTown = (kind: readonly string[]): boolean => ['thanh pho', 'thi xa', 'huyen'].includes(kind.join(' '));
