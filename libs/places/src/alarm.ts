import type { LngLat, PlaceAlarm, PlaceKind, PlaceSuggestion, Wording } from '#contracts';
import { PLACE_KINDS } from '#contracts';
import { distanceMetres } from '#geo';
import { fold } from './words/fold.js';
import { keyOf, tokensOf } from './words/tokens.js';

/** A suggestion with how well it fits. */
export interface Finding {
  readonly suggestion: PlaceSuggestion;
  /** How well it fits what was typed (0 to about 1). */
  readonly fit: number;
  /** Share of what was typed that it explains. */
  readonly share: number;
  /** The order of the list. */
  readonly rank: number;
}

/** What lies around a point, best known first, leaving out names that would not tell it apart. */
export type KnownNear = (at: LngLat, metres: number, but: ReadonlySet<string>) => string[];

/** Below this fit a name is still being typed. */
const TYPED_FIT = 0.85;
const WHOLE_SHARE = 0.97;
/** From this fit on, what was typed is a whole name and not a word of many. */
const WHOLE_FIT = 0.93;
const SAME_FIT = 0.035;
const SAME_SHARE = 0.03;
/** Two gates of one yard are one place, two ends of one road are not. */
const APART_METRES: Partial<Record<PlaceKind, number>> = { street: 1_200, house: 400, ward: 0, former_unit: 0 };
const APART_OTHERWISE_METRES = 250;
const MOST_OPTIONS = 5;
const LANDMARK_METRES = 2_000;

/**
 * The question that tells places of one name apart, or null when what was typed means one place. `findings` are in the
 * order of the list; the options of the alarm keep that order.
 */
export function sameNameAlarm(typed: string, findings: readonly Finding[], knownNear: KnownNear): PlaceAlarm | null {
  const [top] = findings;
  if (!top || top.fit < TYPED_FIT) return null;
  const numbered = tokensOf(typed).some((word) => /^\d/.test(word));
  const fitting = findings.filter((finding) => finding === top || fitsAsWell(finding, top, numbered));
  const options: PlaceSuggestion[] = [];
  for (const { suggestion } of fitting) {
    if (options.length < MOST_OPTIONS && options.every((other) => areApart(other, suggestion)))
      options.push(suggestion);
  }
  if (options.length < 2) return null;
  const tells = whatTells(options, knownNear);
  return {
    question: {
      vi: `${shared(options, 'vi')}: ${tells.map(({ vi }) => vi).join(' hay ')}?`,
      en: `${shared(options, 'en')}: ${tells.map(({ en }) => en).join(' or ')}?`,
    },
    options: options.map(({ id, position }, i) => ({
      id,
      tells: tells[i]!,
      distanceMetres: Math.round(distanceMetres(options[0]!.position, position)),
    })),
  };
}

function fitsAsWell(finding: Finding, top: Finding, numbered: boolean): boolean {
  if (finding.share < top.share - SAME_SHARE) return false;
  const [a, b] = [finding.suggestion, top.suggestion];
  if (keyOf(a.name) === keyOf(b.name)) return true;
  if (top.share < WHOLE_SHARE) return false;
  if (top.fit >= WHOLE_FIT && Math.abs(finding.fit - top.fit) <= SAME_FIT) return true;
  // "KCN Sóng Thần" may be any of Sóng Thần 1, 2 and 3 as long as no number was said.
  return !numbered && a.kind === b.kind && a.kind !== 'street' && withoutNumbers(a.name) === withoutNumbers(b.name);
}

const withoutNumbers = (name: string): string =>
  tokensOf(name)
    .filter((word) => !/^\d/.test(word))
    .join(' ');

function areApart(a: PlaceSuggestion, b: PlaceSuggestion): boolean {
  const least = a.kind === b.kind ? (APART_METRES[a.kind] ?? APART_OTHERWISE_METRES) : 0;
  if (least === 0 && isArea(a) && isArea(b)) return true;
  return distanceMetres(a.position, b.position) >= Math.max(least, APART_OTHERWISE_METRES);
}

const isArea = ({ kind }: PlaceSuggestion): boolean => kind === 'ward' || kind === 'former_unit';

/** For each option the words to listen for, all different. */
function whatTells(options: readonly PlaceSuggestion[], knownNear: KnownNear): Wording[] {
  if (options.some(isArea)) return distinct(options, (option) => (isArea(option) ? eraOf(option) : kindOf(option)));
  const names = new Set(options.map(({ name }) => keyOf(name)));
  const taken = new Set(names);
  const near = options.map(({ position }) => {
    const [landmark] = knownNear(position, LANDMARK_METRES, taken);
    if (landmark) taken.add(keyOf(landmark));
    return landmark ?? null;
  });
  return distinct(options, (option, i) => {
    const landmark = near[i];
    if (landmark) return { vi: `gần ${landmark}`, en: `near ${landmark}` };
    const area = option.ward ?? option.formerUnit;
    return area ? { vi: `ở ${area}`, en: `in ${area}` } : kindOf(option);
  });
}

/** Options that would be told by the same words are told by their names as well. */
function distinct(
  options: readonly PlaceSuggestion[],
  tell: (option: PlaceSuggestion, i: number) => Wording,
): Wording[] {
  const told = options.map(tell);
  return told.map((words, i) => {
    if (told.every((other, k) => k === i || other.vi !== words.vi)) return words;
    const { name, ward } = options[i]!;
    const more = ward ? `${name}, ${ward}` : name;
    return { vi: `${words.vi} (${more})`, en: `${words.en} (${more})` };
  });
}

const kindOf = ({ kind }: PlaceSuggestion): Wording => PLACE_KINDS[kind];

const UNITS: readonly (readonly [start: string, vi: string, en: string])[] = [
  ['Phường', 'phường', 'ward'],
  ['Xã', 'xã', 'commune'],
  ['Thị trấn', 'thị trấn', 'township'],
  ['Thành phố', 'thành phố', 'city'],
  ['Thị xã', 'thị xã', 'town'],
  ['Quận', 'quận', 'district'],
  ['Huyện', 'huyện', 'rural district'],
];

function eraOf({ kind, name }: PlaceSuggestion): Wording {
  const [, vi, en] = UNITS.find(([start]) => name.startsWith(start)) ?? ['', 'đơn vị', 'unit'];
  return kind === 'ward' ? { vi: `${vi} mới`, en: `new ${en}` } : { vi: `${vi} cũ`, en: `former ${en}` };
}

/** What the options have in common in their names: the words that were fitted. */
function shared(options: readonly PlaceSuggestion[], language: 'vi' | 'en'): string {
  const names = options.map(({ name }) => UNITS.reduce((rest, [start]) => withoutStart(rest, start), name));
  const [first = ''] = names;
  if (names.every((name) => fold(name) === fold(first))) return first;
  const words = first.split(' ').filter((word) => names.every((name) => fold(name).split(' ').includes(fold(word))));
  return words.join(' ') || (language === 'vi' ? 'Nơi nào' : 'Which one');
}

const withoutStart = (name: string, start: string): string =>
  name.startsWith(`${start} `) ? name.slice(start.length + 1) : name;
