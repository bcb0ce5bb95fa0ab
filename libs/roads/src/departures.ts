import type { LngLat } from '#contracts';
import { headingDifferenceDegrees } from '#geo';
import type { ProfileName } from './profile.js';

import type { Departure } from './search.js';
import { HEADING_FITS_DEGREES, type RoadIndex, type RoadPoint } from './snap.js';
import type { TravelOrigin } from './travel-times.js';

const { floor, imul } = Math;

/** What it costs a moving vehicle to turn round in the street. */
export const TURN_ROUND_SECONDS = 15;

/** Positions remembered; far more than a fleet has vehicles, so that few share a slot. A power of two. */
const SLOTS = 32_768;

/** What it takes to put a vehicle on the road. */
export interface SnappedRoads {
  readonly index: Pick<RoadIndex, 'findNearest'>;
  edgesInReach(profile: ProfileName): Uint8Array;
}

interface Known {
  readonly at: LngLat;
  readonly headingDegrees: number | null;
  readonly profile: ProfileName;
  readonly departure: Departure | null;
}

/** Where vehicles are on the road. A vehicle is put there once for each new position, not for each question. */
export class Departures {
  private readonly known: (Known | undefined)[] = Array.from({ length: SLOTS });

  constructor(private readonly roads: SnappedRoads) {}

  /** The road point nearest to a vehicle, in its driving direction when that is known; null far from every road. */
  find({ at, headingDegrees = null, profile = 'emergency' }: TravelOrigin): Departure | null {
    const slot = slotOf(at);
    const known = this.known[slot];
    if (
      known &&
      known.at[0] === at[0] &&
      known.at[1] === at[1] &&
      known.headingDegrees === headingDegrees &&
      known.profile === profile
    ) {
      return known.departure;
    }
    const point = this.roads.index.findNearest(at, { headingDegrees, among: this.roads.edgesInReach(profile) });
    const departure = point && departureFrom(point, headingDegrees);
    this.known[slot] = { at: [at[0], at[1]], headingDegrees, profile, departure };
    return departure;
  }
}

/** A vehicle at rest may start either way; one that moves along the road must first turn round to go back. */
export function departureFrom(at: RoadPoint, headingDegrees: number | null): Departure {
  const { edge, fraction, bearingDegrees } = at;
  const off = headingDegrees === null ? 90 : headingDifferenceDegrees(bearingDegrees, headingDegrees);
  return {
    edge,
    fraction,
    forwardDelayMs: 180 - off < HEADING_FITS_DEGREES ? TURN_ROUND_SECONDS * 1000 : 0,
    backwardDelayMs: off < HEADING_FITS_DEGREES ? TURN_ROUND_SECONDS * 1000 : 0,
  };
}

/** A slot by position, to a millionth of a degree (a decimetre); the factors are large odd numbers that mix the bits. */
function slotOf([lng, lat]: LngLat): number {
  const mixed = imul(floor(lng * 1e6), 0x9e3779b1) ^ imul(floor(lat * 1e6), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
}
