import { EdgeCut, type Cut } from './cut.js';
import type { Part } from './part.js';

/** Positions on a flat map, by vertex of the whole graph. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Directions in which a part is swept, as (x, y). */
const SWEEPS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
];
/** The share of the vertices at either end of a sweep that must come to lie on different sides. */
const END_SHARE = 0.25;

/** Which members of a part lie on one side, on the other, and in between. */
export interface Separation {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly separator: Int32Array;
}

/**
 * A small set of vertices whose removal splits the part into two of balanced size: inertial flow (Schild, Sommer 2015:
 * "On Balanced Separators in Road Networks"). Swept in several directions, the ends are pulled apart by the smallest
 * edge cut; of the best one the end points on the smaller side separate.
 */
export function separate(part: Part, { x, y }: Positions): Separation {
  const cut = new EdgeCut(part);
  const count = part.vertices.length;
  const terminals = Math.max(1, Math.floor(count * END_SHARE));
  let best: Cut | null = null;
  for (const [dx, dy] of SWEEPS) {
    const key = Float64Array.from(part.vertices, (v) => dx * x[v]! + dy * y[v]!);
    const sequence = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => key[a]! - key[b]! || a - b);
    const found = cut.find(sequence, terminals, best ? best.size : Infinity);
    if (found) best = found;
  }
  return alongCut(part, best!.side);
}

function alongCut({ vertices, first, heads }: Part, side: Uint8Array): Separation {
  const count = vertices.length;
  const isEnd = new Uint8Array(count);
  let [endsLeft, endsRight] = [0, 0];
  for (let v = 0; v < count; v++) {
    for (let a = first[v]!; a < first[v + 1]! && !isEnd[v]; a++) isEnd[v] = side[v] === side[heads[a]!] ? 0 : 1;
    if (isEnd[v] && side[v]) endsLeft++;
    else if (isEnd[v]) endsRight++;
  }
  const separatingSide = endsLeft <= endsRight ? 1 : 0;
  const members = (isWanted: (v: number) => boolean) =>
    Int32Array.from({ length: count }, (_, v) => v).filter((v) => isWanted(v));
  const separates = (v: number) => isEnd[v] === 1 && side[v] === separatingSide;
  return {
    left: members((v) => side[v] === 1 && !separates(v)),
    right: members((v) => side[v] === 0 && !separates(v)),
    separator: members(separates),
  };
}
