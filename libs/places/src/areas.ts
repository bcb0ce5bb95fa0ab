import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '#contracts';
import { boundsOf, isInside } from '#geo';
import type { FormerUnit, WardArea } from '#region';
import { tokensOf } from './words/tokens.js';

const { floor } = Math;

/** A ward of today or a unit of before 1 July 2025. */
export interface Area {
  readonly era: 'ward' | 'former_district' | 'former_ward';
  readonly fullName: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
  /** What kind of unit it calls itself: `phuong`, `thanh pho`; empty when it does not say. */
  readonly kindWords: readonly string[];
  readonly nameWords: readonly string[];
}

/** No area: the sea, or a region without boundaries. */
export const NOWHERE = 0xffff;

const KINDS = ['phuong', 'xa', 'thi tran', 'thanh pho', 'thi xa', 'quan', 'huyen', 'dac khu'];
/** Cells of about 220 m: inside one that no boundary crosses every point lies in the same area. */
const CELL_DEGREES = 0.002;

/** All areas of one era, found by point. */
export class AreaLayer {
  private readonly boxes: Flatbush | null;
  private readonly crossed = new Set<number>();
  private readonly known = new Map<number, number>();

  /** `areas` with the number that each has among all areas. */
  constructor(private readonly areas: readonly (readonly [number: number, area: Area])[]) {
    this.boxes = areas.length > 0 ? new Flatbush(areas.length) : null;
    for (const [, { geometry }] of areas) {
      this.boxes?.add(...boundsOf(cornersOf(geometry)));
      for (const ring of ringsOf(geometry)) this.cross(ring);
    }
    this.boxes?.finish();
  }

  at(position: LngLat): number {
    const cell = cellOf(position);
    if (this.crossed.has(cell)) return this.search(position);
    let found = this.known.get(cell);
    if (found === undefined) {
      found = this.search(position);
      this.known.set(cell, found);
    }
    return found;
  }

  private search([lng, lat]: LngLat): number {
    const near = this.boxes?.search(lng, lat, lng, lat).sort((a, b) => a - b) ?? [];
    const found = near.map((i) => this.areas[i]!).find(([, { geometry }]) => isInside(geometry, [lng, lat]));
    return found?.[0] ?? NOWHERE;
  }

  private cross(ring: readonly LngLat[]): void {
    ring.forEach(([lng, lat], i) => {
      const [toLng, toLat] = ring[i + 1] ?? [lng, lat];
      const steps = 1 + floor((Math.abs(toLng - lng) + Math.abs(toLat - lat)) / (CELL_DEGREES / 4));
      for (let step = 0; step <= steps; step++) {
        const share = step / steps;
        this.crossed.add(cellOf([lng + (toLng - lng) * share, lat + (toLat - lat) * share]));
      }
    });
  }
}

const cellOf = ([lng, lat]: LngLat): number =>
  floor((lng + 180) / CELL_DEGREES) * 200_000 + floor((lat + 90) / CELL_DEGREES);

/** Wards and former units, numbered through. */
export class Areas {
  readonly all: readonly Area[];
  readonly wards: AreaLayer;
  readonly formerDistricts: AreaLayer;
  readonly formerWards: AreaLayer;
  private readonly wardNumbers = new Map<string, number>();

  constructor(wards: readonly WardArea[], formerUnits: readonly FormerUnit[]) {
    this.all = [
      ...wards.map((ward) => areaOf('ward', ward)),
      ...formerUnits.map((unit) => areaOf(unit.level === 'district' ? 'former_district' : 'former_ward', unit)),
    ];
    const layer = (era: Area['era']) => new AreaLayer([...this.all.entries()].filter(([, area]) => area.era === era));
    this.wards = layer('ward');
    this.formerDistricts = layer('former_district');
    this.formerWards = layer('former_ward');
    this.all.forEach(({ era, fullName }, number) => {
      if (era === 'ward') this.wardNumbers.set(fullName, number);
    });
  }

  /** The number of the ward with this full name, or null. */
  findWard(fullName: string): number | null {
    return this.wardNumbers.get(fullName) ?? null;
  }

  wardAt(position: LngLat): string | null {
    return this.all[this.wards.at(position)]?.fullName ?? null;
  }

  /** The old unit, smallest first: `Phường Lái Thiêu, Thành phố Thuận An`; null where none is known. */
  formerUnitAt(position: LngLat): string | null {
    return this.formerWords(this.formerWards.at(position), this.formerDistricts.at(position));
  }

  formerWords(ward: number, district: number): string | null {
    return [this.all[ward], this.all[district]].flatMap((area) => area?.fullName ?? []).join(', ') || null;
  }
}

function areaOf(era: Area['era'], { name, fullName, geometry }: Pick<Area, 'name' | 'fullName' | 'geometry'>): Area {
  const words = tokensOf(fullName);
  const kind = KINDS.find((kind) => fullName !== name && words.join(' ').startsWith(`${kind} `));
  const kindWords = kind?.split(' ') ?? [];
  return { era, name, fullName, geometry, kindWords, nameWords: words.slice(kindWords.length) };
}

const ringsOf = (geometry: Area['geometry']): LngLat[][] =>
  (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).map((ring) =>
    ring.map(([lng = 0, lat = 0]): LngLat => [lng, lat]),
  );

const cornersOf = (geometry: Area['geometry']): LngLat[] => ringsOf(geometry).flat();
