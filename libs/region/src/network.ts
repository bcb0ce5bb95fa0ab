import type { Bounds } from '#geo';
import type { LngLat } from '#contracts';
import type { BarrierKind, RoadAccess, RoadClass } from './region.js';

/** A stretch of road between two junctions. Its id is its index in the network; parallel edges and loops are its own. */
export interface RoadEdge {
  readonly wayId: number;
  /** Indexes into `RoadNetwork.vertices`. */
  readonly source: number;
  readonly target: number;
  /** Seconds of an emergency run from source to target, and back, without live conditions; -1 where it may not drive. */
  readonly forwardSeconds: number;
  readonly backwardSeconds: number;
  readonly lengthMetres: number;
  readonly roadClass: RoadClass;
  readonly link: boolean;
  readonly roundabout: boolean;
  readonly bridge: boolean;
  readonly direction: 'both' | 'forward';
  readonly maxSpeedKmh: number | null;
  readonly widthMetres: number | null;
  readonly admits: RoadAccess;
  readonly name: string | null;
  readonly ref: string | null;
  readonly line: readonly LngLat[];
}

/** A turn from the end of one edge into another at a vertex, by edge index. */
export interface NetworkTurn {
  readonly fromEdge: number;
  readonly viaVertex: number;
  readonly toEdge: number;
  readonly kind: 'no' | 'only';
  readonly motorbikeExempt: boolean;
}

export interface NetworkBarrier {
  readonly vertex: number;
  readonly kind: BarrierKind;
}

/** Roads that can be driven from every point to every other: islands are gone. */
export interface RoadNetwork {
  readonly vertices: readonly LngLat[];
  readonly edges: readonly RoadEdge[];
  readonly turns: readonly NetworkTurn[];
  readonly barriers: readonly NetworkBarrier[];
  /** Every vertex once, in the order of contraction: what a search in a fraction of a millisecond rests on. */
  readonly order: Int32Array;
  readonly bounds: Bounds;
  readonly report: NetworkReport;
}

/** What the network holds, and what was left out and why. */
export interface NetworkReport {
  readonly ways: number;
  readonly vertices: number;
  readonly edges: number;
  readonly oneWayEdges: number;
  readonly lengthMetres: number;
  readonly dropped: {
    /** Ways with fewer than two different nodes. */
    readonly emptyWays: number;
    /** Parts of the network from which, or to which, one cannot drive. */
    readonly islands: number;
    readonly islandVertices: number;
    readonly islandEdges: number;
    readonly islandMetres: number;
  };
}
