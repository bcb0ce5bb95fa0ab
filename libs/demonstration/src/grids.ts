import type { Segment } from './arrangement.js';
import { distance, type XY } from './plane.js';

const { floor } = Math;

const SEGMENT_CELL_METRES = 120;
/** Points closer than this are one junction: nobody turns twice within a lorry's length. */
const SAME_POINT_METRES = 8;

const keyOf = (column: number, row: number): number => column * 100_000 + row;

/** Finds segments by place. */
export class SegmentGrid {
  private readonly cells = new Map<number, { column: number; row: number; segments: Segment[] }>();

  constructor(segments: readonly Segment[]) {
    for (const segment of segments) {
      const [west, east] = [segment.a[0], segment.b[0]].sort((p, q) => p - q) as [number, number];
      const [south, north] = [segment.a[1], segment.b[1]].sort((p, q) => p - q) as [number, number];
      for (let column = cellOf(west); column <= cellOf(east); column++) {
        for (let row = cellOf(south); row <= cellOf(north); row++) this.put(column, row, segment);
      }
    }
  }

  *near(at: XY, metres: number): Iterable<Segment> {
    for (let column = cellOf(at[0] - metres); column <= cellOf(at[0] + metres); column++) {
      for (let row = cellOf(at[1] - metres); row <= cellOf(at[1] + metres); row++) {
        yield* this.cells.get(keyOf(column, row))?.segments ?? [];
      }
    }
  }

  /** Visits every two segments of one cell; `isHere` tells whether a point belongs to that cell, so each crossing counts once. */
  eachPair(visit: (first: Segment, second: Segment, isHere: (at: XY) => boolean) => void): void {
    for (const { column, row, segments } of this.cells.values()) {
      const isHere = (at: XY) => cellOf(at[0]) === column && cellOf(at[1]) === row;
      segments.forEach((first, i) => segments.slice(i + 1).forEach((second) => visit(first, second, isHere)));
    }
  }

  private put(column: number, row: number, segment: Segment): void {
    const key = keyOf(column, row);
    const cell = this.cells.get(key);
    if (cell) cell.segments.push(segment);
    else this.cells.set(key, { column, row, segments: [segment] });
  }
}

const cellOf = (metres: number): number => floor(metres / SEGMENT_CELL_METRES);

/** Numbers points, giving the same number to points that lie together. */
export class PointRegister {
  readonly points: XY[] = [];
  private readonly cells = new Map<number, number[]>();

  idOf(at: XY): number {
    const column = floor(at[0] / SAME_POINT_METRES);
    const row = floor(at[1] / SAME_POINT_METRES);
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const id of this.cells.get(keyOf(c, r)) ?? []) {
          if (distance(this.points[id] as XY, at) < SAME_POINT_METRES) return id;
        }
      }
    }
    const id = this.points.push(at) - 1;
    const cell = this.cells.get(keyOf(column, row));
    if (cell) cell.push(id);
    else this.cells.set(keyOf(column, row), [id]);
    return id;
  }
}
