import type { LngLat } from '#contracts';
import { distanceMetres } from '#geo';
import { EMERGENCY, secondsFor } from './profile.js';
import type { Now, TravelAnswer, TravelOrigin, TravelTimes } from './travel-times.js';

/** Road distance over straight-line distance in cities; 1.2 to 1.4 in the literature, the careful end is taken. */
const DETOUR_FACTOR = 1.4;
const SPEED_KMH = EMERGENCY.speedKmh.tertiary! * EMERGENCY.sirenFactor;

/** The last resort, always able to answer: straight line times detour at the speed of an ordinary street. */
export class StraightLineTimes implements TravelTimes {
  readonly source = 'straight_line';

  constructor(private readonly now: Now) {}

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    const times = origins.map(({ at }) => {
      const metres = distanceMetres(at, place) * DETOUR_FACTOR;
      return { seconds: secondsFor(metres, SPEED_KMH), metres };
    });
    return { source: this.source, computedAt: this.now(), times };
  }
}
