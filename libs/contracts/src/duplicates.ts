import type { ReasonKey } from './reasons.js';
import type { LngLat, Wording } from './values.js';

/** What is compared of two reports: an incident, or a call that is still being typed. */
export interface Report {
  readonly position: LngLat | null;
  readonly address: string;
  readonly reason: ReasonKey | null;
  readonly receivedAt: string;
  /** The number that called, as it was written. */
  readonly phone: string;
  readonly patientCount: number;
  readonly ageYears: number | null;
  readonly sex: string | null;
}

/** Why two reports look alike, in the order in which it is said. */
export const LIKENESS_SIGNS = {
  same_caller: { vi: 'cùng số gọi', en: 'same caller' },
  same_words: { vi: 'cùng địa chỉ', en: 'same address' },
  same_kind: { vi: 'cùng loại', en: 'same kind' },
  other_patient: { vi: 'tuổi hoặc giới khác', en: 'another age or sex' },
} as const satisfies Record<string, Wording>;
export type LikenessSign = keyof typeof LIKENESS_SIGNS;

export interface Likeness {
  /** From {@link LIKELY_SAME} on a person should look. */
  readonly score: number;
  /** Between the two places; null when one is not known. */
  readonly distanceMetres: number | null;
  /** Between the two calls. */
  readonly minutesApart: number;
  readonly signs: readonly LikenessSign[];
}

/** Set on the pairs of `duplicates.spec.ts`, on the side of asking: a look costs a second, two ambulances to one crash a life elsewhere. */
export const LIKELY_SAME = 3.5;
/** Older than this, another call is about something else. */
const LONGEST_MINUTES = 60;

/** Kinds that a frightened caller takes for one another. */
const KINDS: readonly (readonly ReasonKey[])[] = [
  ['traffic', 'fall', 'workplace', 'bleeding', 'burn', 'electric'],
  ['cardiac_arrest', 'unconscious', 'faint', 'seizure', 'stroke', 'choking', 'electric', 'drowning', 'traffic'],
  ['breathing', 'chest_pain', 'choking', 'gas', 'unwell', 'cardiac_arrest'],
  ['poisoning', 'gas', 'abdominal_pain', 'unwell'],
  ['child_fever', 'seizure'],
  ['childbirth', 'abdominal_pain', 'bleeding'],
];
/** What happens in the open, before strangers who all call. */
const SEEN_BY_MANY: ReadonlySet<ReasonKey> = new Set(['traffic', 'drowning', 'gas', 'electric', 'workplace', 'burn']);
/** Said for want of a better word: it tells nothing about the kind. */
const UNTELLING: ReadonlySet<ReasonKey> = new Set(['other', 'unwell']);
const RIDES: ReadonlySet<ReasonKey> = new Set(['transfer', 'homeward']);

const EARTH_RADIUS_METRES = 6_371_008.8;
/** Great-circle distance in metres, by the haversine formula; near enough to say "340 m away". */
export function metresBetween([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number {
  const [a, b] = [(lat1 * Math.PI) / 180, (lat2 * Math.PI) / 180];
  const h = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((lng2 - lng1) * Math.PI) / 360) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The first step whose bound holds; bounds ascend. */
const step = (value: number, steps: readonly (readonly [upTo: number, points: number])[]): number =>
  steps.find(([upTo]) => value <= upTo)?.[1] ?? -6;

const SPACE = [
  [60, 3],
  [150, 2.5],
  [400, 1.5],
  [800, 0.5],
  [1_500, -1],
  [3_000, -3],
] as const;
/** Whoever looks at a crash or a fire from afar puts the pin where they stand. */
const SPACE_IN_THE_OPEN = [
  [150, 3],
  [400, 2],
  [800, 1],
  [1_500, 0],
  [3_000, -3],
] as const;
/** Somebody who calls again so soon corrects what they said, even the place. */
const CORRECTING_MINUTES = 15;
const TIME = [
  [5, 1.5],
  [15, 1],
  [30, 0.5],
  [LONGEST_MINUTES, -1],
] as const;

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
/** +84 and 0 begin the same number. */
const lastDigits = (phone: string) => phone.replace(/\D/g, '').slice(-9);

function kindPoints(a: ReasonKey | null, b: ReasonKey | null): number {
  if (a === null || b === null) return 0;
  if (a === b) return SEEN_BY_MANY.has(a) ? 2 : 1;
  if (RIDES.has(a) || RIDES.has(b)) return -4;
  if (UNTELLING.has(a) || UNTELLING.has(b)) return 0.5;
  return KINDS.some((kind) => kind.includes(a) && kind.includes(b)) ? 0.5 : -2;
}

/** One patient each, and not the same person. */
function otherPatient(a: Report, b: Report): boolean {
  if (a.patientCount !== 1 || b.patientCount !== 1) return false;
  const years = a.ageYears !== null && b.ageYears !== null ? Math.abs(a.ageYears - b.ageYears) : 0;
  return years > 20 || (a.sex !== null && b.sex !== null && a.sex !== b.sex);
}

/** How likely two reports are about one event: space, time, kind and caller, each in points that add up. */
export function likeness(a: Report, b: Report): Likeness {
  const distanceMetres = a.position && b.position ? metresBetween(a.position, b.position) : null;
  const minutesApart = Math.abs(Date.parse(a.receivedAt) - Date.parse(b.receivedAt)) / 60_000;
  const sameCaller = lastDigits(a.phone).length === 9 && lastDigits(a.phone) === lastDigits(b.phone);
  const sameWords = plain(a.address).length >= 6 && plain(a.address) === plain(b.address);
  const other = otherPatient(a, b);
  const kind = kindPoints(a.reason, b.reason);
  // Words without a pin stand for the place; a pin is the better witness.
  const seen = kind >= 2 ? SPACE_IN_THE_OPEN : SPACE;
  const space = distanceMetres === null ? (sameWords ? 2.5 : -1) : step(distanceMetres, seen);
  const score =
    space +
    step(minutesApart, TIME) +
    kind +
    (sameCaller ? (minutesApart <= CORRECTING_MINUTES ? 5 : 3) : 0) +
    (distanceMetres !== null && sameWords && distanceMetres <= 800 ? 0.5 : 0) -
    (other ? 3 : 0);
  const signs: LikenessSign[] = [
    ...(sameCaller ? (['same_caller'] as const) : []),
    ...(sameWords ? (['same_words'] as const) : []),
    ...(kind >= 1 ? (['same_kind'] as const) : []),
    ...(other ? (['other_patient'] as const) : []),
  ];
  return {
    score: minutesApart > LONGEST_MINUTES ? Number.NEGATIVE_INFINITY : score,
    distanceMetres,
    minutesApart,
    signs,
  };
}

/** Those that a person should look at, likeliest first. */
export const likelySame = <C>(report: Report, candidates: readonly C[], reportOf: (candidate: C) => Report) =>
  candidates
    .map((candidate) => ({ candidate, likeness: likeness(report, reportOf(candidate)) }))
    .filter((found) => found.likeness.score >= LIKELY_SAME)
    .sort((a, b) => b.likeness.score - a.likeness.score);
