import type { LngLat, PlaceKind } from '#contracts';
import type { Areas } from './areas.js';
import type { EntryTable, Stretch } from './entries.js';
import { idleWords, mentionMasks } from './mentions.js';
import { MOST_WORDS, type NameFit, type NameIndex, type Word } from './names/name-index.js';
import type { TermRange } from './names/vocabulary.js';
import { readingsOf } from './words/short-forms.js';

const { cos, log, max, min, sqrt } = Math;

/** An entry that fits what was typed. */
export interface Match {
  readonly entry: number;
  /** How well it fits (0 to about 1), whatever its place and kind. */
  readonly fit: number;
  /** `fit` less what distance and kind cost: the order of the list. */
  readonly rank: number;
  /** Share of what was typed, by weight, that it explains. */
  readonly share: number;
  /** Of a street the part in the area that was named, when that is not where its point lies. */
  readonly stretch: Stretch | null;
}

export interface MatchOptions {
  /** Equal matches come nearest first. */
  readonly near: LngLat | null;
  readonly limit: number;
  /** The last word may be unfinished. */
  readonly open: boolean;
  readonly kinds?: readonly PlaceKind[];
  /** Whether known words may be slips for others, when little is explained otherwise; yes unless told. */
  readonly slips?: boolean;
}

const AREA_QUALITY = 0.9;
/** At least this share of what was typed must be explained; where nothing explains so much, the second will do. */
const LEAST_EXPLAINED = [0.62, 0.4] as const;
/** Below this, the words are read again with slips. */
const WELL_EXPLAINED = 0.86;
const SHARE_WEIGHT = 0.68;
const NAME_WEIGHT = 0.26;
/** Words said in the order of the name, with nothing between, are more than the words alone. */
const ORDER_WEIGHT = 0.06;
/** What a word that says little still weighs. */
const IDLE_WEIGHT = 0.12;
/** How much of a fit the distance may outweigh, reached at this many metres. */
const DISTANCE_WEIGHT = 0.08;
const FAR_METRES = 30_000;
/** So many entries are looked at for one reading: of a thousand that fit equally well any will do. */
const MOST_LOOKS = 60_000;
const METRES_PER_DEGREE = 111_195;
/** Among equals a caller means the street or the hospital before the crossing or the station named after it. */
const KIND_COST: Partial<Record<PlaceKind, number>> = {
  junction: 0.12,
  station: 0.08,
  gate: 0.04,
  former_unit: 0.005,
  fuel: 0.02,
  landmark: 0.01,
};

/** Finds the entries whose names, with the areas they lie in, explain what was typed. */
export class Matcher {
  private readonly masks: Uint32Array;

  constructor(
    private readonly entries: EntryTable,
    private readonly index: NameIndex,
    private readonly areas: Areas,
  ) {
    this.masks = new Uint32Array(areas.all.length);
  }

  /** The best entries for folded words, best first. */
  match(tokens: readonly string[], options: MatchOptions): Match[] {
    const best = new Shortlist(options.limit);
    const mayGuess = options.slips ?? true;
    const readings = readingsOf(tokens).flatMap((reading) => this.withParts(reading, options.open));
    for (const least of LEAST_EXPLAINED) {
      for (const words of readings) {
        this.read(words, options, { least, slips: false }, best);
        if (mayGuess && best.mostExplained < WELL_EXPLAINED) this.read(words, options, { least, slips: true }, best);
      }
      if (!best.isEmpty) break;
    }
    return best.listed();
  }

  /** The words as they are and, where they differ, with glued ones taken apart. */
  private withParts(reading: readonly string[], open: boolean): string[][] {
    const parted = this.parted(reading, open);
    return [reading, ...(parted.length > reading.length ? [parted] : [])].map((words) => words.slice(0, MOST_WORDS));
  }

  /** Glued words taken apart, as far as the index knows their parts. */
  private parted(tokens: readonly string[], open: boolean): string[] {
    const { vocabulary } = this.index;
    return tokens.flatMap((word, i) => {
      const unfinished = open && i === tokens.length - 1 && vocabulary.beginningWith(word) !== null;
      return vocabulary.has(word) || unfinished ? [word] : (vocabulary.parted(word) ?? [word]);
    });
  }

  private read(
    tokens: readonly string[],
    options: MatchOptions,
    { least, slips }: { least: number; slips: boolean },
    best: Shortlist,
  ): void {
    const ranges = tokens.map((token, i) => this.rangesOf(token, options.open && i === tokens.length - 1, slips));
    const words = this.weighed(tokens, ranges);
    const whole = words.reduce((sum, { weight }) => sum + weight, 0);
    if (whole === 0) return;
    let byAreas = 0;
    for (const mask of this.masks) byAreas |= mask;
    const sums = maskWeights(words);
    const admits = options.kinds && new Set(options.kinds);
    const away = distanceFrom(options.near, this.entries);
    // What areas explain, a name need not; nor is a name worth finding that could not get onto the list any more.
    const mayMiss = () => {
      const needed = max(least, (best.worst - NAME_WEIGHT - ORDER_WEIGHT) / SHARE_WEIGHT);
      return max(0, needed * whole - sums[byAreas]! * AREA_QUALITY);
    };
    const promises = (explained: number) => {
      const share = (sums[explained]! + sums[byAreas & ~explained]! * AREA_QUALITY) / whole;
      return share >= least && SHARE_WEIGHT * share + NAME_WEIGHT + ORDER_WEIGHT > best.worst;
    };
    let looks = 0;
    this.index.eachFit(words, mayMiss, promises, (name, found) => {
      const most = found.weight + sums[byAreas & ~found.explained]! * AREA_QUALITY;
      if (most / whole < least || fitOf(most / whole, found, words.length) <= best.worst) return;
      for (const entry of this.index.entriesOf(name)) {
        if (looks++ > MOST_LOOKS) return;
        const kind = this.entries.kindOf(entry);
        if (admits && !admits.has(kind)) continue;
        let mask = byAreas === 0 ? 0 : this.entries.areaMask(entry, this.masks) & ~found.explained;
        const unplaced = byAreas & ~found.explained & ~mask;
        const stretch = unplaced === 0 ? null : this.entries.findStretch(entry, this.masks, unplaced);
        if (stretch) mask |= this.masks[stretch.area]! & ~found.explained;
        const share = (found.weight + sums[mask]! * AREA_QUALITY) / whole;
        if (share < least) continue;
        const fit = fitOf(share, found, words.length);
        // The middle of an area says nothing about how far it is.
        const distance = kind === 'ward' || kind === 'former_unit' ? 0 : min(1, away(entry) / FAR_METRES);
        const rank = fit - DISTANCE_WEIGHT * distance - (KIND_COST[kind] ?? 0);
        if (rank > best.worst || share > best.mostExplained) best.offer({ entry, fit, rank, share, stretch });
      }
    });
  }

  private rangesOf(token: string, open: boolean, slips: boolean): TermRange[] {
    const { vocabulary } = this.index;
    const term = vocabulary.findTerm(token);
    const ranges: TermRange[] = [];
    const longer = open ? vocabulary.beginningWith(token) : null;
    if (longer) ranges.push(longer);
    if (term !== null) ranges.push({ from: term, to: term + 1, quality: 1 });
    if (ranges.length === 0 || slips) ranges.push(...vocabulary.alike(token));
    return ranges;
  }

  /** Rare words say more (inverse document frequency); a word nobody uses counts as one that is neither rare nor common. */
  private weighed(tokens: readonly string[], ranges: readonly TermRange[][]): Word[] {
    const { vocabulary, nameCount } = this.index;
    mentionMasks(
      tokens,
      this.areas.all,
      (position, word) =>
        tokens[position] === word ||
        ranges[position]!.some(({ from, to }) => {
          const term = vocabulary.findTerm(word);
          return term !== null && term >= from && term < to;
        }),
      this.masks,
    );
    let mentioned = 0;
    for (const mask of this.masks) mentioned |= mask;
    const idle = idleWords(tokens, mentioned);
    return tokens.map((token, i) => {
      const term = vocabulary.findTerm(token);
      const own = term === null ? ranges[i]! : [{ from: term, to: term + 1, quality: 1 }];
      const uses = this.index.usesOf(own);
      const weight = uses === 0 ? log(1 + nameCount) / 2 : log(1 + nameCount / uses) + 0.2;
      const isIdle = (idle & (1 << i)) !== 0;
      return { ranges: ranges[i]!, weight: isIdle ? weight * IDLE_WEIGHT : weight, idle: isIdle };
    });
  }
}

/** The weight of every set of words, by its bits. */
function maskWeights(words: readonly Word[]): Float64Array {
  const sums = new Float64Array(2 ** words.length);
  for (let mask = 1; mask < sums.length; mask++) {
    const lowest = 31 - Math.clz32(mask & -mask);
    sums[mask] = sums[mask & (mask - 1)]! + words[lowest]!.weight;
  }
  return sums;
}

function fitOf(share: number, { said, length, order }: NameFit, typed: number): number {
  return SHARE_WEIGHT * share + NAME_WEIGHT * min(1, said / length) + (typed > 1 ? ORDER_WEIGHT * order : 0);
}

/** Metres to an entry as the crow flies over flat ground: good enough to sort by. */
function distanceFrom(near: LngLat | null, entries: EntryTable): (entry: number) => number {
  if (!near) return () => 0;
  const [lng, lat] = near;
  const east = METRES_PER_DEGREE * cos((lat * Math.PI) / 180);
  return (entry) => {
    const dx = (entries.lngOf(entry) - lng) * east;
    const dy = (entries.latOf(entry) - lat) * METRES_PER_DEGREE;
    return sqrt(dx * dx + dy * dy);
  };
}

/** The best matches so far, an entry once. */
class Shortlist {
  private readonly matches: Match[] = [];
  /** The largest share of the typed words that any match explains. */
  mostExplained = 0;

  constructor(private readonly limit: number) {}

  get isEmpty(): boolean {
    return this.matches.length === 0;
  }

  /** What a match must surpass to get onto the list. */
  get worst(): number {
    return this.matches.length < this.limit ? 0 : this.matches.at(-1)!.rank;
  }

  offer(match: Match): void {
    if (match.share > this.mostExplained) this.mostExplained = match.share;
    if (match.rank <= this.worst) return;
    const known = this.matches.findIndex(({ entry }) => entry === match.entry);
    if (known >= 0) {
      if (this.matches[known]!.rank >= match.rank) return;
      this.matches.splice(known, 1);
    }
    let at = this.matches.length;
    while (at > 0 && this.matches[at - 1]!.rank < match.rank) at--;
    this.matches.splice(at, 0, match);
    if (this.matches.length > this.limit) this.matches.pop();
  }

  listed(): Match[] {
    return [...this.matches];
  }
}
