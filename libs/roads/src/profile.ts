import type { RoadClass, RoadWay } from '#region';

/** How a kind of vehicle drives: what turns metres of a road into seconds. */
export interface TravelProfile {
  readonly name: string;
  /** Free speed of ordinary city traffic by class, km/h. */
  readonly speedKmh: Readonly<Record<RoadClass, number>>;
  /** Slip roads are curves: their share of the class's speed. */
  readonly linkFactor: number;
  /** How much faster lights and sirens make it where others can give way. */
  readonly sirenFactor: number;
  /** Classes on which nobody can give way, so that sirens do not help. */
  readonly withoutSiren: ReadonlySet<RoadClass>;
}

/**
 * An ambulance on an emergency run in a Vietnamese city. Class speeds are door-to-door averages (junctions included)
 * of mixed traffic, well below the legal limits; 1.2 is the usual gain of lights and sirens in cities (10 to 25 % in
 * the published runs). An alley (hẻm) is driven at a walk beside motorbikes; a ferry carries its boarding time.
 */
export const EMERGENCY: TravelProfile = {
  name: 'emergency',
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
    ferry: 6,
  },
  linkFactor: 0.7,
  sirenFactor: 1.2,
  withoutSiren: new Set<RoadClass>(['alley', 'track', 'ferry']),
};

/** A posted limit above the class's speed tells of a better road, but traffic lets it lift the speed only so far. */
const POSTED_LIFT = 1.3;

/**
 * Speed on a way, km/h: the class's, lowered to a posted limit that is lower and lifted at most 30 % by a higher one;
 * then less on slip roads and more with sirens.
 */
export function speedKmh(
  way: Pick<RoadWay, 'roadClass' | 'link' | 'maxSpeedKmh'>,
  profile: TravelProfile = EMERGENCY,
): number {
  const usual = profile.speedKmh[way.roadClass];
  const free = way.maxSpeedKmh === null ? usual : Math.min(way.maxSpeedKmh, usual * POSTED_LIFT);
  const siren = profile.withoutSiren.has(way.roadClass) ? 1 : profile.sirenFactor;
  return free * (way.link ? profile.linkFactor : 1) * siren;
}

export const secondsFor = (metres: number, kmh: number): number => (metres * 3.6) / kmh;
