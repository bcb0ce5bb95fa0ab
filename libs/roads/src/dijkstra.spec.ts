import fc from 'fast-check';
import { arcCosts, NO_WAY } from './arc-costs.js';
import { DijkstraSearch } from './dijkstra.js';
import { PROFILE_NAMES, PROFILES } from './profile.js';
import { restingAt } from './network.fixture.js';
import { anyFactors, anyRoads, naiveMs, pointsOn } from './oracle.fixture.js';
import { searchGraphFor, weighRoads } from './weighed-roads.js';

describe('one-to-many on the road graph', () => {
  it.each(PROFILE_NAMES)('as %s equals a naive search over arcs and turns on any roads', (name) => {
    fc.assert(
      fc.property(anyRoads, anyFactors, pointsOn, (graph, factorsOf, points) => {
        const costs = arcCosts(graph, PROFILES[name]);
        const factors = factorsOf(graph);
        const roads = weighRoads(graph, searchGraphFor(graph, [costs]), costs, factors);
        const search = new DijkstraSearch(roads);
        const [place, ...origins] = points(graph);
        const departures = origins.map(({ edge, fraction }) => restingAt(edge, fraction));
        const ms = new Int32Array(origins.length);
        const metres = new Float32Array(origins.length);
        search.toPlace(departures, place!, ms, metres);
        departures.forEach((departure, i) => {
          expect(ms[i]).toBe(naiveMs(graph, PROFILES[name], factors, departure, place!));
          const arcs = search.findArcs(departure, place!);
          expect(arcs === null).toBe(ms[i] === NO_WAY);
        });
      }),
      { numRuns: 300 },
    );
  });
});
