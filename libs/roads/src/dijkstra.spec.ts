import fc from 'fast-check';
import type { LngLat } from '#contracts';
import { lineLengthMetres } from '#geo';
import { DijkstraSearch } from './dijkstra.js';
import { RoadGraph, type GraphEdge } from './graph.js';
import { restingAt } from './network.fixture.js';

interface Point {
  readonly edge: number;
  readonly fraction: number;
}

/** Bellman and Ford, forward, on the graph with both points put in as vertices: slow, and plainly right. */
function naiveSeconds(edges: readonly GraphEdge[], vertexCount: number, from: Point, to: Point): number {
  const [start, end] = [vertexCount, vertexCount + 1];
  const arcs = edges.flatMap((e) => [
    [e.source, e.target, e.forwardSeconds],
    [e.target, e.source, e.backwardSeconds],
  ]);
  const a = edges[from.edge]!;
  const b = edges[to.edge]!;
  const part = (whole: number, share: number) => (whole < 0 ? -1 : whole * share);
  arcs.push([start, a.target, part(a.forwardSeconds, 1 - from.fraction)]);
  arcs.push([start, a.source, part(a.backwardSeconds, from.fraction)]);
  arcs.push([b.source, end, part(b.forwardSeconds, to.fraction)]);
  arcs.push([b.target, end, part(b.backwardSeconds, 1 - to.fraction)]);
  if (from.edge === to.edge) {
    const ahead = to.fraction - from.fraction;
    if (ahead >= 0) arcs.push([start, end, part(a.forwardSeconds, ahead)]);
    if (ahead <= 0) arcs.push([start, end, part(a.backwardSeconds, -ahead)]);
  }
  const seconds = Array.from({ length: vertexCount + 2 }, () => Infinity);
  seconds[start] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const [tail, head, cost] of arcs as [number, number, number][]) {
      if (cost < 0 || seconds[tail]! + cost >= seconds[head]! - 1e-12) continue;
      seconds[head] = seconds[tail]! + cost;
      changed = true;
    }
  }
  return seconds[end]!;
}

const VERTICES = 9;
const position = (v: number): LngLat => [106.7 + (v % 3) / 100, 10.8 + Math.floor(v / 3) / 100];
const vertex = fc.integer({ min: 0, max: VERTICES - 1 });
const seconds = fc.integer({ min: 0, max: 300 });
const edge = fc
  .record({ source: vertex, target: vertex, there: seconds, back: fc.option(seconds) })
  .map(({ source, target, there, back }): GraphEdge => {
    const line = [position(source), [106.75, 10.85] as LngLat, position(target)];
    const lengthMetres = lineLengthMetres(line);
    const backwardSeconds = back ?? -1;
    return {
      source,
      target,
      forwardSeconds: there,
      backwardSeconds,
      lengthMetres,
      roadClass: 'primary',
      name: null,
      line,
    };
  });
const edges = fc.array(edge, { minLength: 1, maxLength: 24 });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const points = fc.array(fc.record({ pick: fc.nat(), fraction }), { minLength: 2, maxLength: 7 });

describe('one-to-many on the road graph', () => {
  it('equals a naive search on any graph, between any points on its edges', () => {
    fc.assert(
      fc.property(edges, points, (graphEdges, picked) => {
        const onRoad = picked.map(({ pick, fraction }) => ({ edge: pick % graphEdges.length, fraction }));
        const [place, ...origins] = onRoad as [Point, ...Point[]];
        const search = new DijkstraSearch(new RoadGraph(graphEdges));
        const times = search.toPlace(
          origins.map((point) => restingAt(point.edge, point.fraction)),
          place,
        );
        origins.forEach((origin, i) => {
          const expected = naiveSeconds(graphEdges, VERTICES, origin, place);
          expect(times[i]?.seconds ?? Infinity).toBeCloseTo(expected, 6);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('draws a line as long as the metres it answers', () => {
    fc.assert(
      fc.property(edges, points, (graphEdges, picked) => {
        const [from, to] = picked.map(({ pick, fraction }) => ({ edge: pick % graphEdges.length, fraction }));
        const drive = new DijkstraSearch(new RoadGraph(graphEdges)).findDrive(
          restingAt(from!.edge, from!.fraction),
          to!,
        );
        if (drive) expect(Math.abs(lineLengthMetres(drive.line) - drive.metres)).toBeLessThan(0.5);
      }),
      { numRuns: 200 },
    );
  });
});
