import type { LngLat } from '#contracts';
import { distanceMetres, nearestOnLine } from '#geo';
import { keyOf } from './words/tokens.js';

const { floor } = Math;

/** A stretch of a road with a name; an edge of the network will do. */
export interface NamedRoad {
  readonly name: string | null;
  readonly ref: string | null;
  readonly line: readonly LngLat[];
}

/** Stretches of one name with a gap up to about this are one street. */
const GAP_DEGREES = 0.004;
/** Divided roads meet in four points: nearer than this they are one junction. */
const ONE_JUNCTION_METRES = 150;
/** Streets that share no point meet where they come this near. */
const NEARLY_MEET_METRES = 60;
/** Two roads across the country that share no junction are not searched for one: the answer must come at once. */
const MOST_LOOKS = 20_000;

/** The lines of all streets, by what people call them. */
export class Streets {
  private readonly byKey = new Map<string, number[]>();
  private readonly groups = new Map<string, readonly number[]>();

  constructor(private readonly roads: readonly NamedRoad[]) {
    const keys = new Map<string, string>();
    const keyFor = (text: string) => keys.get(text) ?? keys.set(text, keyOf(text)).get(text)!;
    roads.forEach(({ name, ref }, road) => {
      for (const key of new Set([name, ref].flatMap((text) => (text ? [keyFor(text)] : [])))) {
        const list = this.byKey.get(key);
        if (list) list.push(road);
        else this.byKey.set(key, [road]);
      }
    });
  }

  /** The point of the street nearest to a position; null for a street without a line. */
  nearestPoint(street: string, at: LngLat): { readonly position: LngLat; readonly metres: number } | null {
    let best: { position: LngLat; metres: number } | null = null;
    for (const road of this.byKey.get(keyOf(street)) ?? []) {
      const { position, distanceMetres: metres } = nearestOnLine(this.roads[road]!.line, at);
      if (!best || metres < best.metres) best = { position, metres };
    }
    return best;
  }

  /** Which of the streets of this name is meant at a position: every town has its Lê Lợi. Null without a line. */
  findGroup(street: string, at: LngLat): number | null {
    const key = keyOf(street);
    const roads = this.byKey.get(key);
    if (!roads) return null;
    let groups = this.groups.get(key);
    if (!groups) this.groups.set(key, (groups = grouped(roads.map((road) => this.roads[road]!.line))));
    let [nearest, least] = [0, Infinity];
    roads.forEach((road, i) => {
      const metres = nearestOnLine(this.roads[road]!.line, at).distanceMetres;
      if (metres < least) [nearest, least] = [i, metres];
    });
    return groups[nearest]!;
  }

  /** Points along a street, one for about every 400 m of it. */
  pointsAlong(street: string): LngLat[] {
    const cells = new Map<string, LngLat>();
    for (const road of this.byKey.get(keyOf(street)) ?? []) {
      const { line } = this.roads[road]!;
      const at = line[line.length >> 1]!;
      const cell = `${floor(at[0] / GAP_DEGREES)},${floor(at[1] / GAP_DEGREES)}`;
      if (!cells.has(cell)) cells.set(cell, at);
    }
    return [...cells.values()];
  }

  /** Where two streets meet: once for each junction, however many carriageways it has. */
  meetings(one: string, other: string): LngLat[] {
    const [a, b] = [this.pointsOf(one), this.pointsOf(other)];
    const corners = new Set(a.map(String));
    const shared = b.filter((at) => corners.has(String(at)));
    const found: LngLat[] = [];
    for (const at of shared.length > 0 ? shared : this.nearMeetings(a, other)) {
      if (found.every((known) => distanceMetres(known, at) > ONE_JUNCTION_METRES)) found.push(at);
    }
    return found;
  }

  private nearMeetings(points: readonly LngLat[], other: string): LngLat[] {
    const looks = points.length * (this.byKey.get(keyOf(other))?.length ?? 0);
    if (looks > MOST_LOOKS) return [];
    const near = points.flatMap((at) => {
      const found = this.nearestPoint(other, at);
      return found && found.metres <= NEARLY_MEET_METRES ? [{ at, metres: found.metres }] : [];
    });
    return near.sort((a, b) => a.metres - b.metres).map(({ at }) => at);
  }

  private pointsOf(street: string): LngLat[] {
    return (this.byKey.get(keyOf(street)) ?? []).flatMap((road) => this.roads[road]!.line);
  }
}

/** For every line the number of the group of lines that it belongs to, through lines that touch or nearly do. */
function grouped(lines: readonly (readonly LngLat[])[]): number[] {
  const parents = lines.map((_, i) => i);
  const rootOf = (i: number): number => {
    while (parents[i] !== i) i = parents[i] = parents[parents[i]!]!;
    return i;
  };
  const owner = new Map<string, number>();
  lines.forEach((line, i) => {
    for (const [lng, lat] of line) {
      const [column, row] = [floor(lng / GAP_DEGREES), floor(lat / GAP_DEGREES)];
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          const known = owner.get(`${column + dx},${row + dy}`);
          if (known !== undefined) parents[rootOf(known)] = rootOf(i);
        }
      }
      owner.set(`${column},${row}`, i);
    }
  });
  return lines.map((_, i) => rootOf(i));
}
