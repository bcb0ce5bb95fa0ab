import { PlaceKind, type LngLat, type PlaceSuggestion } from '#contracts';
import { NOWHERE, type Areas } from './areas.js';

const KINDS = PlaceKind.options;

/** An entry as it comes in; `ward` is its ward's number when that is already known. */
export interface Entry {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly position: LngLat;
  readonly ward?: number | null;
  /** Of a house. */
  readonly street?: string | null;
}

/** Where a street runs through an area that its own point does not lie in. */
export interface Stretch {
  readonly area: number;
  readonly position: LngLat;
}

/** What is known of every entry, in columns: some forty bytes and two strings each. */
export class EntryTable {
  private readonly ids: string[] = [];
  private readonly names: string[] = [];
  private readonly kinds: Uint8Array;
  private readonly lngs: Float64Array;
  private readonly lats: Float64Array;
  private readonly wards: Uint16Array;
  private readonly formerDistricts: Uint16Array;
  private readonly formerWards: Uint16Array;
  private readonly streets = new Map<number, string>();
  private readonly stretches = new Map<number, readonly Stretch[]>();

  constructor(
    capacity: number,
    private readonly areas: Areas,
  ) {
    this.kinds = new Uint8Array(capacity);
    [this.lngs, this.lats] = [new Float64Array(capacity), new Float64Array(capacity)];
    const numbers = () => new Uint16Array(capacity);
    [this.wards, this.formerDistricts, this.formerWards] = [numbers(), numbers(), numbers()];
  }

  get size(): number {
    return this.ids.length;
  }

  add({ id, kind, name, position, ward = null, street }: Entry): number {
    const entry = this.ids.length;
    this.ids.push(id);
    this.names.push(name);
    this.kinds[entry] = KINDS.indexOf(kind);
    this.lngs[entry] = position[0];
    this.lats[entry] = position[1];
    this.wards[entry] = ward ?? this.areas.wards.at(position);
    const isArea = kind === 'former_unit';
    this.formerDistricts[entry] = isArea ? NOWHERE : this.areas.formerDistricts.at(position);
    this.formerWards[entry] = isArea || kind === 'ward' ? NOWHERE : this.areas.formerWards.at(position);
    if (street) this.streets.set(entry, street);
    return entry;
  }

  /** The areas that a street runs through. */
  addStretches(entry: number, stretches: readonly Stretch[]): void {
    this.stretches.set(entry, stretches);
  }

  /** The stretch of a street that lies in an area named by some of `wanted` (bits of `masks`), or null. */
  findStretch(entry: number, masks: Uint32Array, wanted: number): Stretch | null {
    return this.stretches.get(entry)?.find(({ area }) => (masks[area]! & wanted) !== 0) ?? null;
  }

  streetOf(entry: number): string | null {
    return this.streets.get(entry) ?? null;
  }

  nameOf(entry: number): string {
    return this.names[entry]!;
  }

  kindOf(entry: number): PlaceKind {
    return KINDS[this.kinds[entry]!]!;
  }

  positionOf(entry: number): LngLat {
    return [this.lngs[entry]!, this.lats[entry]!];
  }

  lngOf(entry: number): number {
    return this.lngs[entry]!;
  }

  latOf(entry: number): number {
    return this.lats[entry]!;
  }

  /** Bits of `masks` (by area) for all areas that the entry lies in. */
  areaMask(entry: number, masks: Uint32Array): number {
    return (
      (masks[this.wards[entry]!] ?? 0) |
      (masks[this.formerDistricts[entry]!] ?? 0) |
      (masks[this.formerWards[entry]!] ?? 0)
    );
  }

  areasAt(position: LngLat): Pick<PlaceSuggestion, 'ward' | 'formerUnit'> {
    return { ward: this.areas.wardAt(position), formerUnit: this.areas.formerUnitAt(position) };
  }

  /** A suggestion for a point that is no entry. */
  suggestionAt(position: LngLat, place: Pick<PlaceSuggestion, 'id' | 'name' | 'kind'>): PlaceSuggestion {
    return {
      ...place,
      ...this.areasAt(position),
      position,
      access: null,
      note: null,
      source: 'gazetteer',
    };
  }

  /** The entry, of a street the stretch that is meant. */
  suggestion(entry: number, stretch: Stretch | null = null): PlaceSuggestion {
    const kind = this.kindOf(entry);
    if (stretch) {
      const place = { id: `${this.ids[entry]!}@${stretch.area}`, name: this.names[entry]!, kind };
      return this.suggestionAt(stretch.position, place);
    }
    return {
      id: this.ids[entry]!,
      name: this.names[entry]!,
      kind,
      ward: kind === 'former_unit' ? null : (this.areas.all[this.wards[entry]!]?.fullName ?? null),
      formerUnit: this.areas.formerWords(this.formerWards[entry]!, this.formerDistricts[entry]!),
      position: this.positionOf(entry),
      access: null,
      note: null,
      source: 'gazetteer',
    };
  }
}
