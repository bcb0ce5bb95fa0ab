import { demonstrationRegion } from '#demonstration';
import { buildNetwork, EverywhereSearch, NO_WAY, RoadGraph, RoadsInForce, USUAL, type Departure } from '#roads';
import { CoverageMap } from './coverage-map.js';

const NOW = new Date('2026-11-21T01:00:00Z');
const graph = RoadGraph.of(buildNetwork(demonstrationRegion()));
const roads = new RoadsInForce(graph);
afterAll(() => roads.close());

describe('The soonest of many vehicles', () => {
  it('is, at every place, what the best of them needs by the search that ranks them', async () => {
    const edges = [10, 900, 2_500, 7_000];
    const starts = edges.map((edge) => ({
      departure: { edge, fraction: 0.5, forwardDelayMs: 0, backwardDelayMs: 0 } satisfies Departure,
      turnoutMs: 60_000,
    }));
    const weighed = roads.weighed('emergency');
    const soonest = new EverywhereSearch(weighed.search).soonest(weighed, starts);
    const { emergency } = (await roads.now()).searches;
    const departures = starts.map(({ departure }) => departure);
    for (let edge = 3; edge < graph.edgeCount; edge += 797) {
      // The place at the very start of an edge is the junction there, reached by any road into it or along this one.
      const ms = new Int32Array(departures.length);
      emergency.toPlace(departures, { edge, fraction: 0 }, ms, new Float32Array(departures.length));
      const best = Math.min(...ms) + 60_000;
      expect(Math.abs(soonest[graph.source[edge]!]! - best)).toBeLessThan(25_000);
      expect(soonest[graph.source[edge]!]!).toBeLessThanOrEqual(best);
    }
  });

  it('is nobody without vehicles', () => {
    const weighed = roads.weighed('emergency');
    const soonest = new EverywhereSearch(weighed.search).soonest(weighed, []);
    expect(soonest.every((ms) => ms === NO_WAY)).toBe(true);
  });
});

describe('The coverage of the region', () => {
  const map = new CoverageMap(roads);
  const thuDauMot = { origin: { at: [106.66, 10.98] as [number, number] }, turnoutSeconds: 60 };
  const minutesAt = (lng: number, lat: number) => {
    const { cells } = map.cover([thuDauMot], NOW);
    return cells.find(([west, south]) => west <= lng && lng < west + 0.01 && south <= lat && lat < south + 0.01)?.[2];
  };

  it('is good beside a vehicle and poor far away', () => {
    expect(minutesAt(106.6612, 10.9782)!).toBeLessThan(4);
    const { cells } = map.cover([thuDauMot], NOW);
    expect(cells.filter(([, , minutes]) => minutes! > 15).length).toBeGreaterThan(60);
  });

  it('gets better with every vehicle and worse when roads are closed', async () => {
    const late = () => map.cover([thuDauMot], NOW).cells.filter(([, , minutes]) => minutes === null || minutes > 15);
    const usual = late().length;
    const more = map.cover([thuDauMot, { origin: { at: [106.765, 10.906] }, turnoutSeconds: 60 }], NOW);
    expect(more.vehicles).toBe(2);
    expect(more.cells.filter(([, , minutes]) => minutes! > 15).length).toBeLessThan(usual);
    const slow = new Float32Array(2 * graph.edgeCount).fill(2);
    await roads.reweigh({ ...USUAL, emergency: slow });
    expect(late().length).toBeGreaterThan(usual);
    await roads.reweigh(USUAL);
    expect(late().length).toBe(usual);
  });
});
