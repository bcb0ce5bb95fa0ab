import type { NamedPlace } from '#region';
import { aliasesOf, nameOf } from './names.js';
import type { Tags } from './osm.js';

/** What callers name to say where they are, by tag, with the rank from which it is drawn; smaller is earlier. */
const LANDMARKS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  amenity: {
    hospital: 1,
    university: 3,
    college: 4,
    marketplace: 3,
    bus_station: 3,
    police: 4,
    fire_station: 4,
    townhall: 4,
    clinic: 4,
    school: 5,
    place_of_worship: 5,
    theatre: 5,
    cinema: 5,
    library: 5,
    post_office: 5,
    kindergarten: 6,
    fuel: 6,
    pharmacy: 7,
    bank: 7,
    restaurant: 8,
    cafe: 8,
  },
  aeroway: { aerodrome: 1, terminal: 2 },
  railway: { station: 2 },
  shop: { mall: 3, department_store: 4, supermarket: 5 },
  tourism: { attraction: 4, museum: 4, theme_park: 3, hotel: 6 },
  leisure: { stadium: 3, park: 3, sports_centre: 5, water_park: 4 },
  landuse: { industrial: 4 },
  office: { government: 5 },
  building: { apartments: 5 },
  historic: { monument: 5 },
};

/** Of the kinds that people ask for by kind; every other landmark is just one. */
const KIND_OF_SYMBOL: Readonly<Record<string, NamedPlace['kind']>> = {
  hospital: 'hospital',
  school: 'school',
  kindergarten: 'school',
  college: 'school',
  university: 'school',
  marketplace: 'market',
  place_of_worship: 'worship',
  fuel: 'fuel',
  industrial: 'industrial',
};

export interface Landmark {
  readonly kind: NamedPlace['kind'];
  /** The map's own word, e.g. `school`: chooses the symbol. */
  readonly symbol: string;
  readonly rank: number;
  readonly name: string;
  readonly aliases: string[];
  /** Its street, with the house number where the map knows it. */
  readonly street: string | null;
}

/** The landmark that these tags describe; null without a name, because nobody can say it on the telephone. */
export function findLandmark(tags: Tags): Landmark | null {
  const name = nameOf(tags);
  if (!name) return null;
  const of = (kind: NamedPlace['kind'], symbol: string, rank: number): Landmark => ({
    kind,
    symbol,
    rank,
    name,
    aliases: aliasesOf(tags),
    street: tags['addr:street']?.trim().normalize('NFC') || null,
  });
  if (isGate(tags, name)) return of('gate', 'gate', 6);
  for (const [key, values] of Object.entries(LANDMARKS)) {
    const symbol = tags[key] ?? '';
    const rank = values[symbol];
    if (rank !== undefined) return of(KIND_OF_SYMBOL[symbol] ?? 'landmark', symbol, rank);
  }
  if (tags['man_made'] === 'bridge') return of('bridge', 'bridge', 4);
  return isNamedJunction(tags, name) ? of('junction', 'junction', 5) : null;
}

/** What callers say when they stand at a factory, a school or a village: cổng 2 VSIP, cổng chào ấp 3. */
const isGate = (tags: Tags, name: string): boolean =>
  /^cổng\s/iu.test(name) && ['barrier', 'entrance', 'historic', 'man_made', 'tourism'].some((key) => tags[key]);

/** Junctions with a name of their own, which everybody knows better than the streets: Ngã tư Bình Triệu. */
const isNamedJunction = (tags: Tags, name: string): boolean =>
  tags['junction'] === 'yes' ||
  (tags['place'] === 'locality' && /^(ngã (ba|tư|năm|sáu|bảy)|vòng xoay|bùng binh)\s/iu.test(name));
