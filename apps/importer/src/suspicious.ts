import type { LngLat } from '#contracts';
import {
  bearingDegrees,
  distanceMetres,
  headingDifferenceDegrees,
  lineLengthMetres,
  nearestOnLine,
  pointAlong,
} from '#geo';
import type { RegionData, RoadClass, RoadWay } from '#region';

export interface SuspiciousOneWay {
  readonly why: 'dead end' | 'no way back';
  readonly name: string | null;
  readonly metres: number;
  readonly at: LngLat;
}

/** Shorter streets without a way back are the rule in a city of one-way streets. */
const LONG_METRES = 1500;
/** The other carriageway, or the next parallel street that takes the traffic back. */
const PARTNER_METRES = 400;
/** Between the two carriageways of a divided road. */
const CARRIAGEWAYS_METRES = 80;
const OPPOSITE_DEGREES = 45;
/** One-way by nature, or too small to judge. */
const NOT_JUDGED: ReadonlySet<RoadClass> = new Set(['motorway', 'service', 'alley', 'track', 'ferry']);

/** One-way signs that are more likely a slip of the map than a rule of the road, longest first. */
export function listSuspiciousOneWays({ nodes, ways }: Pick<RegionData, 'nodes' | 'ways'>): SuspiciousOneWay[] {
  const oneWays = ways.filter((way) => way.direction === 'forward' && !way.roundabout);
  const found = [...deadEnds(oneWays, ways, nodes), ...withoutWayBack(oneWays, nodes)];
  return found
    .map(({ why, way, metres }): SuspiciousOneWay => {
      const line = way.nodes.map((node) => nodes[node]!);
      const at = pointAlong(line, lineLengthMetres(line) / 2);
      return { why, name: way.name, metres: metres ?? lineLengthMetres(line), at };
    })
    .sort((a, b) => b.metres - a.metres);
}

interface Found {
  readonly why: SuspiciousOneWay['why'];
  readonly way: RoadWay;
  readonly metres?: number;
}

/** Nothing leaves from the end, or nothing leads to the start; but where a map ends, both carriageways just stop. */
function deadEnds(oneWays: readonly RoadWay[], all: readonly RoadWay[], nodes: readonly LngLat[]): Found[] {
  const uses = new Map<number, number>();
  for (const { nodes: path } of all) for (const node of new Set(path)) uses.set(node, (uses.get(node) ?? 0) + 1);
  const isLoose = (node: number) => uses.get(node) === 1;
  const looseStarts = oneWays.map(({ nodes: path }) => path[0]!).filter(isLoose);
  const looseEnds = oneWays.map(({ nodes: path }) => path.at(-1)!).filter(isLoose);
  const isNearOne = (node: number, of: readonly number[]) =>
    of.some((other) => distanceMetres(nodes[node]!, nodes[other]!) < CARRIAGEWAYS_METRES);
  const isDeadEnd = ({ nodes: path }: RoadWay) => {
    const [start, end] = [path[0]!, path.at(-1)!];
    if (start === end) return false;
    return (isLoose(start) && !isNearOne(start, looseEnds)) || (isLoose(end) && !isNearOne(end, looseStarts));
  };
  return oneWays.filter(isDeadEnd).map((way) => ({ why: 'dead end', way }));
}

/** Long streets, put together by name, with nothing one-way or two-way beside them that leads back. */
function withoutWayBack(oneWays: readonly RoadWay[], nodes: readonly LngLat[]): Found[] {
  const judged = oneWays.filter(({ roadClass, link, name }) => name && !link && !NOT_JUDGED.has(roadClass));
  const byName = new Map<string, RoadWay[]>();
  for (const way of judged) (byName.get(way.name!) ?? byName.set(way.name!, []).get(way.name!)!).push(way);
  const metresOf = ({ nodes: path }: RoadWay) => lineLengthMetres(path.map((node) => nodes[node]!));
  return [...byName.values()].flatMap((street): Found[] => {
    const metres = street.reduce((sum, way) => sum + metresOf(way), 0);
    if (metres < LONG_METRES) return [];
    const longest = street.reduce((a, b) => (metresOf(b) > metresOf(a) ? b : a));
    return oneWays.some((other) => leadsBack(longest, other, nodes))
      ? []
      : [{ why: 'no way back', way: longest, metres }];
  });
}

function leadsBack(street: RoadWay, other: RoadWay, nodes: readonly LngLat[]): boolean {
  const lineOf = ({ nodes: path }: RoadWay) => path.map((node) => nodes[node]!);
  const [own, back] = [lineOf(street), lineOf(other)];
  const middle = pointAlong(own, lineLengthMetres(own) / 2);
  const courses = headingDifferenceDegrees(courseOf(own), courseOf(back));
  return 180 - courses < OPPOSITE_DEGREES && nearestOnLine(back, middle).distanceMetres < PARTNER_METRES;
}

const courseOf = (line: readonly LngLat[]): number => bearingDegrees(line[0]!, line.at(-1)!);
