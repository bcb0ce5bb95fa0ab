import fc from 'fast-check';
import { NO_WAY, type DirectedGraph } from './graph.js';
import { buildHierarchy } from './hierarchy.js';
import { customise, emptyMetric, reversed } from './metric.js';
import { nestedDissectionOrder } from './order.js';
import { HierarchySearch } from './search.js';

interface Weighed {
  readonly graph: DirectedGraph;
  readonly weights: Int32Array;
}

/** Any graph of a few dozen vertices: loops, parallel arcs, pieces without a way between them, weights of zero. */
const anyGraph = fc.integer({ min: 1, max: 60 }).chain((vertexCount) => {
  const vertex = fc.nat(vertexCount - 1);
  const weight = fc.oneof({ weight: 5, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.constant(NO_WAY) });
  return fc.array(fc.tuple(vertex, vertex, weight), { maxLength: 150 }).map((arcs): Weighed => ({
    graph: {
      vertexCount,
      tails: Int32Array.from(arcs, ([tail]) => tail),
      heads: Int32Array.from(arcs, ([, head]) => head),
    },
    weights: Int32Array.from(arcs, ([, , arcWeight]) => arcWeight),
  }));
});

/** Spread over a small map, several on one spot. */
const positionsFor = ({ vertexCount }: DirectedGraph) => ({
  x: Float64Array.from({ length: vertexCount }, (_, v) => v % 7),
  y: Float64Array.from({ length: vertexCount }, (_, v) => (v * 3) % 5),
});

/** Bellman and Ford towards one vertex. */
function naiveWeights({ graph, weights }: Weighed, target: number): number[] {
  const best = Array.from({ length: graph.vertexCount }, (_, v): number => (v === target ? 0 : NO_WAY));
  for (let changed = true; changed;) {
    changed = false;
    weights.forEach((weight, arc) => {
      const [tail, head] = [graph.tails[arc]!, graph.heads[arc]!];
      if (weight + best[head]! >= best[tail]!) return;
      best[tail] = weight + best[head]!;
      changed = true;
    });
  }
  return best;
}

function prepare({ graph, weights }: Weighed) {
  const hierarchy = buildHierarchy(graph, nestedDissectionOrder(graph, positionsFor(graph)));
  const metric = emptyMetric(hierarchy);
  customise(
    hierarchy,
    weights,
    Float32Array.from(weights, (weight) => weight % 7),
    metric,
  );
  return { hierarchy, metric, search: new HierarchySearch(hierarchy) };
}

function askAll(search: HierarchySearch, count: number): number[] {
  search.settle();
  return Array.from({ length: count }, (_, v) => search.weightFrom(v));
}

describe('the hierarchy', () => {
  it('orders every vertex once', () => {
    fc.assert(
      fc.property(anyGraph, ({ graph }) => {
        const order = nestedDissectionOrder(graph, positionsFor(graph));
        expect([...order].sort((a, b) => a - b)).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect(order).toHaveLength(graph.vertexCount);
      }),
      { numRuns: 200 },
    );
  });

  it('weighs every way from everywhere to one vertex, and back with the metric reversed', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), (weighed, pick) => {
        const { graph, weights } = weighed;
        const target = pick % graph.vertexCount;
        const { metric, search } = prepare(weighed);
        search.begin(metric);
        search.leadTo(target, 0, 0);
        expect(askAll(search, graph.vertexCount)).toEqual(naiveWeights(weighed, target));
        search.begin(reversed(metric));
        search.leadTo(target, 0, 0);
        const back = { graph: { ...graph, tails: graph.heads, heads: graph.tails }, weights };
        expect(askAll(search, graph.vertexCount)).toEqual(naiveWeights(back, target));
      }),
      { numRuns: 400 },
    );
  });

  it('leads to a target behind several vertices, each at its price', () => {
    fc.assert(
      fc.property(
        anyGraph,
        fc.array(fc.tuple(fc.nat(), fc.nat(30)), { minLength: 1, maxLength: 5 }),
        (weighed, ends) => {
          const { vertexCount } = weighed.graph;
          const { metric, search } = prepare(weighed);
          search.begin(metric);
          for (const [vertex, price] of ends) search.leadTo(vertex % vertexCount, price, 0);
          const each = ends.map(([vertex, price]) =>
            naiveWeights(weighed, vertex % vertexCount).map((weight) => Math.min(NO_WAY, weight + price)),
          );
          const expected = Array.from({ length: vertexCount }, (_, v) =>
            Math.min(...each.map((weights) => weights[v]!)),
          );
          expect(askAll(search, vertexCount)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('follows other weights without being built again', () => {
    fc.assert(
      fc.property(anyGraph, fc.array(fc.nat(40), { minLength: 1 }), fc.nat(), (weighed, others, pick) => {
        const { hierarchy, metric, search } = prepare(weighed);
        const weights = weighed.weights.map((_, arc) => others[arc % others.length]!);
        customise(hierarchy, weights, new Float32Array(weights.length), metric);
        search.begin(metric);
        const target = pick % weighed.graph.vertexCount;
        search.leadTo(target, 0, 0);
        expect(askAll(search, weighed.graph.vertexCount)).toEqual(naiveWeights({ ...weighed, weights }, target));
      }),
      { numRuns: 200 },
    );
  });

  it('unpacks a way into arcs that join, weigh what it weighed and are as long as it said', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), (weighed, pick) => {
        const { graph, weights } = weighed;
        // Distinct sums, so that equal weights mean the same way.
        const unlike = weights.map((weight, arc) => (weight === NO_WAY ? weight : weight * 1000 + ((arc * 37) % 991)));
        const { hierarchy, metric, search } = prepare(weighed);
        const lengths = Float32Array.from(unlike, (_, arc) => (arc % 7) + 1);
        customise(hierarchy, unlike, lengths, metric);
        const target = pick % graph.vertexCount;
        search.begin(metric);
        search.leadTo(target, 0, 0);
        search.settle();
        for (let v = 0; v < graph.vertexCount; v++) {
          const weight = search.weightFrom(v);
          const arcs = search.findArcs(v, unlike);
          expect(arcs === null).toBe(weight === NO_WAY);
          if (!arcs) continue;
          expect(arcs.reduce((sum, arc) => sum + unlike[arc]!, 0)).toBe(weight);
          expect(arcs.reduce((at, arc) => (graph.tails[arc] === at ? graph.heads[arc]! : -1), v)).toBe(target);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('separates a grid by lines across it, so that no vertex sees far', () => {
    const side = 60;
    const arcs: [number, number][] = [];
    for (let v = 0; v < side * side; v++) {
      if (v % side < side - 1) arcs.push([v, v + 1]);
      if (v < side * (side - 1)) arcs.push([v, v + side]);
    }
    const graph = {
      vertexCount: side * side,
      tails: Int32Array.from(arcs, ([a]) => a),
      heads: Int32Array.from(arcs, ([, b]) => b),
    };
    const x = Float64Array.from({ length: side * side }, (_, v) => v % side);
    const y = Float64Array.from({ length: side * side }, (_, v) => Math.floor(v / side));
    const { firstUp, parent } = buildHierarchy(graph, nestedDissectionOrder(graph, { x, y }));
    const depth = new Int32Array(side * side);
    for (let r = side * side - 1; r >= 0; r--) depth[r] = parent[r]! < 0 ? 1 : depth[parent[r]!]! + 1;
    const widest = Math.max(...firstUp.slice(1).map((end, r) => end - firstUp[r]!));
    // The best possible is 3 sides deep (cut in the middle each time); any careless order is tens of sides deep.
    expect(Math.max(...depth)).toBeLessThan(8 * side);
    expect(widest).toBeLessThan(3 * side);
  });
});
