import type { LngLat, ObstructionKind } from '#contracts';
import type { Opinion } from './second-opinion.js';
import type { RoadPoint } from './snap.js';

export type OnRoad = Pick<RoadPoint, 'edge' | 'fraction'>;

/** A vehicle about to leave: where on the road, and what it costs to start in either direction of the edge. */
export interface Departure extends OnRoad {
  readonly forwardDelayMs: number;
  readonly backwardDelayMs: number;
}

/** How what stands in the roads bears on one drive. */
export interface Obstructed {
  /**
   * It goes through; goes round; the place lies on a closed road and is reached on foot from its open end; or there is
   * no way past, and the time is that of free roads.
   */
  readonly how: 'passes' | 'avoids' | 'on_foot' | 'blocked';
  readonly kinds: readonly ObstructionKind[];
  /** How much longer it takes than on free roads. */
  readonly delaySeconds: number;
}

export interface TravelTime {
  readonly seconds: number;
  /** Along the fastest way; null when the source does not tell. */
  readonly metres: number | null;
  readonly obstructed?: Obstructed;
  /** What another source says of the same drive. */
  readonly secondOpinion?: Opinion;
}

/** What a vehicle drives: its arcs in order (the first and the last in part), their line, time and length. */
export interface Drive extends TravelTime {
  readonly metres: number;
  readonly line: LngLat[];
  /** `2 * edge` along the edge's line, `2 * edge + 1` against it. */
  readonly arcs: number[];
}

/** An exact search over the roads for one profile, in integer milliseconds. */
export interface RoadSearch {
  /**
   * Answer how long each departure drives to the place: milliseconds into `ms` (NO_WAY where no road leads) and metres
   * along that way into `metres`, in the order asked.
   */
  toPlace(departures: readonly Departure[], place: OnRoad, ms: Int32Array, metres: Float32Array): void;
  /** The arcs of the fastest drive, or null where no road leads. */
  findArcs(departure: Departure, place: OnRoad): number[] | null;
}

export const arcsOf = (edge: number): readonly [number, number] => [2 * edge, 2 * edge + 1];

/** Turns a share of the edge's line into a share of the arc, and back. */
export const alongArc = (arc: number, fraction: number): number => (arc & 1 ? 1 - fraction : fraction);
