import Flatbush from 'flatbush';
import type { LngLat, PlaceKind } from '#contracts';
import { bearingDegrees, boundsOf, distanceMetres, nearestOnLine } from '#geo';
import type { Areas } from './areas.js';
import type { EntryTable } from './entries.js';
import type { NamedRoad } from './streets.js';
import { keyOf } from './words/tokens.js';

/** Something with a name near a pin, and in which direction the pin lies from it. */
export interface NearBy {
  readonly name: string;
  readonly distanceMetres: number;
  readonly bearingDegrees: number;
}

/** What to call a point on the map. */
export interface PinWords {
  /** e.g. `Phú Lợi gần số 22/5, cách Chợ Đình 120 m về phía bắc`. */
  readonly words: string;
  readonly street: string | null;
  /** The nearest known number on that street. */
  readonly houseNumber: string | null;
  readonly junction: NearBy | null;
  readonly landmark: NearBy | null;
  readonly ward: string | null;
  readonly formerUnit: string | null;
}

const STREET_LIMIT_METRES = 300;
const HOUSE_LIMIT_METRES = 80;
const JUNCTION_LIMIT_METRES = 500;
const LANDMARK_LIMIT_METRES = 1500;
const METRES_PER_DEGREE = 111_195;
/** Flatbush measures degrees: look at more than one candidate, since a degree east is shorter than one north. */
const CANDIDATES = 12;
/** How much nearer a petrol station must be than a market to be named instead of it, in metres. */
const LESS_KNOWN_METRES: Partial<Record<PlaceKind, number>> = {
  market: 0,
  industrial: 0,
  hospital: 0,
  bridge: 100,
  worship: 200,
  school: 200,
  station: 300,
  gate: 400,
  landmark: 400,
  fuel: 500,
};
const JUNCTION_OF_STREETS_METRES = 800;

/** Points by place. */
class PointLayer {
  private readonly tree: Flatbush | null;

  constructor(
    private readonly members: readonly number[],
    private readonly entries: EntryTable,
  ) {
    this.tree = members.length > 0 ? new Flatbush(members.length, 16, Float32Array) : null;
    for (const entry of members) this.tree?.add(entries.lngOf(entry), entries.latOf(entry));
    this.tree?.finish();
  }

  near(at: LngLat, metres: number, most = CANDIDATES): { entry: number; metres: number }[] {
    const found = this.tree?.neighbors(at[0], at[1], most, (metres / METRES_PER_DEGREE) * 1.1) ?? [];
    return found
      .map((i) => this.members[i]!)
      .map((entry) => ({ entry, metres: distanceMetres(this.entries.positionOf(entry), at) }))
      .filter((near) => near.metres <= metres)
      .sort((a, b) => a.metres - b.metres);
  }
}

interface Layers {
  readonly landmarks: PointLayer;
  readonly junctions: PointLayer;
  readonly houses: PointLayer;
}

/** Finds what lies around a pin: street and number, junction, landmark, ward and old unit. */
export class Surroundings {
  private readonly named: readonly NamedRoad[];
  private readonly streets: Flatbush | null;

  private constructor(
    private readonly entries: EntryTable,
    private readonly layers: Layers,
    roads: readonly NamedRoad[],
    private readonly areas: Areas,
  ) {
    this.named = roads.filter((road) => road.name ?? road.ref);
    this.streets = this.named.length > 0 ? new Flatbush(this.named.length) : null;
    for (const { line } of this.named) this.streets?.add(...boundsOf(line));
    this.streets?.finish();
  }

  /** Yields between its trees: each is made in one go. */
  static *building(entries: EntryTable, roads: readonly NamedRoad[], areas: Areas): Generator<void, Surroundings> {
    const members = { landmark: [] as number[], junction: [] as number[], house: [] as number[] };
    for (let entry = 0; entry < entries.size; entry++) {
      const kind = entries.kindOf(entry);
      if (kind === 'junction' || kind === 'house') members[kind].push(entry);
      else if (kind in LESS_KNOWN_METRES) members.landmark.push(entry);
    }
    yield;
    const landmarks = new PointLayer(members.landmark, entries);
    yield;
    const junctions = new PointLayer(members.junction, entries);
    yield;
    const houses = new PointLayer(members.house, entries);
    yield;
    return new Surroundings(entries, { landmarks, junctions, houses }, roads, areas);
  }

  describe(at: LngLat): PinWords {
    const street = this.streetAt(at);
    const houseNumber = street && this.numberAt(at, street);
    const junction = this.junctionAt(at);
    const landmark = this.landmarkAt(at);
    const ward = this.areas.wardAt(at);
    const parts = [
      street && (houseNumber ? `${street} gần số ${houseNumber}` : street),
      junction && spoken(junction),
      landmark && spoken(landmark),
    ];
    const words = parts.filter(Boolean).join(', ') || (ward ?? '');
    return { words, street, houseNumber, junction, landmark, ward, formerUnit: this.areas.formerUnitAt(at) };
  }

  /** What a caller at this point would name, the best known first; `but` are names that would not tell it apart. */
  knownNear(at: LngLat, metres: number, but: ReadonlySet<string>): string[] {
    const near = [
      ...this.layers.landmarks.near(at, metres, 4 * CANDIDATES),
      ...this.layers.junctions.near(at, metres, CANDIDATES),
    ].map(({ entry, metres: away }) => ({ name: this.entries.nameOf(entry), weight: away + this.lessKnown(entry) }));
    return near
      .sort((a, b) => a.weight - b.weight)
      .map(({ name }) => name)
      .filter((name) => !but.has(keyOf(name)));
  }

  private lessKnown(entry: number): number {
    const kind = this.entries.kindOf(entry);
    // "Ngã tư A – B" is told by its streets only; a crossing with a name of its own is known to everybody.
    if (kind === 'junction') return this.entries.nameOf(entry).includes('–') ? JUNCTION_OF_STREETS_METRES : 0;
    return LESS_KNOWN_METRES[kind] ?? 0;
  }

  private streetAt(at: LngLat): string | null {
    const limit = STREET_LIMIT_METRES / METRES_PER_DEGREE;
    let [nearest, least]: [NamedRoad | null, number] = [null, STREET_LIMIT_METRES];
    for (const i of this.streets?.neighbors(at[0], at[1], CANDIDATES, limit * 1.1) ?? []) {
      const road = this.named[i]!;
      const metres = nearestOnLine(road.line, at).distanceMetres;
      if (metres < least) [nearest, least] = [road, metres];
    }
    return nearest?.name ?? nearest?.ref ?? null;
  }

  private numberAt(at: LngLat, street: string): string | null {
    const key = keyOf(street);
    const found = this.layers.houses
      .near(at, HOUSE_LIMIT_METRES, 2 * CANDIDATES)
      .find(({ entry }) => keyOf(this.entries.streetOf(entry) ?? '') === key);
    return found ? this.entries.nameOf(found.entry) : null;
  }

  private junctionAt(at: LngLat): NearBy | null {
    const [nearest] = this.layers.junctions.near(at, JUNCTION_LIMIT_METRES);
    return nearest ? this.nearBy(nearest, at) : null;
  }

  private landmarkAt(at: LngLat): NearBy | null {
    const [best] = this.layers.landmarks
      .near(at, LANDMARK_LIMIT_METRES, 2 * CANDIDATES)
      .sort((a, b) => a.metres + this.lessKnown(a.entry) - b.metres - this.lessKnown(b.entry));
    return best ? this.nearBy(best, at) : null;
  }

  private nearBy({ entry, metres }: { entry: number; metres: number }, at: LngLat): NearBy {
    const from = this.entries.positionOf(entry);
    return { name: this.entries.nameOf(entry), distanceMetres: metres, bearingDegrees: bearingDegrees(from, at) };
  }
}

const DIRECTIONS = ['bắc', 'đông bắc', 'đông', 'đông nam', 'nam', 'tây nam', 'tây', 'tây bắc'];
/** Nearer than this one stands at the place itself, and a direction says nothing. */
const AT_METRES = 25;

/** `cách Chợ Đình 120 m về phía bắc`: as people say it. */
function spoken({ name, distanceMetres: metres, bearingDegrees: bearing }: NearBy): string {
  if (metres < AT_METRES) return `tại ${name}`;
  return `cách ${name} ${spokenMetres(metres)} về phía ${DIRECTIONS[Math.round(bearing / 45) % 8]}`;
}

/** 120 m, 1,3 km. */
export function spokenMetres(metres: number): string {
  if (metres < 995) return `${Math.max(10, Math.round(metres / 10) * 10)}\u00a0m`;
  return `${(metres / 1000).toFixed(1).replace('.', ',')}\u00a0km`;
}
