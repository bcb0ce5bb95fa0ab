import Flatbush from 'flatbush';
import type { LngLat } from '#contracts';
import {
  bearingDegrees,
  between,
  distanceMetres,
  headingDifferenceDegrees,
  longitudeScale,
  METRES_PER_DEGREE,
  nearestOnLine,
  type Bounds,
} from '#geo';
import type { RoadGraph } from './graph.js';

const { max, min, sqrt } = Math;

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

/** How far to look, in growing steps. */
const RADII_METRES = [60, 300, SNAP_LIMIT_METRES, Infinity];

/**
 * Boxes are kept in 32 bits, which tell a longitude of this country to 8 millionths of a degree: each is made larger by
 * more than that, so that no segment leaves its box, and distances are measured on the true line.
 */
const BOX_MARGIN_DEGREES = 1e-5;
const NODE_SIZE = 16;

/** Finds the road at a position: an index of every segment of every edge's true line. */
export class RoadIndex {
  private readonly segments: Flatbush;
  /** For every segment its edge and the index of its first point. */
  private readonly edgeOf: Int32Array;
  private readonly firstPointOf: Int32Array;

  constructor(private readonly graph: RoadGraph) {
    const count = graph.points.length / 2 - graph.edgeCount;
    this.segments = new Flatbush(max(1, count), NODE_SIZE, Float32Array);
    this.edgeOf = new Int32Array(count);
    this.firstPointOf = new Int32Array(count);
    const { points } = graph;
    let segment = 0;
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      for (let i = graph.firstPoint[edge]!; i < graph.firstPoint[edge + 1]! - 1; i++) {
        const [ax, ay] = [points[2 * i]!, points[2 * i + 1]!];
        const [bx, by] = [points[2 * i + 2]!, points[2 * i + 3]!];
        this.edgeOf[segment] = edge;
        this.firstPointOf[segment++] = i;
        const [west, south] = [min(ax, bx) - BOX_MARGIN_DEGREES, min(ay, by) - BOX_MARGIN_DEGREES];
        this.segments.add(west, south, max(ax, bx) + BOX_MARGIN_DEGREES, max(ay, by) + BOX_MARGIN_DEGREES);
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
    for (const step of RADII_METRES) {
      const radius = min(step, limitMetres);
      const best = this.nearestWithin(position, radius, headingDegrees, among);
      // Whatever lies outside the radius weighs more than the radius; so may the best inside, by its wrong heading.
      if (best && (best.weight <= radius || radius === limitMetres)) {
        return this.roadPoint(best.segment, best.fraction, position);
      }
      if (radius === limitMetres) return null;
    }
    return null;
  }

  /** The edges whose lines have a segment in the box, each once. */
  edgesWithin([west, south, east, north]: Bounds): number[] {
    const found = this.segments.search(west, south, east, north).filter((segment) => segment < this.edgeOf.length);
    return [...new Set(found.map((segment) => this.edgeOf[segment]!))];
  }

  /** Every road within the radius of a position, each by its nearest point; in no order, ferries left out. */
  listNear(position: LngLat, radiusMetres: number): NearRoad[] {
    const [lng, lat] = position;
    const north = radiusMetres / METRES_PER_DEGREE;
    const east = north / longitudeScale(lat);
    return this.edgesWithin([lng - east, lat - north, lng + east, lat + north]).flatMap((edge): NearRoad[] => {
      if (!this.mayBeOn(edge, null)) return [];
      const { distanceMetres: offRoadMetres, alongMetres } = nearestOnLine(this.graph.line(edge), position);
      const length = this.graph.lengthMetres[edge]!;
      const fraction = length === 0 ? 0 : min(1, alongMetres / length);
      return offRoadMetres <= radiusMetres ? [{ edge, fraction, offRoadMetres }] : [];
    });
  }

  /** Flat within the radius, in metres east and north of the position; nothing is allocated for a segment. */
  private nearestWithin(
    [lng, lat]: LngLat,
    radiusMetres: number,
    headingDegrees: number | null,
    among: Uint8Array | null,
  ) {
    const { firstPointOf, edgeOf } = this;
    const { points } = this.graph;
    const north = radiusMetres / METRES_PER_DEGREE;
    const scale = longitudeScale(lat);
    const east = north / scale;
    const [perLng, perLat] = [METRES_PER_DEGREE * scale, METRES_PER_DEGREE];
    let [best, bestFraction, bestWeight] = [-1, 0, Infinity];
    for (const segment of this.segments.search(lng - east, lat - north, lng + east, lat + north)) {
      if (segment >= edgeOf.length || !this.mayBeOn(edgeOf[segment]!, among)) continue;
      const point = 2 * firstPointOf[segment]!;
      const ax = (points[point]! - lng) * perLng;
      const ay = (points[point + 1]! - lat) * perLat;
      const dx = (points[point + 2]! - lng) * perLng - ax;
      const dy = (points[point + 3]! - lat) * perLat - ay;
      const square = dx * dx + dy * dy;
      const fraction = square === 0 ? 0 : min(1, max(0, -(ax * dx + ay * dy) / square));
      const away = sqrt((ax + dx * fraction) ** 2 + (ay + dy * fraction) ** 2);
      if (away > radiusMetres || away >= bestWeight) continue;
      const weight = away + this.wrongHeadingMetres(segment, headingDegrees);
      if (weight < bestWeight) [best, bestFraction, bestWeight] = [segment, fraction, weight];
    }
    return best < 0 ? null : { segment: best, fraction: bestFraction, weight: bestWeight };
  }

  private wrongHeadingMetres(segment: number, headingDegrees: number | null): number {
    if (headingDegrees === null) return 0;
    const point = this.firstPointOf[segment]!;
    const bearing = bearingDegrees(this.graph.point(point), this.graph.point(point + 1));
    return this.canDrive(segment, bearing, headingDegrees) ? 0 : WRONG_HEADING_METRES;
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
    const start = this.firstPointOf[segment]!;
    const a = graph.point(start);
    const b = graph.point(start + 1);
    const position = between(a, b, fraction);
    let along = distanceMetres(a, position);
    for (let i = graph.firstPoint[edge]!; i < start; i++) along += distanceMetres(graph.point(i), graph.point(i + 1));
    const length = graph.lengthMetres[edge]!;
    return {
      edge,
      fraction: length === 0 ? 0 : min(1, along / length),
      position,
      offRoadMetres: distanceMetres(asked, position),
      bearingDegrees: bearingDegrees(a, b),
    };
  }
}

export type NearRoad = Pick<RoadPoint, 'edge' | 'fraction' | 'offRoadMetres'>;

export interface SnapOptions {
  readonly headingDegrees?: number | null;
  readonly limitMetres?: number;
  /** 1 for every edge to choose from; all but ferries when not given. */
  readonly among?: Uint8Array | null;
}
