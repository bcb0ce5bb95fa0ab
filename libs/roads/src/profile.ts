import type { Priority, VehicleLevel } from '#contracts';
import type { BarrierKind, RoadAccess, RoadClass, RoadEdge } from '#region';

export const PROFILE_NAMES = ['emergency', 'normal', 'motorbike'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

export type ByProfile<T> = Record<ProfileName, T>;

/** One of each, made for every profile. */
export const byProfile = <T>(make: (name: ProfileName) => T): ByProfile<T> => ({
  emergency: make('emergency'),
  normal: make('normal'),
  motorbike: make('motorbike'),
});

/** How a kind of vehicle drives: everything that turns metres of a road into seconds. */
export interface TravelProfile {
  readonly name: ProfileName;
  /** As whom the signs of a road admit it. */
  readonly entersAs: keyof RoadAccess;
  /** Whether signs that spare motorbikes ("trừ xe máy") spare it. */
  readonly isMotorbike: boolean;
  /** Free speed of ordinary city traffic by class, km/h; null where it never drives. */
  readonly speedKmh: Readonly<Record<RoadClass, number | null>>;
  /** Speed in an alley by its clear width, widest first, km/h; below the last it does not fit. */
  readonly alleyKmh: readonly { readonly fromMetres: number; readonly kmh: number }[];
  /** Slip roads are curves: their share of the class's speed. */
  readonly linkFactor: number;
  /** How much faster lights and sirens make it where others can give way. */
  readonly sirenFactor: number;
  /** Classes on which nobody can give way, so that sirens do not help. */
  readonly withoutSiren: ReadonlySet<RoadClass>;
  /** What passing a forbidden turn costs; null obeys. */
  readonly forbiddenTurnSeconds: number | null;
  /** Driving against a one-way between two junctions; null never does. */
  readonly wrongWay: WrongWay | null;
  /** What passing a barrier costs; null is stopped by it. */
  readonly barrierSeconds: Readonly<Record<BarrierKind, number | null>>;
  /** Waiting for and boarding a ferry. */
  readonly boardingSeconds: number;
}

export interface WrongWay {
  readonly longestMetres: number;
  /** At most this fast, km/h: everybody else comes towards it. */
  readonly kmh: number;
  /** For stopping those who come, on top of the slow drive. */
  readonly seconds: number;
  readonly never: ReadonlySet<RoadClass>;
}

/**
 * An ambulance on an emergency run in a Vietnamese city. Class speeds are door-to-door averages (junctions included)
 * of mixed traffic, well below the legal limits; 1.2 is the usual gain of lights and sirens in cities (10 to 25 % in
 * the published runs). An alley (hẻm) is driven at a walk beside motorbikes. The law lets it pass signs; what that
 * costs (a forbidden turn 10 s, a wrong-way stretch of at most 150 m at 15 km/h and 15 s) is a proposal to the centre.
 */
export const EMERGENCY: TravelProfile = {
  name: 'emergency',
  entersAs: 'emergency',
  isMotorbike: false,
  speedKmh: {
    motorway: 80,
    trunk: 50,
    primary: 40,
    secondary: 36,
    tertiary: 32,
    unclassified: 28,
    residential: 24,
    service: 15,
    alley: 10,
    track: 12,
    ferry: 10,
  },
  alleyKmh: [
    { fromMetres: 4, kmh: 15 },
    { fromMetres: 3, kmh: 10 },
    { fromMetres: 2, kmh: 7 },
  ],
  linkFactor: 0.7,
  sirenFactor: 1.2,
  withoutSiren: new Set<RoadClass>(['alley', 'track', 'ferry']),
  forbiddenTurnSeconds: 10,
  wrongWay: { longestMetres: 150, kmh: 15, seconds: 15, never: new Set<RoadClass>(['motorway', 'trunk', 'ferry']) },
  barrierSeconds: { gate: 20, toll: 5, bollard: null },
  boardingSeconds: 180,
};

/** The same vehicle without lights and sirens: traffic's speed, every sign obeyed. */
export const NORMAL: TravelProfile = {
  ...EMERGENCY,
  name: 'normal',
  entersAs: 'car',
  sirenFactor: 1,
  forbiddenTurnSeconds: null,
  wrongWay: null,
  barrierSeconds: { gate: 40, toll: 20, bollard: null },
  boardingSeconds: 420,
};

/** A first responder's motorbike: filters through traffic and alleys of any width, barred from motorways. */
export const MOTORBIKE: TravelProfile = {
  ...EMERGENCY,
  name: 'motorbike',
  entersAs: 'motorbike',
  isMotorbike: true,
  speedKmh: {
    motorway: null,
    trunk: 42,
    primary: 36,
    secondary: 34,
    tertiary: 32,
    unclassified: 28,
    residential: 26,
    service: 18,
    alley: 15,
    track: 15,
    ferry: 10,
  },
  alleyKmh: [
    { fromMetres: 2, kmh: 15 },
    { fromMetres: 0, kmh: 10 },
  ],
  linkFactor: 0.8,
  sirenFactor: 1.1,
  forbiddenTurnSeconds: null,
  wrongWay: null,
  barrierSeconds: { gate: 10, toll: 0, bollard: 2 },
  boardingSeconds: 120,
};

export const PROFILES: Readonly<ByProfile<TravelProfile>> = {
  emergency: EMERGENCY,
  normal: NORMAL,
  motorbike: MOTORBIKE,
};

/** What of a road decides how fast it is driven. */
export type RoadFacts = Pick<RoadEdge, 'roadClass' | 'link' | 'maxSpeedKmh' | 'widthMetres' | 'admits'>;

/** A posted limit above the class's speed tells of a better road, but traffic lets it lift the speed only so far. */
const POSTED_LIFT = 1.3;

/**
 * Speed on a road, km/h, or null where the profile may not enter or does not fit: the class's (an alley's by its width
 * where that is known), lowered to a posted limit that is lower and lifted at most 30 % by a higher one; then less on
 * slip roads and more with sirens.
 */
export function findSpeedKmh(road: RoadFacts, profile: TravelProfile = EMERGENCY): number | null {
  if (!road.admits[profile.entersAs]) return null;
  const usual = usualKmh(road, profile);
  if (usual === null) return null;
  const free = road.maxSpeedKmh === null ? usual : Math.min(road.maxSpeedKmh, usual * POSTED_LIFT);
  const siren = profile.withoutSiren.has(road.roadClass) ? 1 : profile.sirenFactor;
  return free * (road.link ? profile.linkFactor : 1) * siren;
}

function usualKmh({ roadClass, widthMetres }: RoadFacts, { speedKmh, alleyKmh }: TravelProfile): number | null {
  if (widthMetres === null) return speedKmh[roadClass];
  const fits = alleyKmh.find(({ fromMetres }) => widthMetres >= fromMetres);
  if (!fits) return null;
  return roadClass === 'alley' ? fits.kmh : speedKmh[roadClass];
}

export const secondsFor = (metres: number, kmh: number): number => (metres * 3.6) / kmh;

/** Without urgency there are no lights and sirens: a transfer, a ride home. */
const LEAST_URGENT: Priority = 4;

/** How a vehicle drives to an incident: a motorbike as one, an ambulance with sirens unless nothing is urgent. */
export function profileOf(level: VehicleLevel, priority: Priority): ProfileName {
  if (level === 'motorbike') return 'motorbike';
  return priority < LEAST_URGENT ? 'emergency' : 'normal';
}
