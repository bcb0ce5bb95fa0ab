import type { MapLayer } from '#region';
import type { Tags } from './osm.js';

export interface MapKind {
  readonly layer: MapLayer;
  readonly kind: string;
  readonly shape: 'area' | 'line' | 'point';
  readonly rank: number;
}

type Table = Readonly<Record<string, Readonly<Record<string, Omit<MapKind, 'rank'> & { rank?: number }>>>>;
const area = (layer: MapLayer, kind: string) => ({ layer, kind, shape: 'area' }) as const;
const line = (kind: string, rank: number) => ({ layer: 'water', kind, shape: 'line', rank }) as const;
const place = (kind: string, rank: number) => ({ layer: 'place', kind, shape: 'point', rank }) as const;

/** What is drawn, by tag: first key that matches. The rank of an area comes from its size. */
const MAP_KINDS: Table = {
  natural: {
    water: area('water', 'lake'),
    bay: area('water', 'bay'),
    wetland: area('green', 'wetland'),
    wood: area('green', 'wood'),
    scrub: area('green', 'wood'),
    grassland: area('green', 'grass'),
    coastline: line('coastline', 1),
  },
  waterway: {
    riverbank: area('water', 'river'),
    dock: area('water', 'dock'),
    river: line('river', 1),
    canal: line('canal', 2),
    stream: line('stream', 4),
  },
  landuse: {
    reservoir: area('water', 'reservoir'),
    basin: area('water', 'basin'),
    forest: area('green', 'wood'),
    grass: area('green', 'grass'),
    meadow: area('green', 'grass'),
    orchard: area('green', 'orchard'),
    cemetery: area('green', 'cemetery'),
    recreation_ground: area('green', 'park'),
    village_green: area('green', 'park'),
    residential: area('built', 'residential'),
    industrial: area('built', 'industrial'),
    commercial: area('built', 'commercial'),
    retail: area('built', 'commercial'),
  },
  leisure: {
    park: area('green', 'park'),
    garden: area('green', 'park'),
    golf_course: area('green', 'golf_course'),
    nature_reserve: area('green', 'reserve'),
  },
  place: {
    city: place('city', 1),
    town: place('town', 2),
    suburb: place('suburb', 3),
    village: place('village', 4),
    quarter: place('quarter', 5),
    neighbourhood: place('quarter', 5),
    hamlet: place('hamlet', 6),
  },
};

/** What the map draws of something with these tags, or null. */
export function findMapKind(tags: Tags): MapKind | null {
  for (const [key, kinds] of Object.entries(MAP_KINDS)) {
    const kind = kinds[tags[key] ?? ''];
    if (kind) return { rank: 3, ...kind };
  }
  return null;
}

/** Rank of an area by its size: 1 from a square kilometre, 4 below a hectare. */
export function rankOfArea(squareMetres: number): number {
  if (squareMetres >= 1_000_000) return 1;
  if (squareMetres >= 100_000) return 2;
  return squareMetres >= 10_000 ? 3 : 4;
}
