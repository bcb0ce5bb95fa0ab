import { OPEN_TO_ALL, type RoadClass, type RoadWay } from '#region';
import type { Tags } from './osm.js';
import { nameOf } from './names.js';

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
/** Not for cars, but an ambulance may where the map says so (`emergency=yes`). */
const FOOT_HIGHWAYS: Readonly<Record<string, RoadClass>> = { pedestrian: 'service', footway: 'alley', path: 'alley' };

const CLOSED = new Set(['no', 'private', 'agricultural', 'forestry']);
const ALLOWED = new Set(['yes', 'designated', 'permissive']);
/** What the trade calls an alley is often mapped as an ordinary residential street: the name tells. */
const ALLEY_NAME = /^(hẻm|ngõ|ngách|kiệt)\s/iu;

export type RoadFacts = Omit<RoadWay, 'wayId' | 'nodes'> & {
  /** The way is stored against its direction of travel. */
  readonly reversed: boolean;
};

/** What a way's tags say of it as a road for an ambulance, or null when it is none. */
export function findRoad(tags: Tags): RoadFacts | null {
  const found = findClass(tags);
  if (!found || tags['area'] === 'yes' || !mayEnter(tags)) return null;
  const name = nameOf(tags);
  const roundabout = tags['junction'] === 'roundabout' || tags['junction'] === 'circular';
  const oneWay = oneWayOf(tags, roundabout || found.roadClass === 'motorway');
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
    widthMetres: null,
    admits: OPEN_TO_ALL,
  };
}

function findClass(tags: Tags): { roadClass: RoadClass; link: boolean } | null {
  if (tags['route'] === 'ferry') {
    const carriesCars = ['motorcar', 'motor_vehicle', 'vehicle'].some((key) => ALLOWED.has(tags[key] ?? ''));
    return carriesCars || /^phà\s/iu.test(tags['name'] ?? '') ? { roadClass: 'ferry', link: false } : null;
  }
  const highway = tags['highway'] ?? '';
  const link = highway.endsWith('_link');
  const known = CLASS_OF_HIGHWAY[link ? highway.slice(0, -'_link'.length) : highway];
  if (known) return { roadClass: known, link };
  const onFoot = FOOT_HIGHWAYS[highway];
  return onFoot && ALLOWED.has(tags['emergency'] ?? '') ? { roadClass: onFoot, link: false } : null;
}

/** The most particular tag decides; an ambulance goes where the map lets ambulances go. */
function mayEnter(tags: Tags): boolean {
  const emergency = tags['emergency'];
  if (emergency !== undefined && (ALLOWED.has(emergency) || emergency === 'no')) return emergency !== 'no';
  const access = tags['motorcar'] ?? tags['motor_vehicle'] ?? tags['vehicle'] ?? tags['access'] ?? 'yes';
  return !CLOSED.has(access);
}

function oneWayOf(tags: Tags, implied: boolean): 'both' | 'forward' | 'backward' {
  switch (tags['oneway:emergency'] ?? tags['oneway']) {
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
