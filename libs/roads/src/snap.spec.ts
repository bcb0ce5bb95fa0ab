import fc from 'fast-check';
import type { LngLat } from '#contracts';
import { distanceMetres, lineLengthMetres, nearestOnLine, pointAlong } from '#geo';
import { RoadGraph, type GraphEdge } from './graph.js';
import { at, PLAIN_EDGE } from './network.fixture.js';
import { RoadIndex, SNAP_LIMIT_METRES } from './snap.js';

const edgeOf = (line: LngLat[], overrides: Partial<GraphEdge> = {}): GraphEdge => ({
  source: 0,
  target: 1,
  ...PLAIN_EDGE,
  lengthMetres: lineLengthMetres(line),
  line,
  ...overrides,
});
const indexOf = (...edges: GraphEdge[]) => new RoadIndex(RoadGraph.of({ edges }));

const position = fc
  .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }))
  .map(([east, north]) => at(east / 10, north / 10));
const edges = fc.array(
  fc.array(position, { minLength: 2, maxLength: 6 }).map((line) => edgeOf(line)),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe('snapping to the road', () => {
  it('finds the nearest point of all lines, and nothing beyond the limit', () => {
    fc.assert(
      fc.property(edges, position, (roads, asked) => {
        const nearest = Math.min(...roads.map(({ line }) => nearestOnLine(line, asked).distanceMetres));
        const found = indexOf(...roads).findNearest(asked);
        if (nearest > SNAP_LIMIT_METRES) {
          expect(found).toBeNull();
          return;
        }
        expect(found!.offRoadMetres).toBeCloseTo(nearest, 6);
        const { line, lengthMetres } = roads[found!.edge]!;
        // Halfway in degrees is not halfway in metres: decimetres on a straight line of nine kilometres.
        expect(distanceMetres(pointAlong(line, found!.fraction * lengthMetres), found!.position)).toBeLessThan(0.5);
      }),
      { numRuns: 300 },
    );
  });

  it('lets a fitting heading win over a nearer road, also just beyond the first radius', () => {
    const oneWay = { direction: 'forward' } as const;
    const west = edgeOf([at(10, 0.5), at(0, 0.5)], oneWay);
    const east = edgeOf([at(0, -0.6), at(10, -0.6)], oneWay);
    const index = indexOf(west, east);
    expect(index.findNearest(at(5, 0))!.edge).toBe(0);
    expect(index.findNearest(at(5, 0), { headingDegrees: 90 })!.edge).toBe(1);
    expect(index.findNearest(at(5, 0), { headingDegrees: 270 })!.edge).toBe(0);
    const crossing = index.findNearest(at(5, 0), { headingDegrees: 0 })!;
    expect(crossing.edge).toBe(0);
  });

  it('does not let a heading reach for a road far away', () => {
    const west = edgeOf([at(10, 0), at(0, 0)], { direction: 'forward' });
    const east = edgeOf([at(0, 1), at(10, 1)], { direction: 'forward' });
    expect(indexOf(west, east).findNearest(at(5, 0), { headingDegrees: 90 })!.edge).toBe(0);
  });
});
