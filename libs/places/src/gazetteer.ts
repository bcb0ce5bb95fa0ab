import type { LngLat, PlaceSearchAnswer, PlaceSuggestion, NamedPlaceKind } from '#contracts';
import type { FormerUnit, NamedPlace, WardArea } from '#region';
import { atOnce, inSteps } from '#steps';
import { sameNameAlarm, type Finding } from './alarm.js';
import { distanceMetres, middleOf } from '#geo';
import { Areas, NOWHERE } from './areas.js';
import { EntryTable, type Stretch } from './entries.js';
import { findPlaces, type Sources } from './finding.js';
import { Houses } from './houses.js';
import { Matcher } from './matching.js';
import { NameBook, type Importance } from './names/name-book.js';
import { Surroundings, type PinWords } from './pin.js';
import { coordinatesIn, linkIn } from './sayings/coordinates.js';
import { decodePlusCode, isShort, nearestPlusCode, plusCodeIn } from './sayings/plus-code.js';
import { Streets, type NamedRoad } from './streets.js';
import { initialsOf, tokensOf } from './words/tokens.js';

/** A named place with what the store knows of it; without a ward it is looked up, without an id numbered. */
export interface SearchPlace extends NamedPlace {
  readonly id?: number | string;
  /** Full name of its ward, when that is known. */
  readonly ward?: string | null;
}

export interface GazetteerData {
  readonly places: readonly SearchPlace[];
  readonly wards: readonly WardArea[];
  readonly formerUnits?: readonly FormerUnit[];
  /** Let a pin name its street and streets be found at a landmark or a crossing. */
  readonly roads?: readonly NamedRoad[];
}

export interface SearchOptions {
  /** Equal matches come nearest first. */
  readonly near?: LngLat | null;
  readonly limit?: number;
}

/** What the rest of the product asks of a gazetteer, however large it is and wherever it is kept. */
export interface PlaceSearch {
  /** Places that fit what was typed, best first, with a question when several fit equally well. */
  search(text: string, options?: SearchOptions): PlaceSearchAnswer;
  /** What to call a point: its street, the nearest junction and landmark, its ward. */
  reverse(at: LngLat): PinWords;
  /** The ward of today and the old unit that a point lies in. */
  areasAt(at: LngLat): Pick<PlaceSuggestion, 'ward' | 'formerUnit'>;
}

const IMPORTANCE: Record<NamedPlaceKind, Importance> = {
  street: 0,
  hospital: 0,
  market: 0,
  industrial: 0,
  junction: 1,
  bridge: 1,
  school: 1,
  station: 1,
  landmark: 2,
  worship: 2,
  fuel: 2,
  gate: 3,
  house: 3,
};
const STEPS_BETWEEN_LOOKS = 512;
const STEPS_BETWEEN_STREETS = 16;
/** A street of this name farther from the entry than this is another one. */
const SAME_STREET_METRES = 6_000;
/** Nobody says more of a place; what is longer is looked at for a link only. */
const MOST_LETTERS = 200;
const SHORT_LINK_NOTICE = {
  vi: 'Liên kết rút gọn không chứa vị trí: mở ra rồi dán lại, hoặc hỏi tọa độ',
  en: 'A shortened link holds no position: open it and paste the long one, or ask for coordinates',
};

/** The gazetteer in memory. */
export class Gazetteer implements PlaceSearch {
  private constructor(
    private readonly sources: Sources,
    private readonly surroundings: Surroundings,
  ) {}

  /** Builds at once: for tests, tools and small regions. */
  static build(data: GazetteerData): Gazetteer {
    return new Gazetteer(...atOnce(building(data)));
  }

  /** The same with pauses, so that a serving process answers meanwhile. */
  static async buildInSteps(data: GazetteerData): Promise<Gazetteer> {
    return new Gazetteer(...(await inSteps(building(data))));
  }

  get size(): number {
    return this.sources.entries.size;
  }

  search(text: string, { near = null, limit = 8 }: SearchOptions = {}): PlaceSearchAnswer {
    const position = this.positionIn(text, near);
    if (position) return position;
    const said = text.slice(0, MOST_LETTERS);
    const findings = findPlaces({ text: said, near, open: !/\s$/.test(said) }, this.sources);
    const alarm = sameNameAlarm(said, findings, (at, metres, but) => this.surroundings.knownNear(at, metres, but));
    const asked = new Set(alarm?.options.map(({ id }) => id));
    const isAsked = ({ suggestion }: Finding) => asked.has(suggestion.id);
    const ordered = [...findings.filter(isAsked), ...findings.filter((finding) => !isAsked(finding))];
    return { suggestions: ordered.slice(0, limit).map(({ suggestion }) => suggestion), alarm, notice: null };
  }

  reverse(at: LngLat): PinWords {
    return this.surroundings.describe(at);
  }

  areasAt(at: LngLat): Pick<PlaceSuggestion, 'ward' | 'formerUnit'> {
    return this.sources.entries.areasAt(at);
  }

  /** A position that was typed, pasted or read out; null when the text must be looked up. */
  private positionIn(text: string, near: LngLat | null): PlaceSearchAnswer | null {
    const only = (at: LngLat) => ({ suggestions: [this.coordinates(at)], alarm: null, notice: null });
    const link = linkIn(text);
    if (link) return link.position ? only(link.position) : { suggestions: [], alarm: null, notice: SHORT_LINK_NOTICE };
    const said = text.slice(0, MOST_LETTERS);
    const at = coordinatesIn(said);
    if (at) return only(at);
    const plus = plusCodeIn(said);
    if (!plus) return null;
    if (!isShort(plus.code)) return only(decodePlusCode(plus.code));
    const reference = plus.near ? (this.search(plus.near, { near }).suggestions[0]?.position ?? near) : near;
    return reference && only(nearestPlusCode(plus.code, reference));
  }

  private coordinates(at: LngLat): PlaceSuggestion {
    const name = `${at[1].toFixed(5)}, ${at[0].toFixed(5)}`;
    return this.sources.entries.suggestionAt(at, { id: `coordinates:${name}`, name, kind: 'coordinates' });
  }
}

/** Makes everything a search reads, yielding between small steps. */
function* building({
  places,
  wards,
  formerUnits = [],
  roads = [],
}: GazetteerData): Generator<void, [Sources, Surroundings]> {
  const areas = new Areas(wards, formerUnits);
  const entries = new EntryTable(places.length + areas.all.length, areas);
  const houses = new Houses(entries);
  const book = new NameBook();
  for (let i = 0; i < places.length; i++) {
    const { id = i, kind, name, aliases, position, street = null, ward = null } = places[i]!;
    const number = ward === null ? null : areas.findWard(ward);
    const entry = entries.add({ id: `place:${id}`, kind, name, position, street, ward: number });
    if (kind === 'house') {
      if (street) houses.add(entry, street);
    } else addNames(book, entry, kind, [name, ...aliases]);
    if (i % STEPS_BETWEEN_LOOKS === 0) yield;
  }
  areas.all.forEach(({ era, name, fullName, geometry, nameWords }, number) => {
    const position = middleOf(geometry);
    const kind = era === 'ward' ? 'ward' : 'former_unit';
    const entry = entries.add({
      id: `area:${number}`,
      kind,
      name: fullName,
      position,
      ward: era === 'ward' ? number : null,
    });
    book.add(entry, tokensOf(fullName), 0);
    book.add(entry, tokensOf(name), 0);
    book.add(entry, nameWords, 0);
  });
  yield;
  const streets = new Streets(roads);
  yield;
  for (let entry = 0; entry < places.length; entry++) {
    if (entries.kindOf(entry) !== 'street') continue;
    addStretches(entry, { entries, streets, areas });
    if (entry % STEPS_BETWEEN_STREETS === 0) yield;
  }
  const index = yield* book.finish();
  yield;
  const surroundings = yield* Surroundings.building(entries, roads, areas);
  return [{ entries, houses, streets, matcher: new Matcher(entries, index, areas) }, surroundings];
}

/** A street may be said with any ward or old unit that it runs through, not only with that of its middle. */
function addStretches(
  entry: number,
  { entries, streets, areas }: { entries: EntryTable; streets: Streets; areas: Areas },
): void {
  const at = entries.positionOf(entry);
  const stretches = new Map<number, Stretch>();
  for (const position of streets.pointsAlong(entries.nameOf(entry))) {
    if (distanceMetres(position, at) > SAME_STREET_METRES) continue;
    for (const area of [areas.wards.at(position), areas.formerDistricts.at(position)]) {
      if (area !== NOWHERE && !stretches.has(area)) stretches.set(area, { area, position });
    }
  }
  if (stretches.size > 0) entries.addStretches(entry, [...stretches.values()]);
}

function addNames(book: NameBook, entry: number, kind: NamedPlaceKind, names: readonly string[]): void {
  for (const name of names) {
    const tokens = tokensOf(name);
    book.add(entry, tokens, IMPORTANCE[kind]);
    const initials = kind === 'street' ? initialsOf(tokens) : null;
    if (initials) book.add(entry, [initials], 3);
  }
}
