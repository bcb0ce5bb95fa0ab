import type { RoadClass } from '#region';
import { between, crossing, distance, nearestOnSegment, type XY } from './plane.js';
import { PointRegister, SegmentGrid } from './grids.js';
import { crossesWater } from './waters.js';

/** One drawn street before it is joined to the others. */
export interface Stroke {
  readonly name: string | null;
  readonly ref: string | null;
  readonly roadClass: RoadClass;
  readonly oneWay: boolean;
  /** Main roads get a bridge where they meet water; everything else stops at the bank. */
  readonly bridges: boolean;
  /** How far an end may be drawn out to the next street, metres. */
  readonly reachMetres: number;
  readonly points: readonly XY[];
}

export interface Way {
  readonly stroke: Stroke;
  readonly bridge: boolean;
  readonly nodes: readonly number[];
}

interface Cut {
  readonly along: number;
  readonly at: XY;
}

export interface Segment {
  readonly stroke: Stroke;
  readonly a: XY;
  readonly b: XY;
  readonly cuts: Cut[];
}

/**
 * Joins strokes into a network: streets that cross share a node, ends near another street are drawn out to it, and
 * what would cross water without a bridge is left out. Earlier strokes win where two lie on each other.
 */
export function arrange(strokes: readonly Stroke[]): { nodes: readonly XY[]; ways: Way[] } {
  const chains = strokes.map(segmentsOf);
  const grid = new SegmentGrid(chains.flat());
  chains.forEach((chain, i) => drawOutEnds(chain, strokes[i] as Stroke, grid));
  const joined = new SegmentGrid(chains.flat());
  joined.eachPair((first, second, isHere) => cutBoth(first, second, isHere));

  const register = new PointRegister();
  const taken = new Set<string>();
  const ways = chains.flatMap((chain) => waysOf(chain, register, taken));
  return { nodes: register.points, ways };
}

function segmentsOf(stroke: Stroke): Segment[] {
  return stroke.points.slice(1).map((b, i) => ({ stroke, a: stroke.points[i] as XY, b, cuts: [] }));
}

function drawOutEnds(chain: Segment[], stroke: Stroke, grid: SegmentGrid): void {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return;
  const start = joinNearest(first.a, first.b, stroke, grid);
  const end = joinNearest(last.b, last.a, stroke, grid);
  if (start) chain.unshift({ stroke, a: start, b: first.a, cuts: [] });
  if (end) chain.push({ stroke, a: last.b, b: end, cuts: [] });
}

/** The nearest point of another street within reach, not turning back towards `before`. */
function joinNearest(from: XY, before: XY, stroke: Stroke, grid: SegmentGrid): XY | null {
  let nearest: { segment: Segment; along: number; at: XY } | null = null;
  let least = stroke.reachMetres;
  for (const segment of grid.near(from, stroke.reachMetres)) {
    if (segment.stroke === stroke) continue;
    const along = nearestOnSegment(from, segment.a, segment.b);
    const at = between(segment.a, segment.b, along);
    const gap = distance(from, at);
    const onward = (at[0] - from[0]) * (from[0] - before[0]) + (at[1] - from[1]) * (from[1] - before[1]);
    if (gap < least && onward >= 0) [nearest, least] = [{ segment, along, at }, gap];
  }
  if (!nearest) return null;
  nearest.segment.cuts.push({ along: nearest.along, at: nearest.at });
  return nearest.at;
}

function cutBoth(first: Segment, second: Segment, isHere: (at: XY) => boolean): void {
  if (first.stroke === second.stroke) return;
  const fractions = crossing(first.a, first.b, second.a, second.b);
  if (!fractions) return;
  const at = between(first.a, first.b, fractions[0]);
  if (!isHere(at)) return;
  first.cuts.push({ along: fractions[0], at });
  second.cuts.push({ along: fractions[1], at });
}

function waysOf(chain: readonly Segment[], register: PointRegister, taken: Set<string>): Way[] {
  const stroke = chain[0]?.stroke;
  if (!stroke) return [];
  const ids: number[] = [];
  for (const { a, b, cuts } of chain) {
    const ordered = cuts.toSorted((one, other) => one.along - other.along);
    for (const at of [a, ...ordered.map((cut) => cut.at), b]) {
      const id = register.idOf(at);
      if (ids.at(-1) !== id) ids.push(id);
    }
  }
  const ways: { stroke: Stroke; bridge: boolean; nodes: number[] }[] = [];
  let open: (typeof ways)[number] | null = null;
  for (let i = 0; i + 1 < ids.length; i++) {
    const [from, to] = [ids[i] as number, ids[i + 1] as number];
    const wet = crossesWater(register.points[from] as XY, register.points[to] as XY);
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (taken.has(key) || (wet && !stroke.bridges)) {
      open = null;
      continue;
    }
    taken.add(key);
    if (!open || open.bridge !== wet) ways.push((open = { stroke, bridge: wet, nodes: [from] }));
    open.nodes.push(to);
  }
  return ways;
}
