import type { Random } from '#chance';
import type { LngLat } from '#contracts';
import { lineLengthMetres, pointAlong } from '#geo';
import { ROAD_CLASSES, type NamedPlace, type RoadWay } from '#region';
import { stepFrom, toLngLat, toPlane } from './plane.js';
import type { Roads } from './roads.js';
import { inWater } from './waters.js';

/** Odd numbers on one side, even ones on the other, two every so many metres, as along a town's main street. */
const METRES_PER_PAIR = 160;
const NUMBERS_PER_PAIR = 14;
const SET_BACK_METRES = 14;
const ALLEY_SHARE = 0.35;
/** Longer roads run across the country, and nobody knows their numbers. */
const LONGEST_METRES = 9_000;

/** Some house numbers along the main streets of the towns: what a map that people keep up by hand knows. */
export function houses({ ways, nodes }: Roads, random: Random): NamedPlace[] {
  const found: NamedPlace[] = [];
  const lengths = new Map<string, number>();
  for (const way of ways.filter(isTownStreet)) {
    const line = way.nodes.map((node) => nodes[node] as LngLat);
    const metres = lineLengthMetres(line);
    const street = way.name as string;
    const before = lengths.get(street) ?? 0;
    lengths.set(street, before + metres);
    if (before + metres > LONGEST_METRES) continue;
    for (let along = METRES_PER_PAIR / 2; along < metres; along += METRES_PER_PAIR) {
      const pair = 2 * Math.floor((((before + along) / METRES_PER_PAIR) * NUMBERS_PER_PAIR) / 2) + 1;
      for (const side of [0, 1]) {
        const alley = random.chance(ALLEY_SHARE) ? `/${random.whole(1, 24)}` : '';
        const position = beside(line, along, side === 0 ? 1 : -1);
        if (position) found.push({ kind: 'house', name: `${pair + side}${alley}`, aliases: [], position, street });
      }
    }
  }
  return found;
}

const SECONDARY = ROAD_CLASSES.indexOf('secondary');
const TERTIARY = ROAD_CLASSES.indexOf('tertiary');

function isTownStreet({ name, ref, roadClass, bridge }: RoadWay): boolean {
  const rank = ROAD_CLASSES.indexOf(roadClass);
  return name !== null && ref === null && !bridge && rank >= SECONDARY && rank <= TERTIARY;
}

function beside(line: readonly LngLat[], along: number, side: 1 | -1): LngLat | null {
  const [here, ahead] = [toPlane(pointAlong(line, along)), toPlane(pointAlong(line, along + 5))];
  const radians = Math.atan2(ahead[1] - here[1], ahead[0] - here[0]) + (side * Math.PI) / 2;
  const at = stepFrom(here, radians, SET_BACK_METRES);
  return inWater(at) ? null : toLngLat(at);
}
