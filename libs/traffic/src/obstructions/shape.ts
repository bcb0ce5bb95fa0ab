import type { Polygon } from 'geojson';
import type { LngLat, ObstructedDirection, ObstructionShape } from '#contracts';
import {
  bearingDegrees,
  between,
  boundsOf,
  distanceMetres,
  fractionOnSegment,
  isInside,
  isWithin,
  lineLengthMetres,
  headingDifferenceDegrees,
  longitudeScale,
  METRES_PER_DEGREE,
  type Bounds,
} from '#geo';

/** Metres of a road that a shape covers, for driving along its line and against it. */
export interface Coverage {
  readonly along: number;
  readonly against: number;
}

export type Line = readonly LngLat[];

/** Roads are looked at in pieces of this length. */
const STEP_METRES = 5;
/** A hand draws beside the road it means by this much. */
const HAND_METRES = 20;
/** A line that runs with a road differs from it by less than this. */
const PARALLEL_DEGREES = 30;
/** A line of which this share runs with roads was drawn along them, otherwise across. */
const ALONG_SHARE = 0.6;
/** What lies across a road takes this much of it. */
const ACROSS_METRES = 20;
/** Less than this of a road beside the drawn one is only where the two meet. */
const LEAST_ALONG_METRES = 20;

/** A long line is looked at in stretches: its box would hold half a town that it does not touch. */
const STRETCH_METRES = 200;

/** Boxes that hold all roads a shape may cover, with the margin of the hand that drew it. */
export function boxesOfShape(shape: ObstructionShape): Bounds[] {
  if (shape.form === 'circle') return [widened([shape.at], shape.radiusMetres)];
  if (shape.form === 'area') return [boundsOf(shape.points)];
  return shape.points.slice(1).flatMap((to, i) => {
    const from = shape.points[i]!;
    const stretches = Math.max(1, Math.ceil(distanceMetres(from, to) / STRETCH_METRES));
    const at = (stretch: number) => between(from, to, stretch / stretches);
    return Array.from({ length: stretches }, (_, k) => widened([at(k), at(k + 1)], HAND_METRES));
  });
}

function widened(points: Line, metres: number): Bounds {
  const [west, south, east, north] = boundsOf(points);
  const up = metres / METRES_PER_DEGREE;
  const side = up / longitudeScale((south + north) / 2);
  return [west - side, south - up, east + side, north + up];
}

/**
 * How much of each road a shape covers, in the order of the roads. A circle and an area take what lies in them; a line
 * drawn along roads takes the stretch, one drawn across takes the roads it crosses.
 */
export function coverRoads(
  shape: ObstructionShape,
  direction: ObstructedDirection,
  roads: readonly Line[],
): Coverage[] {
  if (shape.form === 'line') {
    const drawn = shape.points;
    return runsAlong(drawn, roads)
      ? roads.map((road) => coverAlong(drawn, direction, road))
      : roads.map((road) => bothWays(crosses(drawn, road) ? ACROSS_METRES : 0));
  }
  const sides = shape.form === 'area' ? [...shape.points, shape.points[0]!] : [];
  const area = shape.form === 'area' ? polygonOf(sides) : null;
  const isIn = (p: LngLat) => (shape.form === 'circle' ? isNear(p, shape) : isInside(area!, p));
  return roads.map((road) => {
    const isCut = crosses(sides, road);
    // Most roads of a large area lie wholly in it or outside: one of their points tells.
    if (area && !isCut) return bothWays(isInside(area, road[0]!) ? lineLengthMetres(road) : 0);
    const inside = sumOf(road, (piece, metres) => (isIn(piece) ? metres : 0));
    // A narrow area, or one that only touches the road's end, may lie between two pieces.
    return bothWays(inside === 0 && isCut ? STEP_METRES : inside);
  });
}

const bothWays = (metres: number): Coverage => ({ along: metres, against: metres });

const isNear = (p: LngLat, { at, radiusMetres }: Extract<ObstructionShape, { form: 'circle' }>) =>
  distanceMetres(p, at) <= radiusMetres;

/** Adds up over the pieces of a line: the middle of each, its metres and its bearing. */
function sumOf(line: Line, of: (piece: LngLat, metres: number, bearing: number) => number): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const metres = distanceMetres(a, b);
    const pieces = Math.max(1, Math.ceil(metres / STEP_METRES));
    const bearing = bearingDegrees(a, b);
    for (let k = 0; k < pieces; k++) sum += of(between(a, b, (k + 0.5) / pieces), metres / pieces, bearing);
  }
  return sum;
}

/** The bearing of the piece of `line` nearest to `p`, or null when all of it is farther than a hand errs. */
function bearingBeside(p: LngLat, line: Line): number | null {
  let nearest = HAND_METRES;
  let bearing: number | null = null;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const away = distanceMetres(p, between(a, b, fractionOnSegment(p, a, b)));
    if (away > nearest) continue;
    nearest = away;
    bearing = bearingDegrees(a, b);
  }
  return bearing;
}

const areParallel = (a: number, b: number) => {
  const off = headingDifferenceDegrees(a, b);
  return off < PARALLEL_DEGREES || 180 - off < PARALLEL_DEGREES;
};

function runsAlong(drawn: Line, roads: readonly Line[]): boolean {
  const boxes = roads.map((road) => widened(road, HAND_METRES));
  let all = 0;
  const beside = sumOf(drawn, (piece, metres, bearing) => {
    all += metres;
    const isBeside = roads.some((road, i) => {
      if (!isWithin(boxes[i]!, piece)) return false;
      const other = bearingBeside(piece, road);
      return other !== null && areParallel(bearing, other);
    });
    return isBeside ? metres : 0;
  });
  return beside >= all * ALONG_SHARE;
}

function coverAlong(drawn: Line, direction: ObstructedDirection, road: Line): Coverage {
  let all = 0;
  let along = 0;
  let against = 0;
  sumOf(road, (piece, metres, bearing) => {
    all += metres;
    const other = bearingBeside(piece, drawn);
    if (other === null || !areParallel(bearing, other)) return 0;
    const withDrawn = headingDifferenceDegrees(bearing, other) < 90;
    if (direction === 'both' || withDrawn) along += metres;
    if (direction === 'both' || !withDrawn) against += metres;
    return 0;
  });
  const least = Math.min(LEAST_ALONG_METRES, all / 2);
  return { along: along >= least ? along : 0, against: against >= least ? against : 0 };
}

function crosses(a: Line, b: Line): boolean {
  for (let i = 1; i < a.length; i++)
    for (let k = 1; k < b.length; k++) if (segmentsCross(a[i - 1]!, a[i]!, b[k - 1]!, b[k]!)) return true;
  return false;
}

/** Twice the signed area of a triangle: on which side of a–b the point lies. */
const side = (a: LngLat, b: LngLat, p: LngLat) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

const segmentsCross = (a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean =>
  side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) < 0;

/** A ring whose last point is its first. */
const polygonOf = (ring: Line): Polygon => ({ type: 'Polygon', coordinates: [ring.map(([lng, lat]) => [lng, lat])] });
