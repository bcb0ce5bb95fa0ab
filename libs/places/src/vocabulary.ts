/** A word of the index that a typed word may mean, and how well it fits (1 is the same word). */
export interface WordMatch {
  readonly word: string;
  readonly quality: number;
}

const PREFIX_LIMIT = 80;
const FITS = { same: 1, begins: 0.88, oneSlip: 0.72, twoSlips: 0.55 } as const;

/** All words of the index, for finding those a typed word may mean. */
export class Vocabulary {
  private readonly sorted: readonly string[];
  private readonly known: ReadonlySet<string>;

  constructor(words: Iterable<string>) {
    this.known = new Set(words);
    this.sorted = [...this.known].sort();
  }

  has(word: string): boolean {
    return this.known.has(word);
  }

  /** `open`: the word may be still being typed, so longer words that begin with it fit too. */
  match(typed: string, open: boolean): WordMatch[] {
    const matches: WordMatch[] = this.known.has(typed) ? [{ word: typed, quality: FITS.same }] : [];
    if (open) matches.push(...this.beginningWith(typed));
    return matches.length > 0 ? matches : this.slips(typed);
  }

  /** Two known words written as one ("phuloi"), or null. */
  parted(typed: string): readonly [string, string] | null {
    for (let i = 2; i <= typed.length - 2; i++) {
      const [head, tail] = [typed.slice(0, i), typed.slice(i)];
      if (this.known.has(head) && this.known.has(tail)) return [head, tail];
    }
    return null;
  }

  private beginningWith(prefix: string): WordMatch[] {
    const matches: WordMatch[] = [];
    for (let i = this.firstAtLeast(prefix); i < this.sorted.length && matches.length < PREFIX_LIMIT; i++) {
      const word = this.sorted[i] as string;
      if (!word.startsWith(prefix)) break;
      if (word !== prefix) matches.push({ word, quality: FITS.begins });
    }
    return matches;
  }

  private firstAtLeast(prefix: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as string) < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Numbers are never guessed, and short words only with one slip: "an" and "am" are both names. */
  private slips(typed: string): WordMatch[] {
    if (typed.length < 3 || /\d/.test(typed)) return [];
    const allowed = typed.length >= 7 ? 2 : 1;
    return this.sorted.flatMap((word) => {
      if (Math.abs(word.length - typed.length) > allowed || /\d/.test(word)) return [];
      const slips = slipsBetween(typed, word, allowed);
      if (slips > allowed) return [];
      return [{ word, quality: slips === 1 ? FITS.oneSlip : FITS.twoSlips }];
    });
  }
}

/** Damerau–Levenshtein distance (optimal string alignment), given up as soon as it exceeds `most`. */
export function slipsBetween(a: string, b: string, most: number): number {
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    twoBack = before;
    before = row;
  }
  return before[b.length] ?? most + 1;
}
