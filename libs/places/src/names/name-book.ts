import { NameIndex } from './name-index.js';
import { Vocabulary } from './vocabulary.js';

/** Names that say more are kept first: when a search must stop early, it has seen those. 0 is the most important. */
export type Importance = 0 | 1 | 2 | 3;
const IMPORTANCES = 4;

/** After this many steps a build lets others have their turn. */
const SLICE = 2048;

/** Collects the ways to say every entry, each distinct name once, and makes the index of them. */
export class NameBook {
  private readonly names = new Map<string, number>();
  private readonly importance: number[] = [];
  private readonly pairNames: number[] = [];
  private readonly pairEntries: number[] = [];

  /** `entry` may be called by these words. */
  add(entry: number, tokens: readonly string[], importance: Importance): void {
    if (tokens.length === 0) return;
    const key = tokens.join(' ');
    let name = this.names.get(key);
    if (name === undefined) {
      name = this.names.size;
      this.names.set(key, name);
      this.importance.push(importance);
    } else if (importance < this.importance[name]!) this.importance[name] = importance;
    this.pairNames.push(name);
    this.pairEntries.push(entry);
  }

  /** Yields again and again, so that the caller can let a server breathe. */
  *finish(): Generator<void, NameIndex> {
    const keys = [...this.names.keys()];
    this.names.clear();
    yield;
    const { rankOf, nameAt } = this.byImportance();
    yield;
    const words = new Set<string>();
    for (let i = 0; i < keys.length; i++) {
      for (const word of keys[i]!.split(' ')) words.add(word);
      if (i % SLICE === 0) yield;
    }
    const vocabulary = new Vocabulary([...words].sort());
    yield;
    const termStarts = new Uint32Array(keys.length + 1);
    const uses = new Uint32Array(words.size + 1);
    const terms: number[] = [];
    for (let rank = 0; rank < keys.length; rank++) {
      const own = keys[nameAt[rank]!]!.split(' ').map((word) => vocabulary.findTerm(word) as number);
      for (const term of own) terms.push(term);
      for (const term of new Set(own)) uses[term + 1]!++;
      termStarts[rank + 1] = terms.length;
      if (rank % SLICE === 0) yield;
    }
    const nameTerms = Uint32Array.from(terms);
    yield;
    const postingStarts = sums(uses);
    const postings = new Uint32Array(postingStarts[words.size]!);
    const next = postingStarts.slice();
    for (let rank = 0; rank < keys.length; rank++) {
      const [from, to] = [termStarts[rank]!, termStarts[rank + 1]!];
      for (let i = from; i < to; i++) {
        const term = nameTerms[i]!;
        if (nameTerms.indexOf(term, from) === i) postings[next[term]!++] = rank;
      }
      if (rank % SLICE === 0) yield;
    }
    const { entryStarts, entries } = this.entriesByName(rankOf);
    return new NameIndex({ vocabulary, termStarts, nameTerms, postingStarts, postings, entryStarts, entries });
  }

  private byImportance(): { rankOf: Uint32Array; nameAt: Uint32Array } {
    const count = this.importance.length;
    const counts = new Uint32Array(IMPORTANCES + 1);
    for (const importance of this.importance) counts[importance + 1]!++;
    const next = sums(counts);
    const rankOf = new Uint32Array(count);
    const nameAt = new Uint32Array(count);
    this.importance.forEach((importance, name) => {
      const rank = next[importance]!++;
      rankOf[name] = rank;
      nameAt[rank] = name;
    });
    return { rankOf, nameAt };
  }

  private entriesByName(rankOf: Uint32Array): { entryStarts: Uint32Array; entries: Uint32Array } {
    const counts = new Uint32Array(rankOf.length + 1);
    for (const name of this.pairNames) counts[rankOf[name]! + 1]!++;
    const entryStarts = sums(counts);
    const next = entryStarts.slice();
    const entries = new Uint32Array(this.pairNames.length);
    this.pairNames.forEach((name, i) => (entries[next[rankOf[name]!]!++] = this.pairEntries[i]!));
    return { entryStarts, entries };
  }
}

/** Running sums: where each run starts when runs lie one after the other. */
function sums(counts: Uint32Array): Uint32Array {
  const starts = counts.slice();
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  return starts;
}
