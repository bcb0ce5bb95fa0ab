import Flatbush from 'flatbush';
import type { LngLat } from '#contracts';
import {
  bearingDegrees,
  between,
  distanceMetres,
  fractionOnSegment,
  headingDifferenceDegrees,
  longitudeScale,
  METRES_PER_DEGREE,
  type Bounds,
} from '#geo';
import type { RoadGraph } from './graph.js';

/** A point on a road: an edge and how far along its line, 0 to 1 by length. */
export interface RoadPoint {
  readonly edge: number;
  readonly fraction: number;
  readonly position: LngLat;
  /** How far the asked position is from the road. */
  readonly offRoadMetres: number;
  /** Bearing of the line here, along its direction. */
  readonly bearingDegrees: number;
}

/** Farther than this from every road a place counts as off the roads (at sea, outside the region). */
export const SNAP_LIMIT_METRES = 2000;

/** A heading fits a driving direction when they differ by less than this. */
export const HEADING_FITS_DEGREES = 60;

/**
 * What a wrong heading weighs against nearness. The carriageways of a divided road lie 10 to 30 m apart, which is also
 * the error of a fix between houses: without this every second vehicle would be put on the wrong side of the median.
 */
const WRONG_HEADING_METRES = 30;

const RADII_METRES = [60, 300, SNAP_LIMIT_METRES];

/** Finds the road at a position: an index of every segment of every edge's true line. */
export class RoadIndex {
  private readonly segments: Flatbush;
  /** For every segment its edge and the index of its first point. */
  private readonly edgeOf: Int32Array;
  private readonly pointOf: Int32Array;

  constructor(private readonly graph: RoadGraph) {
    const count = graph.points.length / 2 - graph.edgeCount;
    this.segments = new Flatbush(Math.max(1, count));
    this.edgeOf = new Int32Array(count);
    this.pointOf = new Int32Array(count);
    let segment = 0;
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      for (let i = graph.firstPoint[edge]!; i < graph.firstPoint[edge + 1]! - 1; i++) {
        const a = graph.point(i);
        const b = graph.point(i + 1);
        this.edgeOf[segment] = edge;
        this.pointOf[segment++] = i;
        this.segments.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
      }
    }
    if (count === 0) this.segments.add(0, 0, 0, 0);
    this.segments.finish();
  }

  /**
   * The road point nearest to a position, or null when no road is within the limit. With the heading of a moving
   * vehicle, a road that can be driven in that direction wins over one a little nearer that cannot.
   */
  findNearest(
    position: LngLat,
    { headingDegrees = null, limitMetres = SNAP_LIMIT_METRES, among = null }: SnapOptions = {},
  ): RoadPoint | null {
    for (const radius of [...RADII_METRES.filter((metres) => metres < limitMetres), limitMetres]) {
      const best = this.nearestWithin(position, radius, headingDegrees, among);
      // Whatever lies outside the radius weighs more than the radius; so may the best inside, by its wrong heading.
      if (best && (best.weight <= radius || radius === limitMetres)) {
        return this.roadPoint(best.segment, best.fraction, position);
      }
    }
    return null;
  }

  /** The edges whose lines have a segment in the box, each once. */
  edgesWithin([west, south, east, north]: Bounds): number[] {
    const found = this.segments.search(west, south, east, north).filter((segment) => segment < this.edgeOf.length);
    return [...new Set(found.map((segment) => this.edgeOf[segment]!))];
  }

  /** The nearest point of every road within the radius, in no order. */
  listNear(position: LngLat, radiusMetres: number): RoadPoint[] {
    const nearest = new Map<number, { segment: number; fraction: number; away: number }>();
    for (const { segment, fraction, away } of this.segmentsWithin(position, radiusMetres, null)) {
      const edge = this.edgeOf[segment]!;
      if (away < (nearest.get(edge)?.away ?? Infinity)) nearest.set(edge, { segment, fraction, away });
    }
    return [...nearest.values()].map(({ segment, fraction }) => this.roadPoint(segment, fraction, position));
  }

  private nearestWithin(
    position: LngLat,
    radiusMetres: number,
    headingDegrees: number | null,
    among: Uint8Array | null,
  ) {
    let best: { segment: number; fraction: number; weight: number } | null = null;
    for (const { segment, fraction, away, bearing } of this.segmentsWithin(position, radiusMetres, among)) {
      const wrong = headingDegrees !== null && !this.canDrive(segment, bearing, headingDegrees);
      const weight = away + (wrong ? WRONG_HEADING_METRES : 0);
      if (!best || weight < best.weight) best = { segment, fraction, weight };
    }
    return best;
  }

  private *segmentsWithin(position: LngLat, radiusMetres: number, among: Uint8Array | null) {
    const north = radiusMetres / METRES_PER_DEGREE;
    const east = north / longitudeScale(position[1]);
    const [lng, lat] = position;
    for (const segment of this.segments.search(lng - east, lat - north, lng + east, lat + north)) {
      if (segment >= this.pointOf.length || !this.mayBeOn(this.edgeOf[segment]!, among)) continue;
      const a = this.graph.point(this.pointOf[segment]!);
      const b = this.graph.point(this.pointOf[segment]! + 1);
      const fraction = fractionOnSegment(position, a, b);
      const away = distanceMetres(position, between(a, b, fraction));
      if (away <= radiusMetres) yield { segment, fraction, away, bearing: bearingDegrees(a, b) };
    }
  }

  private mayBeOn(edge: number, among: Uint8Array | null): boolean {
    return among ? among[edge] === 1 : !this.graph.isFerry(edge);
  }

  private canDrive(segment: number, bearing: number, heading: number): boolean {
    const edge = this.edgeOf[segment]!;
    const off = headingDifferenceDegrees(bearing, heading);
    if (off < HEADING_FITS_DEGREES) return true;
    return !this.graph.isOneWay(edge) && 180 - off < HEADING_FITS_DEGREES;
  }

  private roadPoint(segment: number, fraction: number, asked: LngLat): RoadPoint {
    const { graph } = this;
    const edge = this.edgeOf[segment]!;
    const start = this.pointOf[segment]!;
    const a = graph.point(start);
    const b = graph.point(start + 1);
    const position = between(a, b, fraction);
    let along = distanceMetres(a, position);
    for (let i = graph.firstPoint[edge]!; i < start; i++) along += distanceMetres(graph.point(i), graph.point(i + 1));
    const length = graph.lengthMetres[edge]!;
    return {
      edge,
      fraction: length === 0 ? 0 : Math.min(1, along / length),
      position,
      offRoadMetres: distanceMetres(asked, position),
      bearingDegrees: bearingDegrees(a, b),
    };
  }
}

export interface SnapOptions {
  readonly headingDegrees?: number | null;
  readonly limitMetres?: number;
  /** 1 for every edge to choose from; all but ferries when not given. */
  readonly among?: Uint8Array | null;
}
