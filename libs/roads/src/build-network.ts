import type { LngLat } from '#contracts';
import { boundsOf, lineLengthMetres } from '#geo';
import type { NetworkTurn, RegionData, RoadEdge, RoadNetwork, RoadWay } from '#region';
import { strongComponents } from './components.js';
import { EMERGENCY, findSpeedKmh, PROFILE_NAMES, PROFILES, secondsFor } from './profile.js';
import { orderJunctions } from './road-order.js';

type Ways = Pick<RegionData, 'nodes' | 'ways' | 'turns' | 'barriers'>;

/**
 * Split ways at junctions into edges with the seconds of an emergency run, and keep those that some profile may drive
 * in the largest part in which one can drive from everywhere to everywhere. Throws RangeError when no road is left.
 */
export function buildNetwork(region: Ways): RoadNetwork {
  const ways = region.ways.map((way) => ({ ...way, nodes: withoutRepeats(way.nodes) }));
  const usable = ways.filter((way) => way.nodes.length > 1);
  const junctions = findJunctions(region.nodes.length, usable);
  for (const { node } of region.barriers) junctions[node] = 1;
  const edges = usable.filter(isDriven).flatMap((way) => splitWay(way, region.nodes, junctions));
  const { kept, islands } = keepLargestComponent(region.nodes.length, edges);
  if (kept.length === 0) throw new RangeError('No drivable road in the region');

  const vertices: LngLat[] = [];
  const vertexOf = new Map<number, number>();
  const number = (node: number): number => {
    const known = vertexOf.get(node);
    if (known !== undefined) return known;
    vertexOf.set(node, vertices.length);
    return vertices.push(region.nodes[node]!) - 1;
  };
  const numbered = kept.map((edge) => ({ ...edge, source: number(edge.source), target: number(edge.target) }));
  const metresOf = (some: readonly RoadEdge[]) => some.reduce((sum, edge) => sum + edge.lengthMetres, 0);
  const lengthMetres = metresOf(numbered);
  return {
    vertices,
    edges: numbered,
    order: orderJunctions(vertices, {
      source: Int32Array.from(numbered, ({ source }) => source),
      target: Int32Array.from(numbered, ({ target }) => target),
    }),
    turns: turnsAt(region, numbered, vertexOf),
    barriers: region.barriers.flatMap(({ node, kind }) => {
      const vertex = vertexOf.get(node);
      return vertex === undefined ? [] : [{ vertex, kind }];
    }),
    bounds: boundsOf(numbered.flatMap((edge) => edge.line as LngLat[])),
    report: {
      ways: usable.length,
      vertices: vertices.length,
      edges: numbered.length,
      oneWayEdges: numbered.filter(({ direction }) => direction === 'forward').length,
      lengthMetres,
      dropped: {
        emptyWays: ways.length - usable.length,
        ...islands,
        islandEdges: edges.length - numbered.length,
        islandMetres: metresOf(edges) - lengthMetres,
      },
    },
  };
}

const withoutRepeats = (nodes: readonly number[]): number[] => nodes.filter((node, i) => node !== nodes[i - 1]);

/** 1 for every node where ways meet, cross or end. */
function findJunctions(nodeCount: number, ways: readonly RoadWay[]): Uint8Array {
  const uses = new Uint8Array(nodeCount);
  const use = (node: number) => {
    if (uses[node]! < 2) uses[node]!++;
  };
  for (const { nodes } of ways) {
    nodes.forEach(use);
    use(nodes[0]!);
    use(nodes[nodes.length - 1]!);
  }
  return uses.map((count) => (count > 1 ? 1 : 0));
}

const isDriven = (way: RoadWay): boolean => PROFILE_NAMES.some((name) => findSpeedKmh(way, PROFILES[name]) !== null);

/** The edges of one way; `source` and `target` are still indexes of nodes. */
function splitWay(way: RoadWay, positions: readonly LngLat[], junctions: Uint8Array) {
  const { wayId, roadClass, link, roundabout, bridge, direction, maxSpeedKmh, widthMetres, admits, name, ref } = way;
  const kmh = findSpeedKmh(way, EMERGENCY);
  const edges: RoadEdge[] = [];
  let start = 0;
  for (let i = 1; i < way.nodes.length; i++) {
    if (!junctions[way.nodes[i]!]) continue;
    const line = way.nodes.slice(start, i + 1).map((node) => positions[node]!);
    const lengthMetres = lineLengthMetres(line);
    const seconds = kmh === null ? -1 : secondsFor(lengthMetres, kmh);
    edges.push({
      wayId,
      roadClass,
      link,
      roundabout,
      bridge,
      direction,
      maxSpeedKmh,
      widthMetres,
      admits,
      name,
      ref,
      line,
      lengthMetres,
      source: way.nodes[start]!,
      target: way.nodes[i]!,
      forwardSeconds: seconds,
      backwardSeconds: direction === 'both' ? seconds : -1,
    });
    start = i;
  }
  return edges;
}

function keepLargestComponent(nodeCount: number, edges: readonly RoadEdge[]) {
  const twoWay = edges.filter(({ direction }) => direction === 'both');
  const tails = Int32Array.from([...edges.map((e) => e.source), ...twoWay.map((e) => e.target)]);
  const heads = Int32Array.from([...edges.map((e) => e.target), ...twoWay.map((e) => e.source)]);
  const component = strongComponents(nodeCount, tails, heads);
  const size = new Map<number, number>();
  let largest = -1;
  let vertices = 0;
  for (const node of new Set([...tails, ...heads])) {
    const id = component[node]!;
    vertices++;
    size.set(id, (size.get(id) ?? 0) + 1);
    if (largest < 0 || size.get(id)! > size.get(largest)!) largest = id;
  }
  return {
    kept: edges.filter((edge) => component[edge.source] === largest && component[edge.target] === largest),
    islands: { islands: Math.max(0, size.size - 1), islandVertices: vertices - (size.get(largest) ?? 0) },
  };
}

/** Restrictions by edge instead of by way: the edges of the two ways that meet at the node. */
function turnsAt({ turns }: Ways, edges: readonly RoadEdge[], vertexOf: ReadonlyMap<number, number>): NetworkTurn[] {
  const vias = new Set(turns.map(({ viaNode }) => vertexOf.get(viaNode)));
  const edgesAt = new Map<number, number[]>();
  edges.forEach(({ source, target }, edge) => {
    for (const vertex of new Set([source, target])) {
      if (vias.has(vertex)) edgesAt.set(vertex, [...(edgesAt.get(vertex) ?? []), edge]);
    }
  });
  return turns.flatMap(({ fromWay, viaNode, toWay, kind, motorbikeExempt }) => {
    const viaVertex = vertexOf.get(viaNode);
    if (viaVertex === undefined) return [];
    const of = (way: number) => (edgesAt.get(viaVertex) ?? []).filter((edge) => edges[edge]!.wayId === way);
    return of(fromWay).flatMap((fromEdge) =>
      of(toWay).map((toEdge) => ({ fromEdge, viaVertex, toEdge, kind, motorbikeExempt })),
    );
  });
}
