import { shortenings, slipsBetween, slipsForgiven } from '../words/slips.js';
import { soundAlikes } from '../words/sound-alikes.js';

/** A run of terms, `from` included and `to` not: terms are numbered in the order of the alphabet. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
  /** How well these terms fit what was typed: 1 is the same word. */
  readonly quality: number;
}

export const FITS = { same: 1, begins: 0.88, sounds: 0.8, oneSlip: 0.72, twoSlips: 0.55 } as const;

/** All words of the index, numbered in alphabetical order, for finding those a typed word may mean. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly slips: SlipTable;

  constructor(readonly words: readonly string[]) {
    words.forEach((word, term) => this.numbers.set(word, term));
    this.slips = new SlipTable(words);
  }

  findTerm(word: string): number | null {
    return this.numbers.get(word) ?? null;
  }

  has(word: string): boolean {
    return this.numbers.has(word);
  }

  /** The words that begin with `prefix`, or null when none does. */
  beginningWith(prefix: string): TermRange | null {
    const from = this.firstAtLeast(prefix);
    const to = this.firstAtLeast(`${prefix}\uffff`);
    return to > from ? { from, to, quality: FITS.begins } : null;
  }

  /** Words that sound like `typed` or are a slip or two away; the better reading of each only. */
  alike(typed: string): TermRange[] {
    const best = new Map<number, number>();
    const add = (term: number, quality: number) => best.set(term, Math.max(best.get(term) ?? 0, quality));
    for (const spelling of soundAlikes(typed)) {
      const term = this.findTerm(spelling);
      if (term !== null) add(term, FITS.sounds);
    }
    for (const { term, slips } of this.slips.find(typed)) add(term, slips === 1 ? FITS.oneSlip : FITS.twoSlips);
    return [...best].map(([term, quality]) => ({ from: term, to: term + 1, quality }));
  }

  /** Known words that were written as one ("thudaumot"), the fewest possible; null when it cannot be parted. */
  parted(typed: string): readonly string[] | null {
    if (typed.length < 4) return null;
    const best: (readonly string[] | null)[] = [[]];
    for (let end = 1; end <= typed.length; end++) {
      best[end] = null;
      for (let start = Math.max(0, end - 8); start <= end - 2; start++) {
        const before = best[start];
        const piece = typed.slice(start, end);
        if (!before || !this.has(piece) || before.length + 1 >= (best[end]?.length ?? 5)) continue;
        best[end] = [...before, piece];
      }
    }
    return best[typed.length] ?? null;
  }

  private firstAtLeast(text: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] as string) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Finds words a slip or two away without walking the vocabulary: every word is filed under what is left of it when one
 * or two letters are dropped, and so is what was typed (symmetric deletion, W. Garbe). Only buckets of numbers are kept;
 * what falls into one by chance is told apart by counting the slips.
 */
class SlipTable {
  private readonly starts: Uint32Array;
  private readonly terms: Uint32Array;
  private readonly mask: number;

  constructor(private readonly words: readonly string[]) {
    const filed: number[] = [];
    words.forEach((word, term) => {
      const most = slipsForgiven(word);
      if (most > 0) for (const shorter of shortenings(word, most)) filed.push(hash(shorter), term);
    });
    const count = filed.length / 2;
    this.mask = 2 ** Math.ceil(Math.log2(count + 2)) - 1;
    this.starts = new Uint32Array(this.mask + 2);
    this.terms = new Uint32Array(count);
    for (let i = 0; i < count; i++) this.starts[((filed[2 * i] as number) & this.mask) + 1]!++;
    for (let i = 0; i <= this.mask; i++) this.starts[i + 1]! += this.starts[i]!;
    const next = this.starts.slice();
    for (let i = 0; i < count; i++) {
      this.terms[next[(filed[2 * i] as number) & this.mask]!++] = filed[2 * i + 1] as number;
    }
  }

  *find(typed: string): Iterable<{ term: number; slips: number }> {
    const most = slipsForgiven(typed);
    if (most === 0) return;
    const seen = new Set<number>();
    for (const shorter of shortenings(typed, most)) {
      const bucket = hash(shorter) & this.mask;
      for (let i = this.starts[bucket]!; i < this.starts[bucket + 1]!; i++) {
        const term = this.terms[i] as number;
        if (seen.has(term)) continue;
        seen.add(term);
        const slips = slipsBetween(typed, this.words[term] as string, most);
        if (slips > 0 && slips <= most) yield { term, slips };
      }
    }
  }
}

/** FNV-1a, 32 bits, without sign. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
