import type { LngLat } from '#contracts';
import type { RoadClass } from '#region';

export interface MainRoad {
  readonly name: string;
  readonly ref: string | null;
  readonly roadClass: RoadClass;
  readonly aliases: readonly string[];
  /** Waypoints; roads that meet share one. */
  readonly points: readonly LngLat[];
}

/** `'lng lat, lng lat, …'` as positions. */
export const line = (text: string): LngLat[] =>
  text.split(', ').map((pair) => {
    const [lng = NaN, lat = NaN] = pair.split(' ').map(Number);
    return [lng, lat];
  });
