import type { Bounds } from '#geo';
import type { LngLat } from '#contracts';
import type { RoadClass } from './region.js';

/** A stretch of road between two junctions. Its id is its index in the network; parallel edges and loops are its own. */
export interface RoadEdge {
  readonly wayId: number;
  /** Indexes into `RoadNetwork.vertices`. */
  readonly source: number;
  readonly target: number;
  /** Seconds from source to target, and back; -1 where nobody may drive. */
  readonly forwardSeconds: number;
  readonly backwardSeconds: number;
  readonly lengthMetres: number;
  readonly roadClass: RoadClass;
  readonly link: boolean;
  readonly roundabout: boolean;
  readonly bridge: boolean;
  readonly name: string | null;
  readonly ref: string | null;
  readonly line: readonly LngLat[];
}

/** Roads that can be driven from every point to every other: islands are gone. */
export interface RoadNetwork {
  readonly profile: string;
  readonly vertices: readonly LngLat[];
  readonly edges: readonly RoadEdge[];
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
