import type { LngLat } from '#contracts';
import { bearingDegrees, distanceMetres } from '#geo';
import type { NamedPlace, RegionData, RoadClass } from '#region';

const MAIN: ReadonlySet<RoadClass> = new Set(['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified']);
/** Two divided roads cross in four nodes: crossings of the same streets nearer than this are one junction. */
const ONE_JUNCTION_METRES = 150;
/** Two bearings closer than this leave by the same arm (the carriageways of a divided road). */
const ONE_ARM_DEGREES = 35;
const WORD_BY_ARMS: Readonly<Record<number, string>> = {
  3: 'Ngã ba',
  4: 'Ngã tư',
  5: 'Ngã năm',
  6: 'Ngã sáu',
  7: 'Ngã bảy',
};

interface Crossing {
  readonly streets: readonly [string, string];
  readonly position: LngLat;
  readonly bearings: readonly number[];
}

/** Where two named main streets meet, under the name that people give it: `Ngã tư Hai Bà Trưng – Lê Duẩn`. */
export function findJunctions(region: Pick<RegionData, 'nodes' | 'ways'>): NamedPlace[] {
  const byPair = new Map<string, Crossing[][]>();
  for (const crossing of findCrossings(region)) {
    const key = crossing.streets.join('\n');
    const junctions = byPair.get(key) ?? byPair.set(key, []).get(key)!;
    const same = junctions.find(([first]) => distanceMetres(first!.position, crossing.position) < ONE_JUNCTION_METRES);
    if (same) same.push(crossing);
    else junctions.push([crossing]);
  }
  return [...byPair.values()].flat().flatMap((crossings): NamedPlace[] => {
    const arms = countArms(crossings.flatMap(({ bearings }) => bearings));
    // Two arms: a street that only changes its name, on a bridge for instance.
    if (arms < 3) return [];
    const [a, b] = crossings[0]!.streets;
    const word = WORD_BY_ARMS[arms] ?? 'Giao lộ';
    const aliases = [`${word} ${b} – ${a}`, `${a} ${b}`, `${b} ${a}`];
    return [{ kind: 'junction', name: `${word} ${a} – ${b}`, aliases, position: crossings[0]!.position }];
  });
}

/** Every node that two named main streets share, once for every pair of names. */
function findCrossings({ nodes, ways }: Pick<RegionData, 'nodes' | 'ways'>): Crossing[] {
  const main = ways.filter(
    ({ roadClass, link, roundabout, name }) => name && !link && !roundabout && MAIN.has(roadClass),
  );
  const namesAt = new Map<number, Set<string>>();
  const bearingsAt = new Map<number, number[]>();
  for (const { name, nodes: path } of main) {
    for (const node of path) (namesAt.get(node) ?? namesAt.set(node, new Set()).get(node)!).add(name!);
  }
  for (const { nodes: path } of main) {
    path.forEach((node, i) => {
      if (namesAt.get(node)!.size < 2) return;
      const bearings = bearingsAt.get(node) ?? bearingsAt.set(node, []).get(node)!;
      for (const next of [path[i - 1], path[i + 1]]) {
        if (next !== undefined && next !== node) bearings.push(bearingDegrees(nodes[node]!, nodes[next]!));
      }
    });
  }
  const crossings: Crossing[] = [];
  for (const [node, bearings] of bearingsAt) {
    const names = [...namesAt.get(node)!].sort((a, b) => a.localeCompare(b, 'vi'));
    names.forEach((a, i) => {
      for (const b of names.slice(i + 1)) crossings.push({ streets: [a, b], position: nodes[node]!, bearings });
    });
  }
  return crossings;
}

/** How many clearly different directions leave the junction. */
function countArms(bearings: readonly number[]): number {
  const sorted = [...bearings].sort((a, b) => a - b);
  if (sorted.length === 0) return 0;
  let arms = 0;
  sorted.forEach((bearing, i) => {
    const before = i === 0 ? sorted[sorted.length - 1]! - 360 : sorted[i - 1]!;
    if (bearing - before > ONE_ARM_DEGREES) arms++;
  });
  return arms;
}
