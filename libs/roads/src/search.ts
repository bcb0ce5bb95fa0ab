import type { LngLat } from '#contracts';
import type { RoadPoint } from './snap.js';

/** A vehicle about to leave: where on the road, and what it costs to start in either direction of the edge. */
export interface Departure {
  readonly at: Pick<RoadPoint, 'edge' | 'fraction'>;
  readonly forwardDelaySeconds: number;
  readonly backwardDelaySeconds: number;
}

export interface TravelTime {
  readonly seconds: number;
  /** Along the fastest way; null when the source does not tell. */
  readonly metres: number | null;
}

export interface Drive extends TravelTime {
  readonly metres: number;
  readonly line: LngLat[];
}

/**
 * A search over one road graph. Dijkstra is the first form; another (contraction hierarchies) answers the same
 * questions with the same numbers.
 */
export interface RoadSearch {
  /** Travel time from each departure to the place; null where no road leads. */
  toPlace(departures: readonly Departure[], place: Pick<RoadPoint, 'edge' | 'fraction'>): (TravelTime | null)[];
  /** The fastest drive with its line, or null where no road leads. */
  findDrive(departure: Departure, place: Pick<RoadPoint, 'edge' | 'fraction'>): Drive | null;
}
