import type { TermRange, Vocabulary } from './vocabulary.js';

const { min } = Math;

/** A word that was typed: which terms it may mean, and how much it says. */
export interface Word {
  readonly ranges: readonly TermRange[];
  readonly weight: number;
  /** Says hardly anything: no name is looked up for it alone. */
  readonly idle: boolean;
}

/** How well one name explains what was typed. Bit i of `explained` stands for word i. */
export interface NameFit {
  /** Weight of the words that it explains, each times how well it fits. */
  weight: number;
  explained: number;
  /** How many words of the name were said, those that fit less well counting less. */
  said: number;
  /** Words of the name in all. */
  length: number;
  /** Share of neighbouring words that were said in the order of the name (0 to 1). */
  order: number;
}

export const MOST_WORDS = 14;
/** A search looks at no more names than this, the rarest word's and the most important ones first. */
const MOST_NAMES = 60_000;
/** And at no more than this for a single letter or two, which fit so many that any will do. */
const MOST_FOR_ONE_WORD = 15_000;
const NOT_SAID = 255;

interface Tables {
  readonly vocabulary: Vocabulary;
  /** The words of name n are `nameTerms[termStarts[n] … termStarts[n + 1]]`; so are the other two. */
  readonly termStarts: Uint32Array;
  readonly nameTerms: Uint32Array;
  /** The names that hold term t, ascending: the important ones first. */
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
  /** The entries that are called name n. */
  readonly entryStarts: Uint32Array;
  readonly entries: Uint32Array;
}

/** Words to names and names to entries, in flat arrays: a million names cost no object each. */
export class NameIndex {
  readonly vocabulary: Vocabulary;
  readonly nameCount: number;
  /** How well term t fits word i, in hundredths; filled for one search and wiped after it. */
  private readonly fits: Uint8Array[];
  /** The words (as bits) that term t may be; filled and wiped with `fits`. */
  private readonly words: Uint16Array;
  private readonly seen: Uint8Array;
  private readonly visited = new Uint32Array(MOST_NAMES);

  constructor(private readonly tables: Tables) {
    this.vocabulary = tables.vocabulary;
    this.nameCount = tables.termStarts.length - 1;
    this.fits = Array.from({ length: MOST_WORDS }, () => new Uint8Array(this.vocabulary.words.length));
    this.words = new Uint16Array(this.vocabulary.words.length);
    this.seen = new Uint8Array(this.nameCount);
  }

  /** How many names hold one of these terms; a name that holds two counts twice. */
  usesOf(ranges: readonly TermRange[]): number {
    const { postingStarts } = this.tables;
    return ranges.reduce((sum, { from, to }) => sum + postingStarts[to]! - postingStarts[from]!, 0);
  }

  /** The entries that are called this name. */
  entriesOf(name: number): Uint32Array {
    const { entryStarts, entries } = this.tables;
    return entries.subarray(entryStarts[name]!, entryStarts[name + 1]!);
  }

  /**
   * Visits names that explain some of `words`, the fit reused from call to call. Words are followed from the rarest on
   * and no further than `mayMiss` allows, which is asked again and again: a name is passed over only when all the words
   * it could still explain weigh no more than that, or when `promises` says that the words it holds (as bits) are not
   * worth a closer look.
   */
  eachFit(
    words: readonly Word[],
    mayMiss: () => number,
    promises: (explained: number) => boolean,
    visit: (name: number, fit: NameFit) => void,
  ): void {
    this.fill(words);
    const { termStarts, nameTerms } = this.tables;
    const fit: NameFit = { weight: 0, explained: 0, said: 0, length: 0, order: 0 };
    const count = this.followRarest(words, mayMiss, (name) => {
      let explained = 0;
      for (let i = termStarts[name]!; i < termStarts[name + 1]!; i++) explained |= this.words[nameTerms[i]!]!;
      if (explained === 0 || !promises(explained)) return;
      this.measure(name, words, explained, fit);
      visit(name, fit);
    });
    for (let i = 0; i < count; i++) this.seen[this.visited[i]!] = 0;
    this.wipe(words);
  }

  private fill(words: readonly Word[]): void {
    words.forEach(({ ranges }, i) => {
      const fits = this.fits[i]!;
      for (const { from, to, quality } of ranges) {
        for (let term = from; term < to; term++) {
          this.words[term]! |= 1 << i;
          if (fits[term]! < quality * 100) fits[term] = quality * 100;
        }
      }
    });
  }

  private wipe(words: readonly Word[]): void {
    words.forEach(({ ranges }, i) => {
      for (const { from, to } of ranges) {
        this.fits[i]!.fill(0, from, to);
        this.words.fill(0, from, to);
      }
    });
  }

  /** Looks at each name once and returns how many there were. */
  private followRarest(words: readonly Word[], mayMiss: () => number, look: (name: number) => void): number {
    const { postings, postingStarts } = this.tables;
    const rarestFirst = words
      .map(({ ranges, weight, idle }) => ({ ranges, weight, idle, uses: this.usesOf(ranges) }))
      .filter(({ uses, idle }) => uses > 0 && !idle)
      .sort((a, b) => a.uses - b.uses);
    let left = rarestFirst.reduce((sum, { weight }) => sum + weight, 0);
    let count = 0;
    const once = (name: number) => {
      if (this.seen[name]) return;
      this.seen[name] = 1;
      this.visited[count++] = name;
      look(name);
    };
    if (rarestFirst.length === 1 && rarestFirst[0]!.uses > 2 * MOST_FOR_ONE_WORD) {
      // So many that the most important names hold enough of them.
      for (let name = 0; name < min(this.nameCount, 2 * MOST_FOR_ONE_WORD); name++) once(name);
      return count;
    }
    for (const { ranges, weight } of rarestFirst) {
      if (left <= mayMiss()) break;
      left -= weight;
      for (const { from, to } of ranges) {
        const end = postingStarts[to]!;
        for (let i = postingStarts[from]!; i < end && count < MOST_NAMES; i++) once(postings[i]!);
      }
    }
    return count;
  }

  private measure(name: number, words: readonly Word[], explained: number, fit: NameFit): void {
    const { termStarts, nameTerms } = this.tables;
    const [from, to] = [termStarts[name]!, termStarts[name + 1]!];
    fit.weight = fit.said = 0;
    fit.explained = explained;
    fit.length = to - from;
    let before = NOT_SAID;
    let neighbours = 0;
    let pairs = 0;
    for (let i = 0; i < words.length; i++) {
      if (!(explained & (1 << i))) continue;
      const own = this.fits[i]!;
      let best = 0;
      let at = NOT_SAID;
      for (let k = from; k < to; k++) {
        const quality = own[nameTerms[k]!]!;
        // Of equal words the one after the last counts: "an an" is said in order.
        if (quality > best || (quality === best && quality > 0 && k - from === before + 1)) {
          best = quality;
          at = k - from;
        }
      }
      fit.weight += (words[i]!.weight * best) / 100;
      fit.said += best / 100;
      if (before !== NOT_SAID) {
        pairs++;
        if (at === before + 1) neighbours++;
      }
      before = at;
    }
    fit.order = pairs === 0 ? 0 : neighbours / pairs;
  }
}
