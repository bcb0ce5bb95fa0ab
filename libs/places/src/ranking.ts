import { Vocabulary } from './vocabulary.js';

/** One way to say a place: its name or an alias. */
export interface Saying {
  /** Which place it names. */
  readonly entry: number;
  readonly tokens: readonly string[];
  /** Words that may be said along with it (its ward; with an alias, the name's own words) but are no part of it. */
  readonly beside: readonly string[];
}

const BESIDE_QUALITY = 0.85;
/** Words said in the order of the name, with nothing between, are more than the words alone. */
const IN_ORDER_BONUS = 0.06;
/** Less than this share of what was typed must not go unexplained. */
const LEAST_EXPLAINED = 0.62;

interface Posting {
  readonly saying: number;
  readonly beside: boolean;
}

/** Words to sayings, and how well a saying explains what was typed. */
export class SayingIndex {
  private readonly postings = new Map<string, Posting[]>();
  private readonly vocabulary: Vocabulary;

  constructor(private readonly sayings: readonly Saying[]) {
    sayings.forEach(({ tokens, beside }, saying) => {
      for (const word of new Set(tokens)) this.post(word, { saying, beside: false });
      for (const word of new Set(beside)) if (!tokens.includes(word)) this.post(word, { saying, beside: true });
    });
    this.vocabulary = new Vocabulary(this.postings.keys());
  }

  /** Entries and how well they fit (0 to 1), the best saying of each; `open` when the last word may be unfinished. */
  fits(typed: readonly string[], open: boolean): Map<number, number> {
    const words = typed.flatMap((word) =>
      this.vocabulary.has(word) ? [word] : (this.vocabulary.parted(word) ?? [word]),
    );
    const weights = words.map((word) => this.weightOf(word));
    const explained = new Map<number, { own: number; beside: number; words: number }>();
    words.forEach((word, i) => {
      const best = this.bestBySaying(word, open && i === words.length - 1);
      for (const [saying, { quality, beside }] of best) {
        const sum = explained.get(saying) ?? { own: 0, beside: 0, words: 0 };
        const gain = quality * (weights[i] as number);
        if (beside) sum.beside += gain * BESIDE_QUALITY;
        else {
          sum.own += gain;
          sum.words += quality;
        }
        explained.set(saying, sum);
      }
    });
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const fits = new Map<number, number>();
    for (const [saying, { own, beside, words: matched }] of explained) {
      const share = (own + beside) / whole;
      if (own === 0 || share < LEAST_EXPLAINED) continue;
      const { entry, tokens } = this.sayings[saying] as Saying;
      const inOrder = words.length > 1 && runsThrough(tokens, words) ? IN_ORDER_BONUS : 0;
      const fit = 0.68 * share + 0.26 * Math.min(1, matched / tokens.length) + inOrder;
      if (fit > (fits.get(entry) ?? 0)) fits.set(entry, fit);
    }
    return fits;
  }

  private bestBySaying(word: string, open: boolean): Map<number, { quality: number; beside: boolean }> {
    const best = new Map<number, { quality: number; beside: boolean }>();
    for (const { word: known, quality } of this.vocabulary.match(word, open)) {
      for (const { saying, beside } of this.postings.get(known) ?? []) {
        const better = best.get(saying);
        if (!better || quality > better.quality || (quality === better.quality && better.beside && !beside)) {
          best.set(saying, { quality, beside });
        }
      }
    }
    return best;
  }

  /** Rare words say more (inverse document frequency); a word nobody uses counts as an average one. */
  private weightOf(word: string): number {
    const uses = this.postings.get(word)?.length;
    return uses === undefined ? 3 : Math.log(1 + this.sayings.length / uses);
  }

  private post(word: string, posting: Posting): void {
    const list = this.postings.get(word);
    if (list) list.push(posting);
    else this.postings.set(word, [posting]);
  }
}

/** Whether `words` stand in `tokens` one after the other. */
function runsThrough(tokens: readonly string[], words: readonly string[]): boolean {
  return tokens.some((_, start) => words.every((word, i) => tokens[start + i] === word));
}
