import type { LngLat, TravelBasis, TravelSource } from '#contracts';
import type { ProfileName } from './profile.js';
import type { TravelTime } from './search.js';

/** A vehicle's position; the heading only when it is known and the vehicle moves; driven as `emergency` if not said. */
export interface TravelOrigin {
  readonly at: LngLat;
  readonly headingDegrees?: number | null;
  readonly profile?: ProfileName;
}

/** Travel times from every origin, in the order asked; null where no road leads from an origin to the place. */
export interface TravelAnswer {
  readonly source: TravelSource;
  readonly computedAt: Date;
  readonly times: (TravelTime | null)[];
  /** What the times rest on, where the source knows. */
  readonly basis?: TravelBasis;
  /** Set when newer road conditions were known but not worked in yet. */
  readonly outdated?: boolean;
}

/**
 * How long every vehicle drives to one place: the one question that dispatching asks of the roads. Throws
 * PLACE_OFF_ROADS when the place is not near a road; any other failure means that this source cannot answer now.
 */
export interface TravelTimes {
  readonly source: TravelSource;
  toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer>;
}

/** The places in a list of times of those who arrive first. */
export function soonest(times: readonly (TravelTime | null)[], count: number): number[] {
  const found = times.flatMap((time, i) => (time ? [{ i, seconds: time.seconds }] : []));
  return found
    .sort((a, b) => a.seconds - b.seconds)
    .slice(0, count)
    .map(({ i }) => i);
}

/** The present, given from outside. */
export type Now = () => Date;
