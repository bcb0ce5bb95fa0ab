import type { RoadAccess, RoadClass, RoadWay } from '#region';
import { accessOf, opens } from './access.js';
import type { Tags } from './osm.js';
import { aliasesOf, nameOf } from './names.js';

const CLASS_OF_HIGHWAY: Readonly<Record<string, RoadClass>> = {
  motorway: 'motorway',
  trunk: 'trunk',
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  unclassified: 'unclassified',
  road: 'unclassified',
  residential: 'residential',
  living_street: 'alley',
  service: 'service',
  track: 'track',
};
/** Not for engines, but motorbikes and ambulances may where the map says so (`motorcycle=yes`, `emergency=yes`). */
const FOOT_HIGHWAYS: Readonly<Record<string, RoadClass>> = {
  pedestrian: 'service',
  footway: 'alley',
  path: 'alley',
  cycleway: 'alley',
};

/** What the trade calls an alley is often mapped as an ordinary residential street: the name tells. */
const ALLEY_NAME = /^(hẻm|ngõ|ngách|kiệt)\s/iu;

export type RoadFacts = Omit<RoadWay, 'wayId' | 'nodes'> & {
  /** The way is stored against its direction of travel. */
  readonly reversed: boolean;
  /** Other names of the street. */
  readonly aliases: readonly string[];
};

/** What a way's tags say of it as a road for an ambulance or a motorbike, or null when it is none. */
export function findRoad(tags: Tags): RoadFacts | null {
  const found = findClass(tags);
  if (!found || tags['area'] === 'yes') return null;
  const admits = accessOf(tags, found.forEngines);
  if (!admits.car && !admits.motorbike && !admits.emergency) return null;
  const name = nameOf(tags);
  const roundabout = tags['junction'] === 'roundabout' || tags['junction'] === 'circular';
  const oneWay = oneWayOf(tags, admits, roundabout || found.roadClass === 'motorway');
  const minor = found.roadClass === 'residential' || found.roadClass === 'service';
  const isAlley = minor && (tags['service'] === 'alley' || ALLEY_NAME.test(name ?? ''));
  return {
    roadClass: isAlley ? 'alley' : found.roadClass,
    link: found.link,
    name,
    ref: tags['ref']?.trim() || null,
    direction: oneWay === 'both' ? 'both' : 'forward',
    reversed: oneWay === 'backward',
    roundabout,
    bridge: tags['bridge'] !== undefined && tags['bridge'] !== 'no',
    maxSpeedKmh: maxSpeedKmh(tags['maxspeed']),
    widthMetres: widthMetres(tags),
    admits,
    aliases: aliasesOf(tags).filter((alias) => alias !== tags['ref']?.trim()),
  };
}

interface FoundClass {
  readonly roadClass: RoadClass;
  readonly link: boolean;
  /** Cars and motorbikes may drive here unless a tag keeps them out. */
  readonly forEngines: boolean;
}

function findClass(tags: Tags): FoundClass | null {
  if (tags['route'] === 'ferry') {
    const carriesCars = ['motorcar', 'motor_vehicle', 'vehicle'].some((key) => opens(tags[key]));
    const isCarFerry = carriesCars || /^phà\s/iu.test(tags['name'] ?? '');
    return { roadClass: 'ferry', link: false, forEngines: isCarFerry };
  }
  const highway = tags['highway'] ?? '';
  const link = highway.endsWith('_link');
  const known = CLASS_OF_HIGHWAY[link ? highway.slice(0, -'_link'.length) : highway];
  if (known) return { roadClass: known, link, forEngines: true };
  const onFoot = FOOT_HIGHWAYS[highway];
  return onFoot ? { roadClass: onFoot, link: false, forEngines: false } : null;
}

/** A one-way sign that spares motorbikes leaves an alley of motorbikes two-way; cars keep theirs. */
function oneWayOf(tags: Tags, admits: RoadAccess, implied: boolean): 'both' | 'forward' | 'backward' {
  const forWhom = admits.car || admits.emergency ? tags['oneway:emergency'] : tags['oneway:motorcycle'];
  switch (forWhom ?? tags['oneway']) {
    case '-1':
    case 'reverse':
      return 'backward';
    case 'yes':
    case 'true':
    case '1':
    case 'reversible':
    case 'alternating':
      return 'forward';
    case 'no':
    case 'false':
    case '0':
      return 'both';
    default:
      return implied ? 'forward' : 'both';
  }
}

const MPH_KMH = 1.609344;

/** A posted limit in km/h; null when there is none or it is not a number. */
function maxSpeedKmh(value: string | undefined): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(km\/h|kmh|mph)?$/.exec(value?.trim() ?? '');
  if (!match) return null;
  const speed = Number(match[1]) * (match[2] === 'mph' ? MPH_KMH : 1);
  return speed >= 5 && speed <= 150 ? speed : null;
}

const METRES_OF_UNIT: Readonly<Record<string, number>> = { cm: 0.01, ft: 0.3048, "'": 0.3048 };
/** Words that mappers write where they have not measured: what a small ambulance just fits, or does not. */
const WIDTH_WORDS: Readonly<Record<string, number>> = { narrow: 2, 'very narrow': 1.5, wide: 6 };

/** Clear width: the narrowest of what the map says of the road itself and of what may pass; null without any. */
function widthMetres(tags: Tags): number | null {
  const known = ['width', 'est_width', 'width:carriageway', 'maxwidth', 'maxwidth:physical']
    .map((key) => parseWidth(tags[key]))
    .filter((width) => width !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

function parseWidth(value: string | undefined): number | null {
  const text = value?.trim().toLowerCase() ?? '';
  const match = /^(?:~|≈|about|khoảng)?\s*(\d+(?:[.,]\d+)?)\s*(m|mét|met|metres?|meters?|cm|ft|')?$/.exec(text);
  if (!match) return WIDTH_WORDS[text] ?? null;
  const width = Number(match[1]!.replace(',', '.')) * (METRES_OF_UNIT[match[2] ?? ''] ?? 1);
  return width >= 0.5 && width <= 60 ? width : null;
}
