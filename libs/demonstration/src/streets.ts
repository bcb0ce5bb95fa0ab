import type { Stroke } from './arrangement.js';
import { OUTLINE_AREA } from './outline.js';
import { distance, smooth, stepFrom, toPlane, type XY } from './plane.js';
import { MAIN_ROADS } from './main-roads.js';
import type { Random } from '#chance';
import { StreetNames } from './street-names.js';
import { crossesWater, inWater } from './waters.js';
import { nearestWard, WARDS, type Settlement, type WardSeed } from './wards.js';

interface Pattern {
  /** A ring around the ward's centre: where it begins and how far it goes. */
  readonly innerMetres: number;
  readonly reachMetres: number;
  readonly spacingMetres: number;
  readonly gapChance: number;
}

export const STREETS: Record<Settlement, Pattern> = {
  city: { innerMetres: 0, reachMetres: 2600, spacingMetres: 196, gapChance: 0.13 },
  town: { innerMetres: 0, reachMetres: 1500, spacingMetres: 185, gapChance: 0.14 },
  village: { innerMetres: 0, reachMetres: 850, spacingMetres: 215, gapChance: 0.16 },
};
/** Roads between the hamlets, far out into the fields and plantations. */
const HAMLET_ROADS: Record<Settlement, Pattern> = {
  city: { innerMetres: 2000, reachMetres: 5400, spacingMetres: 620, gapChance: 0.08 },
  town: { innerMetres: 1250, reachMetres: 5200, spacingMetres: 880, gapChance: 0.09 },
  village: { innerMetres: 700, reachMetres: 7200, spacingMetres: 1350, gapChance: 0.08 },
};
const ALLEYS: Record<Settlement, number> = { city: 58, town: 28, village: 10 };

export function mainRoadStrokes(): Stroke[] {
  return MAIN_ROADS.map(({ name, ref, roadClass, points }) => ({
    name,
    ref,
    roadClass,
    oneWay: false,
    bridges: true,
    reachMetres: 160,
    points: smooth(points.map(toPlane), 120),
  }));
}

/** All streets of the wards; those drawn first win where two would lie on each other. */
export function localStrokes(random: Random): Stroke[] {
  const names = new Map(WARDS.map((ward) => [ward, new StreetNames(ward, random)]));
  const streets = WARDS.flatMap((ward) => lattice(ward, STREETS[ward.settlement], random, 'street', names.get(ward)));
  const hamlets = WARDS.flatMap((ward) =>
    lattice(ward, HAMLET_ROADS[ward.settlement], random, 'hamlet', names.get(ward)),
  );
  const alleys = WARDS.flatMap((ward) => alleysOf(ward, streets, random));
  return [...streets, ...hamlets, ...alleys];
}

/** Two families of gently waving lines across a ward, with gaps where nobody built. */
function lattice(
  ward: WardSeed,
  pattern: Pattern,
  random: Random,
  kind: 'street' | 'hamlet',
  names: StreetNames | undefined,
): Stroke[] {
  const turn = random.between(0, Math.PI / 2);
  const phase = random.between(0, 2 * Math.PI);
  const { reachMetres, spacingMetres } = pattern;
  const lines = Math.floor(reachMetres / spacingMetres);
  const strokes: Stroke[] = [];
  for (const along of [true, false]) {
    const heading = along ? turn : turn + Math.PI / 2;
    for (const line of outwards(lines)) {
      const artery = kind === 'street' && line % 4 === 0;
      const points = wavingLine(ward.at, heading, line * spacingMetres + random.between(-0.2, 0.2) * spacingMetres, {
        ...pattern,
        phase: phase + line * 0.12,
      });
      const pieces = builtPieces(points, ward, pattern, artery ? 0.02 : pattern.gapChance, random);
      if (pieces.length === 0) continue;
      const name = kind === 'street' ? names?.next(along) : names?.hamletRoad();
      const oneWay = kind === 'street' && !artery && ward.settlement === 'city' && random.chance(0.12);
      for (const piece of pieces) {
        strokes.push({
          name: name ?? null,
          ref: null,
          roadClass: artery ? 'tertiary' : kind === 'hamlet' ? 'unclassified' : 'residential',
          oneWay,
          bridges: false,
          reachMetres: kind === 'hamlet' ? spacingMetres * 0.4 : spacingMetres * 0.5,
          points: piece,
        });
      }
    }
  }
  return strokes;
}

/** 0, 1, -1, 2, -2 …: the middle of a ward is named first. */
function outwards(lines: number): number[] {
  return [0, ...Array.from({ length: lines }, (_, i) => [i + 1, -i - 1]).flat()];
}

function wavingLine(centre: XY, heading: number, offset: number, wave: Pattern & { phase: number }): XY[] {
  const step = wave.spacingMetres / 2;
  const count = Math.floor(wave.reachMetres / step);
  return Array.from({ length: 2 * count + 1 }, (_, i) => {
    const along = (i - count) * step;
    const sway =
      0.3 * Math.sin(along / (wave.spacingMetres * 1.9) + wave.phase) +
      0.5 * Math.sin(along / (wave.spacingMetres * 5.3) + 2 * wave.phase);
    const foot = stepFrom(centre, heading + Math.PI / 2, offset + sway * wave.spacingMetres);
    return stepFrom(foot, heading, along);
  });
}

/** How far a ward is built towards a point: no town is round. */
export function edgeMetres(ward: WardSeed, towards: XY, reachMetres: number): number {
  const angle = Math.atan2(towards[1] - ward.at[1], towards[0] - ward.at[0]);
  const turn = ward.at[0] / 700;
  const wave = 0.1 * Math.sin(2 * angle + turn) + 0.08 * Math.sin(3 * angle + 2 * turn) + 0.06 * Math.sin(5 * angle);
  return reachMetres * (0.82 + wave);
}

function builtPieces(
  points: readonly XY[],
  ward: WardSeed,
  pattern: Pattern,
  gapChance: number,
  random: Random,
): XY[][] {
  const pieces: XY[][] = [];
  let piece: XY[] = [];
  let gap = 0;
  const close = () => {
    if (piece.length > 2) pieces.push(piece);
    piece = [];
  };
  for (const point of points) {
    if (gap === 0 && random.chance(gapChance / 2)) gap = random.whole(1, 4);
    const away = distance(point, ward.at);
    const built =
      gap === 0 &&
      away < edgeMetres(ward, point, pattern.reachMetres) &&
      away >= pattern.innerMetres &&
      OUTLINE_AREA.contains(point) &&
      nearestWard(point) === ward &&
      !inWater(point);
    if (gap > 0) gap -= 1;
    const last = piece.at(-1);
    if (!built || (last && crossesWater(last, point))) close();
    if (built) piece.push(point);
  }
  close();
  return pieces;
}

/** Short blind lanes off the streets, most with one bend: what callers name "hẻm" and a house number. */
function alleysOf(ward: WardSeed, streets: readonly Stroke[], random: Random): Stroke[] {
  const own = streets.filter((stroke) => nearestWard(stroke.points[0] as XY) === ward);
  return Array.from({ length: ALLEYS[ward.settlement] }, () => {
    const street = random.pick(own);
    const i = random.whole(0, street.points.length - 2);
    const [a, b] = [street.points[i] as XY, street.points[i + 1] as XY];
    const mouth: XY = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const heading = Math.atan2(b[1] - a[1], b[0] - a[0]) + (random.chance(0.5) ? 1 : -1) * random.between(1.3, 1.8);
    const bend = stepFrom(mouth, heading, random.between(35, 80));
    const end = stepFrom(bend, heading + random.pick([-1.2, -0.5, 0, 0.5, 1.2]), random.between(20, 60));
    return {
      name: `Hẻm ${random.whole(2, 390)} ${street.name ?? ward.name}`,
      ref: null,
      roadClass: 'alley' as const,
      oneWay: false,
      bridges: false,
      reachMetres: 12,
      points: [mouth, bend, end],
    };
  });
}
