import type { TermRange, Vocabulary } from './vocabulary.js';

/** A word that was typed: which terms it may mean, and how much it says. */
export interface Word {
  readonly ranges: readonly TermRange[];
  readonly weight: number;
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
const MOST_NAMES = 120_000;
const UNSEEN = 255;

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
  private readonly seen: Uint8Array;

  constructor(private readonly tables: Tables) {
    this.vocabulary = tables.vocabulary;
    this.nameCount = tables.termStarts.length - 1;
    this.fits = Array.from({ length: MOST_WORDS }, () => new Uint8Array(this.vocabulary.words.length));
    this.seen = new Uint8Array(this.nameCount);
  }

  /** How many names hold one of these terms; a name that holds two counts twice. */
  usesOf(ranges: readonly TermRange[]): number {
    const { postingStarts } = this.tables;
    return ranges.reduce((sum, { from, to }) => sum + postingStarts[to]! - postingStarts[from]!, 0);
  }

  eachEntry(name: number, visit: (entry: number) => void): void {
    const { entryStarts, entries } = this.tables;
    for (let i = entryStarts[name]!; i < entryStarts[name + 1]!; i++) visit(entries[i]!);
  }

  /**
   * Visits names that explain some of `words`, the fit reused from call to call. Words are followed from the rarest on
   * and no further than `mayMiss` allows: a name is passed over only when all the words it could still explain weigh no
   * more than that.
   */
  eachFit(words: readonly Word[], mayMiss: number, visit: (name: number, fit: NameFit) => void): void {
    const fits = this.fits.slice(0, words.length);
    words.forEach(({ ranges }, i) => {
      for (const { from, to, quality } of ranges) {
        for (let term = from; term < to; term++) fits[i]![term] = Math.max(fits[i]![term]!, quality * 100);
      }
    });
    const visited: number[] = [];
    const fit: NameFit = { weight: 0, explained: 0, said: 0, length: 0, order: 0 };
    const look = (name: number) => {
      if (this.seen[name]) return;
      this.seen[name] = 1;
      visited.push(name);
      this.measure(name, words, fits, fit);
      if (fit.explained !== 0) visit(name, fit);
    };
    this.followRarest(words, mayMiss, look, visited);
    for (const name of visited) this.seen[name] = 0;
    words.forEach(({ ranges }, i) => ranges.forEach(({ from, to }) => fits[i]!.fill(0, from, to)));
  }

  private followRarest(words: readonly Word[], mayMiss: number, look: (name: number) => void, visited: number[]): void {
    const { postings, postingStarts } = this.tables;
    const rarestFirst = words
      .map(({ ranges, weight }) => ({ ranges, weight, uses: this.usesOf(ranges) }))
      .filter(({ uses }) => uses > 0)
      .sort((a, b) => a.uses - b.uses);
    let left = rarestFirst.reduce((sum, { weight }) => sum + weight, 0);
    for (const { ranges, weight, uses } of rarestFirst) {
      if (left <= mayMiss || visited.length >= MOST_NAMES) return;
      left -= weight;
      if (uses > MOST_NAMES && visited.length === 0) {
        // So many that the most important names hold enough of them.
        for (let name = 0; name < this.nameCount && visited.length < MOST_NAMES / 2; name++) look(name);
        return;
      }
      for (const { from, to } of ranges) {
        for (let i = postingStarts[from]!; i < postingStarts[to]! && visited.length < MOST_NAMES; i++) {
          look(postings[i]!);
        }
      }
    }
  }

  private measure(name: number, words: readonly Word[], fits: readonly Uint8Array[], fit: NameFit): void {
    const { termStarts, nameTerms } = this.tables;
    const [from, to] = [termStarts[name]!, termStarts[name + 1]!];
    fit.weight = fit.explained = fit.said = 0;
    fit.length = to - from;
    let before = UNSEEN;
    let neighbours = 0;
    let pairs = 0;
    for (let i = 0; i < words.length; i++) {
      const own = fits[i]!;
      let best = 0;
      let at = UNSEEN;
      for (let k = from; k < to; k++) {
        const quality = own[nameTerms[k]!]!;
        // Of equal words the one after the last counts: "an an" is said in order.
        if (quality > best || (quality === best && quality > 0 && k - from === before + 1)) {
          best = quality;
          at = k - from;
        }
      }
      if (best === 0) continue;
      fit.explained |= 1 << i;
      fit.weight += (words[i]!.weight * best) / 100;
      fit.said += best / 100;
      if (before !== UNSEEN) {
        pairs++;
        if (at === before + 1) neighbours++;
      }
      before = at;
    }
    fit.order = pairs === 0 ? 0 : neighbours / pairs;
  }
}
