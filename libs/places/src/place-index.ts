import type { LngLat, PlaceSuggestion } from '#contracts';
import { boundsOf, distanceMetres, isInside } from '#geo';
import type { NamedPlace, WardArea } from '#region';
import { coordinatesIn } from './coordinates.js';
import { cornersOf, Surroundings, type NamedRoad, type PinWords } from './pin.js';
import { SayingIndex, type Saying } from './ranking.js';
import { searchTokens, spokenAddress, tokensOf } from './tokens.js';

/** A named place with what the store knows of it; without a ward it is looked up, without an id numbered. */
export interface SearchPlace extends NamedPlace {
  readonly id?: number;
}

export interface SearchOptions {
  /** Equal matches come nearest first. */
  readonly near?: LngLat | null;
  readonly limit?: number;
}

/** What the rest of the product asks of a gazetteer, however large it is and wherever it is kept. */
export interface PlaceSearch {
  search(text: string, options?: SearchOptions): PlaceSuggestion[];
  reverse(at: LngLat): PinWords;
}

/** A house number that is not part of the name costs a little, so that "30/4" is the street before it is a number. */
const HOUSE_NUMBER_COST = 0.03;
/** How much of a fit the distance may outweigh, reached at this many metres. */
const DISTANCE_WEIGHT = 0.08;
const FAR_METRES = 30_000;
/** Among equals a caller means the street or the hospital before the crossing or the station named after it. */
const KIND_COST: Partial<Record<PlaceSuggestion['kind'], number>> = { junction: 0.12, station: 0.08 };
const LANDMARK_KINDS: readonly NamedPlace['kind'][] = ['junction', 'landmark', 'hospital'];

/** The gazetteer in memory. */
export class PlaceIndex implements PlaceSearch {
  private constructor(
    private readonly entries: readonly PlaceSuggestion[],
    private readonly sayings: SayingIndex,
    private readonly surroundings: Surroundings,
  ) {}

  /** `roads` let a pin name its street; without them it names landmark and ward only. */
  static build(
    places: readonly SearchPlace[],
    wards: readonly WardArea[],
    roads: readonly NamedRoad[] = [],
  ): PlaceIndex {
    const landmarks = places.filter((place) => LANDMARK_KINDS.includes(place.kind));
    const surroundings = new Surroundings(landmarks, roads, wards);
    const entries: PlaceSuggestion[] = [];
    const sayings: Saying[] = [];
    const add = (suggestion: PlaceSuggestion, aliases: readonly string[]) => {
      const entry = entries.push(suggestion) - 1;
      const own = tokensOf(suggestion.name);
      const ward = tokensOf(suggestion.ward ?? '');
      sayings.push({ entry, tokens: own, beside: ward });
      for (const alias of aliases) sayings.push({ entry, tokens: tokensOf(alias), beside: [...own, ...ward] });
    };
    places.forEach(({ id, kind, name, aliases, position }, i) =>
      add({ id: `place:${id ?? i}`, name, kind, ward: surroundings.wardAt(position), position }, aliases),
    );
    for (const { code, name, fullName, geometry } of wards) {
      add({ id: `ward:${code}`, name: fullName, kind: 'ward', ward: fullName, position: middleOf(geometry) }, [name]);
    }
    return new PlaceIndex(entries, new SayingIndex(sayings), surroundings);
  }

  /** Places that fit `text`, best first; house numbers stay in the name of the street they stand in. */
  search(text: string, { near = null, limit = 8 }: SearchOptions = {}): PlaceSuggestion[] {
    const at = coordinatesIn(text);
    if (at) return [this.coordinates(at)];
    const open = !/\s$/.test(text);
    const found = new Map<number, { fit: number; suggestion: PlaceSuggestion }>();
    const keep = (entry: number, fit: number, houseNumber: string | null) => {
      const suggestion = this.entries[entry] as PlaceSuggestion;
      const name = houseNumber ? `${houseNumber} ${suggestion.name}` : suggestion.name;
      const away = near ? Math.min(1, distanceMetres(near, suggestion.position) / FAR_METRES) : 0;
      const rank = fit - DISTANCE_WEIGHT * away - (KIND_COST[suggestion.kind] ?? 0);
      if (rank > (found.get(entry)?.fit ?? 0)) found.set(entry, { fit: rank, suggestion: { ...suggestion, name } });
    };
    for (const [entry, fit] of this.sayings.fits(searchTokens(text), open)) keep(entry, fit, null);
    const { houseNumber, rest } = spokenAddress(text);
    if (houseNumber) {
      for (const [entry, fit] of this.sayings.fits(searchTokens(rest), open)) {
        if (this.entries[entry]?.kind === 'street') keep(entry, fit - HOUSE_NUMBER_COST, houseNumber);
      }
    }
    return [...found.values()]
      .toSorted((a, b) => b.fit - a.fit || a.suggestion.name.localeCompare(b.suggestion.name, 'vi'))
      .slice(0, limit)
      .map(({ suggestion }) => suggestion);
  }

  /** What to call a point: its street, the nearest landmark and how far, its ward. */
  reverse(at: LngLat): PinWords {
    return this.surroundings.describe(at);
  }

  private coordinates(at: LngLat): PlaceSuggestion {
    const name = `${at[1].toFixed(5)}, ${at[0].toFixed(5)}`;
    return { id: `coordinates:${name}`, name, kind: 'coordinates', ward: this.surroundings.wardAt(at), position: at };
  }
}

/** The middle of a ward's box, or its first corner where the ward bends around it. */
function middleOf(geometry: WardArea['geometry']): LngLat {
  const corners = cornersOf(geometry);
  const [west, south, east, north] = boundsOf(corners);
  const middle: LngLat = [(west + east) / 2, (south + north) / 2];
  return isInside(geometry, middle) ? middle : (corners[0] ?? middle);
}
