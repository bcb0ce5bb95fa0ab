import type { LngLat, PlaceSuggestion } from '#contracts';
import { distanceMetres } from '#geo';
import type { Finding } from './alarm.js';
import type { EntryTable } from './entries.js';
import type { Houses } from './houses.js';
import type { Match, Matcher } from './matching.js';
import { readHouseNumber, spokenAddress } from './sayings/address.js';
import { crossingIn } from './sayings/crossing.js';
import { relatedIn } from './sayings/relation.js';
import type { Streets } from './streets.js';
import { tokensOf } from './words/tokens.js';

const { min } = Math;

/** Everything that a search reads. */
export interface Sources {
  readonly entries: EntryTable;
  readonly matcher: Matcher;
  readonly houses: Houses;
  readonly streets: Streets;
}

export interface Asked {
  readonly text: string;
  readonly near: LngLat | null;
  /** The last word may be unfinished. */
  readonly open: boolean;
}

const POOL = 40;
const UNDERSTOOD_FIT = 0.8;
/** A house number that is not part of the name costs a little, so that "30/4" is the street before it is a number. */
const HOUSE_NUMBER_COST = 0.03;
/** A house that is known is worth more than a number guessed on a street whose name fits a little better. */
const KNOWN_HOUSE_GAIN = 0.06;
const RELATION_COST = 0.01;
const STREETS_WITH_HOUSES = 16;
const STREETS_TRIED = 5;
const LANDMARKS_TRIED = 8;
/** "QL13 đoạn cầu Ông Bố": a landmark farther from the street than this is another one of that name. */
const BESIDE_METRES = 1_500;
const BESIDE_COST = 0.15;
const IN_REACH_METRES = 3_000;
const SAME_JUNCTION_METRES = 100;
const SAME_PLACE_METRES = 60;
const MEETING_METRES = 5_000;
const NO_MEETING_COST = 0.3;

/** All places that fit, in every way the text can be read, best first. */
export function findPlaces(asked: Asked, sources: Sources): Finding[] {
  const special = [houses, relatedPlaces, crossings].flatMap((reading) => reading(asked, sources));
  // What is understood as an address or a crossing need not be guessed at as a name full of slips.
  const understood = special.some(({ fit }) => fit >= UNDERSTOOD_FIT);
  const best = new Map<string, Finding>();
  for (const finding of [...plainPlaces(asked, sources, !understood), ...special]) {
    const { id } = finding.suggestion;
    if (finding.rank > (best.get(id)?.rank ?? 0)) best.set(id, finding);
  }
  const all = [...best.values()].sort(
    (a, b) => b.rank - a.rank || a.suggestion.name.localeCompare(b.suggestion.name, 'vi'),
  );
  return withoutDoubles(all);
}

/** A crossing found by its streets and the junction known there are one, and so are a number and its bare street. */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const { id, kind, position } = finding.suggestion;
    const known = kept.some(({ suggestion: other }) => {
      if (other.id.startsWith(`${id}#`)) return true;
      const apart = distanceMetres(other.position, position);
      if (other.name === finding.suggestion.name && other.kind === kind && apart < SAME_PLACE_METRES) return true;
      const isStretch =
        kind === 'street' && other.kind === 'street' && id.includes('@') && other.id.startsWith('place:');
      if (isStretch && other.name === finding.suggestion.name && other.ward === finding.suggestion.ward) return true;
      if (kind !== 'junction' || other.kind !== 'junction') return false;
      const constructed = id.startsWith('crossing:') || other.id.startsWith('crossing:');
      return constructed && apart < SAME_JUNCTION_METRES;
    });
    if (!known) kept.push(finding);
  }
  return kept;
}

const finding = ({ fit, rank, share }: Match, suggestion: PlaceSuggestion, cost = 0): Finding => ({
  suggestion,
  fit: fit - cost,
  rank: rank - cost,
  share,
});

function plainPlaces({ text, near, open }: Asked, { entries, matcher }: Sources, slips: boolean): Finding[] {
  return matcher
    .match(tokensOf(text), { near, open, slips, limit: POOL })
    .map((match) => finding(match, entries.suggestion(match.entry, match.stretch)));
}

/** "22/5/3 Phú Lợi": the house, the nearest number known on that street, or the street; the note says which. */
function houses({ text, near, open }: Asked, { entries, matcher, houses: known }: Sources): Finding[] {
  const { houseNumber, rest } = spokenAddress(text);
  const number = houseNumber && readHouseNumber(houseNumber);
  if (!number) return [];
  const streets = matcher.match(tokensOf(rest), { near, open, limit: STREETS_WITH_HOUSES, kinds: ['street'] });
  return streets.map((match) => {
    const street = entries.suggestion(match.entry);
    const house = known.findNearest(match.entry, number);
    const name = `${houseNumber} ${street.name}`;
    if (!house) {
      const note = {
        vi: 'Chưa có số nhà của đường này: vị trí giữa đường',
        en: 'No house numbers known here: the middle of the street',
      };
      return finding(match, { ...street, id: `${street.id}#${houseNumber}`, name, note }, HOUSE_NUMBER_COST);
    }
    const found = entries.suggestion(house.entry);
    if (house.exact) {
      const cost = HOUSE_NUMBER_COST - KNOWN_HOUSE_GAIN;
      return finding(match, { ...found, id: `${street.id}#${found.id}`, name }, cost);
    }
    const note = {
      vi: `Chưa có số này: vị trí của số ${found.name}, gần nhất đã biết`,
      en: `Number not known: the position of number ${found.name}, the nearest known`,
    };
    return finding(
      match,
      { ...found, id: `${street.id}#${houseNumber}`, name, kind: 'street', note },
      HOUSE_NUMBER_COST,
    );
  });
}

/** "gần chợ Búng", "QL13 đoạn cầu Ông Bố", "nhà trọ Minh Phát đối diện cổng 2 VSIP 1". */
function relatedPlaces(asked: Asked, sources: Sources): Finding[] {
  const related = relatedIn(asked.text);
  if (!related) return [];
  const { entries, matcher } = sources;
  const { before, relation, landmark } = related;
  const { near, open } = asked;
  const landmarks = matcher.match(tokensOf(landmark), { near, open, limit: before ? LANDMARKS_TRIED : POOL });
  const accessTo = (match: Match) => `${relation} ${entries.nameOf(match.entry)}`;
  if (!before) {
    return landmarks.map((match) =>
      finding(match, { ...entries.suggestion(match.entry), access: accessTo(match) }, RELATION_COST),
    );
  }
  const { houseNumber, rest } = spokenAddress(before);
  const number = houseNumber ? readHouseNumber(houseNumber) : null;
  const first = landmarks[0] ? entries.positionOf(landmarks[0].entry) : near;
  const told: Told = {
    houseNumber: number && houseNumber,
    places: matcher.match(tokensOf(number ? rest : before), { near: first, open: false, limit: 3 * POOL }),
  };
  const beside = landmarks.flatMap((to) => besideOf(told, to, sources).map((place) => withAccess(place, accessTo(to))));
  if (beside.length > 0) return beside;
  // Nothing of the first part lies near the landmark: it is found by itself, with the landmark for the crew.
  return findPlaces({ text: before, near, open: false }, sources).map((place) =>
    withAccess({ ...place, rank: place.rank - BESIDE_COST, fit: place.fit - BESIDE_COST }, `${relation} ${landmark}`),
  );
}

const withAccess = (place: Finding, access: string): Finding => ({
  ...place,
  suggestion: { ...place.suggestion, access },
});

/** What was told to be beside a landmark. */
interface Told {
  readonly houseNumber: string | null;
  readonly places: readonly Match[];
}

/** What was told, as far as it lies near a landmark: of a street the point nearest to it. */
function besideOf({ houseNumber, places }: Told, to: Match, { entries, streets, houses: known }: Sources): Finding[] {
  const at = entries.positionOf(to.entry);
  const landmark = entries.nameOf(to.entry);
  const number = houseNumber ? readHouseNumber(houseNumber) : null;
  const tried = new Set<string>();
  const found: Finding[] = [];
  for (const match of places) {
    const place = entries.suggestion(match.entry);
    if (match.entry === to.entry) continue;
    const isStreet = place.kind === 'street';
    if (isStreet && (tried.has(place.name) || tried.size >= STREETS_TRIED)) continue;
    tried.add(place.name);
    const point = isStreet ? streets.nearestPoint(place.name, at) : null;
    const metres = point?.metres ?? distanceMetres(place.position, at);
    const reach = isStreet ? BESIDE_METRES : IN_REACH_METRES;
    if (metres > reach) continue;
    const fit = (match.fit + to.fit) / 2;
    const rank = fit - (BESIDE_COST * metres) / reach;
    const house = number && isStreet ? known.findNearest(match.entry, number) : null;
    const position = house ? entries.positionOf(house.entry) : (point?.position ?? place.position);
    const note = point && !house ? { vi: `Đoạn gần ${landmark} nhất`, en: `The stretch nearest to ${landmark}` } : null;
    const name = number ? `${houseNumber} ${place.name}` : place.name;
    const id = `${place.id}@${to.entry}`;
    found.push({ suggestion: { ...place, id, name, position, note }, fit, rank, share: min(match.share, to.share) });
  }
  return found;
}

/** "góc Lê Lợi và Nguyễn Du": where the two streets meet, in every town where they do. */
function crossings({ text, near, open }: Asked, { entries, matcher, streets }: Sources): Finding[] {
  const said = crossingIn(text);
  if (!said) return [];
  const kinds = ['street'] as const;
  const [ones, others] = said.map((street, i) =>
    matcher.match(tokensOf(street), { near, kinds, open: open && i === 1, limit: POOL }),
  ) as [Match[], Match[]];
  const names = (matches: readonly Match[]) =>
    [...new Set(matches.map(({ entry }) => entries.nameOf(entry)))].slice(0, STREETS_TRIED);
  const found: Finding[] = [];
  for (const a of names(ones)) {
    for (const b of names(others)) {
      if (a === b) continue;
      for (const at of streets.meetings(a, b)) {
        const one = bestAt(ones, a, at, entries);
        const other = bestAt(others, b, at, entries);
        const fit = (one.fit + other.fit) / 2;
        const here = entries.suggestionAt(at, {
          id: `crossing:${at.join(',')}`,
          name: `Góc ${a} – ${b}`,
          kind: 'junction',
        });
        found.push({ suggestion: here, fit, rank: (one.rank + other.rank) / 2, share: min(one.share, other.share) });
      }
    }
  }
  if (found.length > 0) return found;
  // They meet nowhere that the map knows: each street by itself is better than nothing.
  return [...ones, ...others].map((match) => finding(match, entries.suggestion(match.entry), NO_MEETING_COST));
}

/** The match of this street that suits the meeting best: the one whose stretch lies there. */
function bestAt(matches: readonly Match[], street: string, at: LngLat, entries: EntryTable): Match {
  const own = matches
    .filter(({ entry }) => entries.nameOf(entry) === street)
    .map((match) => {
      const away = min(1, distanceMetres(entries.positionOf(match.entry), at) / MEETING_METRES);
      return { ...match, rank: match.rank - 0.1 * away };
    });
  return own.reduce((best, match) => (match.rank > best.rank ? match : best));
}
