import fc from 'fast-check';
import { buildHierarchy, customise, emptyMetric, HierarchySearch, NO_WAY } from '#hierarchy';
import { arcCosts } from './arc-costs.js';
import { DijkstraSearch } from './dijkstra.js';
import { HierarchyRoadSearch } from './hierarchy-search.js';
import { PROFILE_NAMES, PROFILES } from './profile.js';
import { restingAt } from './network.fixture.js';
import { anyFactors, anyRoads, naiveMs, pointsOn } from './oracle.fixture.js';
import { orderForSearch, orderJunctions } from './road-order.js';
import type { Departure, OnRoad, RoadSearch } from './search.js';
import { searchGraphFor, weighRoads, type WeighedRoads } from './weighed-roads.js';

function hierarchyOn(roads: WeighedRoads): RoadSearch {
  const { graph, search, weights } = roads;
  const order = orderJunctions(graph.listVertices(), graph);
  const hierarchy = buildHierarchy(search, orderForSearch(order, search));
  const metric = emptyMetric(hierarchy);
  const lengths = Float32Array.from(search.roadArc, (arc) => graph.lengthMetres[arc >> 1]!);
  customise(hierarchy, weights, lengths, metric);
  return new HierarchyRoadSearch({ ...roads, metric }, new HierarchySearch(hierarchy));
}

const SEARCHES: Record<string, (roads: WeighedRoads) => RoadSearch> = {
  Dijkstra: (roads) => new DijkstraSearch(roads),
  'the hierarchy': hierarchyOn,
};
const CASES = Object.keys(SEARCHES).flatMap((search) => PROFILE_NAMES.map((name) => [search, name] as const));

describe('one-to-many on the road graph', () => {
  it.each(CASES)('by %s as %s equals a naive search over arcs and turns on any roads', (kind, name) => {
    fc.assert(
      fc.property(anyRoads, anyFactors, pointsOn, (graph, factorsOf, points) => {
        const costs = arcCosts(graph, PROFILES[name]);
        const factors = factorsOf(graph);
        const roads = weighRoads(graph, searchGraphFor(graph, [costs]), costs, factors);
        const search = SEARCHES[kind]!(roads);
        const [place, ...origins] = points(graph);
        const departures = origins.map(({ edge, fraction }) => restingAt(edge, fraction));
        const ms = new Int32Array(origins.length);
        search.toPlace(departures, place!, ms, new Float32Array(origins.length));
        departures.forEach((departure, i) => {
          const expected = naiveMs(graph, PROFILES[name], factors, departure, place!);
          expect(ms[i]).toBe(expected);
          const arcs = search.findArcs(departure, place!);
          expect(arcs === null).toBe(expected === NO_WAY);
          if (arcs) expect(driveMs(roads, arcs, departure, place!)).toBe(expected);
        });
      }),
      { numRuns: 300 },
    );
  });
});

/** What driving these arcs costs, turn by turn; throws where two of them do not join. */
function driveMs(roads: WeighedRoads, arcs: readonly number[], departure: Departure, place: OnRoad): number {
  const { search, weights, ends } = roads;
  const [first, ...rest] = arcs as [number, ...number[]];
  if (rest.length === 0) return ends.directMs(first, departure, place);
  let vertex = search.headOf[first]!;
  let total = ends.leaveMs(first, departure);
  rest.forEach((arc, i) => {
    const { first: firstCopy, items } = search.copies;
    const copy = items.subarray(firstCopy[arc], firstCopy[arc + 1]).find((one) => search.tails[one] === vertex)!;
    total += i === rest.length - 1 ? ends.reachMs(copy, place) : weights[copy]!;
    vertex = search.heads[copy]!;
  });
  return total;
}
