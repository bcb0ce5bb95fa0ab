import type { LngLat } from '#contracts';
import { OPEN_TO_ALL, type BarrierKind, type RoadNetwork, type RoadWay, type TurnRestriction } from '#region';
import { buildNetwork } from './build-network.js';
import { departureFrom } from './departures.js';
import { RoadGraphTimes } from './road-graph-times.js';
import { RoadGraph } from './graph.js';
import { RoadsInForce } from './roads-in-force.js';

/** Letters name the nodes of a hand-made map; one step of the grid is 0.001 degrees (about 111 m). */
export interface Sketch {
  readonly nodes: Readonly<Record<string, readonly [east: number, north: number]>>;
  readonly ways: readonly ({ readonly path: string } & Partial<Omit<RoadWay, 'nodes'>>)[];
  /** `turn` is three letters: where one comes from, the junction, and where one goes. */
  readonly turns?: readonly { turn: string; kind: TurnRestriction['kind']; motorbikeExempt?: boolean }[];
  readonly barriers?: readonly { at: string; kind: BarrierKind }[];
}

export const ORIGIN: LngLat = [106.7, 10.8];
export const at = (east: number, north: number): LngLat => [ORIGIN[0] + east / 1000, ORIGIN[1] + north / 1000];

/** A region from a sketch; a way's `path` is the letters of its nodes in order. */
export function sketchRegion({ nodes, ways, turns = [], barriers = [] }: Sketch) {
  const letters = Object.keys(nodes);
  return {
    nodes: letters.map((letter) => at(...(nodes[letter] as [number, number]))),
    turns: turns.map(({ turn, kind, motorbikeExempt = false }): TurnRestriction => {
      const [from, via, to] = [...turn] as [string, string, string];
      const wayOf = (a: string, b: string) =>
        1 + ways.findIndex(({ path }) => path.includes(a + b) || path.includes(b + a));
      const viaNode = letters.indexOf(via);
      return { fromWay: wayOf(from, via), viaNode, toWay: wayOf(via, to), kind, motorbikeExempt };
    }),
    barriers: barriers.map(({ at: letter, kind }) => ({ node: letters.indexOf(letter), kind })),
    ways: ways.map(({ path, ...rest }, i): RoadWay => ({
      ...PLAIN_EDGE,
      wayId: i + 1,
      ...rest,
      nodes: [...path].map((letter) => letters.indexOf(letter)),
    })),
  };
}

export const sketchNetwork = (sketch: Sketch): RoadNetwork => buildNetwork(sketchRegion(sketch));

export function sketchTimes(sketch: Sketch): RoadGraphTimes {
  return new RoadGraphTimes(
    new RoadsInForce(RoadGraph.of(sketchNetwork(sketch))),
    () => new Date('2026-01-01T00:00:00Z'),
  );
}

/** What an edge is when the sketch does not say. */
export const PLAIN_EDGE = {
  wayId: 1,
  roadClass: 'residential',
  link: false,
  roundabout: false,
  bridge: false,
  direction: 'both',
  maxSpeedKmh: null,
  widthMetres: null,
  admits: OPEN_TO_ALL,
  name: null,
  ref: null,
} as const;

/** A departure at rest from a point of an edge. */
export const restingAt = (edge: number, fraction: number) =>
  departureFrom({ edge, fraction, position: ORIGIN, offRoadMetres: 0, bearingDegrees: 0 }, null);
