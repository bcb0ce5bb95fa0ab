import type { LngLat } from '#contracts';

const { floor, hypot, max, min, round } = Math;

/** Metres east and north of the region's middle: within 70 km the plane is off by less than one part in a thousand. */
export type XY = readonly [x: number, y: number];

const ORIGIN: LngLat = [106.68, 11.05];
const METRES_PER_DEGREE_NORTH = 110_600;
const METRES_PER_DEGREE_EAST = 111_320 * Math.cos((ORIGIN[1] * Math.PI) / 180);

export const toPlane = ([lng, lat]: LngLat): XY => [
  (lng - ORIGIN[0]) * METRES_PER_DEGREE_EAST,
  (lat - ORIGIN[1]) * METRES_PER_DEGREE_NORTH,
];

/** Rounded to a tenth of a metre, as maps store it. */
export const toLngLat = ([x, y]: XY): LngLat => [
  round((x / METRES_PER_DEGREE_EAST + ORIGIN[0]) * 1e6) / 1e6,
  round((y / METRES_PER_DEGREE_NORTH + ORIGIN[1]) * 1e6) / 1e6,
];

export const distance = (a: XY, b: XY): number => hypot(a[0] - b[0], a[1] - b[1]);

export const between = (a: XY, b: XY, t: number): XY => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** The point `length` metres from `from` in direction `radians` (counter-clockwise from east). */
export const stepFrom = (from: XY, radians: number, length: number): XY => [
  from[0] + Math.cos(radians) * length,
  from[1] + Math.sin(radians) * length,
];

/** Where on the segment a–b (0…1) the point nearest to `p` lies. */
export function nearestOnSegment(p: XY, a: XY, b: XY): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return min(1, max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared));
}

/** Where a–b and c–d cross, as fractions of both; null when they do not. */
export function crossing(a: XY, b: XY, c: XY, d: XY): readonly [number, number] | null {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-9) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [t, u] : null;
}

/** A smooth line through all `points` (Catmull–Rom), with a vertex about every `stepMetres`. */
export function smooth(points: readonly XY[], stepMetres: number): XY[] {
  const line: XY[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const b = points[i] as XY;
    const c = points[i + 1] as XY;
    const a = points[i - 1] ?? b;
    const d = points[i + 2] ?? c;
    const steps = max(1, round(distance(b, c) / stepMetres));
    for (let k = 0; k < steps; k++) line.push(catmullRom(a, b, c, d, k / steps));
  }
  const last = points.at(-1);
  if (last) line.push(last);
  return line;
}

function catmullRom(a: XY, b: XY, c: XY, d: XY, t: number): XY {
  const at = (i: 0 | 1) =>
    0.5 *
    (2 * b[i] +
      (c[i] - a[i]) * t +
      (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t +
      (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t * t * t);
  return [at(0), at(1)];
}

/** An area of the plane; its edges lie in rows by height, for many quick inside tests. */
export class Area {
  private readonly south: number;
  private readonly rowHeight: number;
  private readonly rows: (readonly [a: XY, b: XY])[][];

  /** `ring` need not repeat its first point. */
  constructor(
    readonly ring: readonly XY[],
    rowCount = 256,
  ) {
    this.south = min(...ring.map((p) => p[1]));
    this.rowHeight = (max(...ring.map((p) => p[1])) - this.south) / rowCount;
    this.rows = Array.from({ length: rowCount + 1 }, () => []);
    ring.forEach((b, i) => {
      const a = ring.at(i - 1) as XY;
      const last = this.rowOf(max(a[1], b[1]));
      for (let row = this.rowOf(min(a[1], b[1])); row <= last; row++) this.rows[row]?.push([a, b]);
    });
  }

  contains([x, y]: XY): boolean {
    let inside = false;
    for (const [a, b] of this.rows[this.rowOf(y)] ?? []) {
      if (b[1] > y !== a[1] > y && x < ((a[0] - b[0]) * (y - b[1])) / (a[1] - b[1]) + b[0]) inside = !inside;
    }
    return inside;
  }

  private rowOf(y: number): number {
    return floor((y - this.south) / this.rowHeight);
  }
}
