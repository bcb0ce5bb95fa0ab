import type { LngLat } from '#contracts';
import { lineLengthMetres, pointAlong } from '#geo';
import type { RegionData, RoadNetwork, RoadWay } from '#region';

/** Ways that hang together and are not in the network. */
export interface LeftOut {
  readonly ways: number;
  readonly metres: number;
  /** On its longest way. */
  readonly at: LngLat;
  readonly name: string | null;
  /** It touches the network, but one can only drive in, or only out. */
  readonly oneWayOnly: boolean;
}

/** What is not in the network, by pieces, longest first: an island with many roads is worth a look at the map. */
export function listLeftOut(region: Pick<RegionData, 'nodes' | 'ways'>, network: RoadNetwork): LeftOut[] {
  const kept = new Set(network.edges.map(({ wayId }) => wayId));
  const keptNodes = new Set(region.ways.filter(({ wayId }) => kept.has(wayId)).flatMap(({ nodes }) => nodes));
  const pieces = groupByNodes(region.ways.filter(({ wayId }) => !kept.has(wayId)));
  return pieces
    .map((ways): LeftOut => {
      const lines = ways.map(({ nodes, name }) => {
        const line = nodes.map((node) => region.nodes[node]!);
        return { line, name, metres: lineLengthMetres(line) };
      });
      const longest = lines.reduce((a, b) => (b.metres > a.metres ? b : a));
      return {
        ways: ways.length,
        metres: lines.reduce((sum, { metres }) => sum + metres, 0),
        at: pointAlong(longest.line, longest.metres / 2),
        name: longest.name,
        oneWayOnly: ways.some(({ nodes }) => nodes.some((node) => keptNodes.has(node))),
      };
    })
    .sort((a, b) => b.metres - a.metres);
}

/** Groups of ways that share nodes. */
function groupByNodes(ways: readonly RoadWay[]): RoadWay[][] {
  const leaders = new Map<number, number>();
  const find = (node: number): number => {
    let leader = node;
    while (leaders.get(leader) !== leader) leader = leaders.get(leader)!;
    leaders.set(node, leader);
    return leader;
  };
  for (const { nodes } of ways) {
    for (const node of nodes) if (!leaders.has(node)) leaders.set(node, node);
    for (const node of nodes) leaders.set(find(node), find(nodes[0]!));
  }
  const groups = new Map<number, RoadWay[]>();
  for (const way of ways) {
    const leader = find(way.nodes[0]!);
    (groups.get(leader) ?? groups.set(leader, []).get(leader)!).push(way);
  }
  return [...groups.values()];
}
