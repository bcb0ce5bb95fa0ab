import fc from 'fast-check';
import type { LngLat } from '#contracts';
import { lineLengthMetres } from '#geo';
import { BARRIER_KINDS, type NetworkBarrier, type NetworkTurn } from '#region';
import { NO_WAY } from '#hierarchy';
import { arcCosts } from './arc-costs.js';
import { RoadGraph, type GraphEdge } from './graph.js';
import { PLAIN_EDGE } from './network.fixture.js';
import type { TravelProfile } from './profile.js';
import { alongArc, arcsOf, type OnRoad } from './search.js';

const VERTICES = 9;
const position = (v: number): LngLat => [106.7 + (v % 3) / 1000, 10.8 + Math.floor(v / 3) / 1000];
const vertex = fc.integer({ min: 0, max: VERTICES - 1 });

const anyEdge = fc
  .record({
    source: vertex,
    target: vertex,
    bend: fc.double({ min: 0, max: 1, noNaN: true }),
    roadClass: fc.constantFrom('motorway', 'primary', 'primary', 'residential', 'alley', 'ferry'),
    direction: fc.constantFrom('both', 'forward'),
    widthMetres: fc.constantFrom(null, null, 1.5, 3.5),
    admits: fc.record({ car: fc.boolean(), motorbike: fc.boolean(), emergency: fc.constant(true) }),
  } as const)
  .map(({ source, target, bend, ...facts }): GraphEdge => {
    const line = [position(source), [106.701 + bend / 500, 10.802] as LngLat, position(target)];
    return { ...PLAIN_EDGE, ...facts, source, target, line, lengthMetres: lineLengthMetres(line) };
  });

/** Small networks of every kind: parallel edges, loops, islands, restrictions on anything, barriers anywhere. */
export const anyRoads = fc
  .record({
    edges: fc.array(anyEdge, { minLength: 1, maxLength: 24 }),
    turns: fc.array(
      fc.record({ from: fc.nat(), to: fc.nat(), atEnd: fc.boolean(), no: fc.boolean(), spared: fc.boolean() }),
      { maxLength: 12 },
    ),
    barriers: fc.uniqueArray(fc.record({ vertex, kind: fc.constantFrom(...BARRIER_KINDS) }), {
      maxLength: 2,
      selector: (barrier: NetworkBarrier) => barrier.vertex,
    }),
  })
  .map(({ edges, turns, barriers }) => {
    const restrictions = turns.map(({ from, to, atEnd, no, spared }): NetworkTurn => {
      const fromEdge = from % edges.length;
      const viaVertex = atEnd ? edges[fromEdge]!.target : edges[fromEdge]!.source;
      const meeting = [...edges.keys()].filter(
        (edge) => edges[edge]!.source === viaVertex || edges[edge]!.target === viaVertex,
      );
      const toEdge = meeting[to % meeting.length]!;
      return { fromEdge, viaVertex, toEdge, kind: no ? 'no' : 'only', motorbikeExempt: spared };
    });
    return RoadGraph.of({ edges, turns: restrictions, barriers });
  });

/** Live factors for a graph: as usual, or slower, faster and closed roads. */
export const anyFactors = fc
  .option(fc.array(fc.constantFrom(1, 1, 0.5, 2.5, Infinity), { minLength: 1, maxLength: 40 }))
  .map(
    (few) => (graph: RoadGraph) =>
      few && Float32Array.from({ length: 2 * graph.edgeCount }, (_, i) => few[i % few.length]!),
  );

/** A place and some origins on the edges of a graph. */
export const pointsOn = fc
  .array(fc.record({ pick: fc.nat(), fraction: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    minLength: 2,
    maxLength: 7,
  })
  .map(
    (picked) =>
      (graph: RoadGraph): OnRoad[] =>
        picked.map(({ pick, fraction }) => ({ edge: pick % graph.edgeCount, fraction })),
  );

/**
 * Bellman and Ford over arcs instead of vertices, asking every pair of arcs that meet whether the turn is allowed: slow,
 * and plainly right. NO_WAY where no road leads.
 */
export function naiveMs(
  graph: RoadGraph,
  profile: TravelProfile,
  factors: Float32Array | null,
  from: OnRoad,
  to: OnRoad,
): number {
  const { driveMs, entryMs, endMs } = arcCosts(graph, profile);
  const arcs = Array.from({ length: 2 * graph.edgeCount }, (_, arc) => arc).filter((arc) => driveMs[arc]! < NO_WAY);
  const isClosed = (arc: number) => factors?.[arc] === Infinity;
  const scaled = (arc: number) => driveMs[arc]! * (isClosed(arc) ? 1 : (factors?.[arc] ?? 1));
  const part = (arc: number, share: number) =>
    isClosed(arc)
      ? Math.round((graph.lengthMetres[arc >> 1]! * share * 1000) / 1.2)
      : Math.round(scaled(arc) * share) + entryMs[arc]!;
  const atEnd = new Map<number, number>();
  let best = NO_WAY;
  for (const arc of arcs.filter((one) => one >> 1 === from.edge)) {
    const start = alongArc(arc, from.fraction);
    if (endMs[arc]! < NO_WAY) atEnd.set(arc, Math.round(scaled(arc) * (1 - start)) + entryMs[arc]! + endMs[arc]!);
    const ahead = alongArc(arc, to.fraction) - start;
    if (to.edge === from.edge && ahead >= 0) best = Math.min(best, part(arc, ahead));
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const [arc, ms] of atEnd) {
      for (const next of arcs) {
        if (graph.arcTail(next) !== graph.arcHead(arc) || isClosed(next) || endMs[next] === NO_WAY) continue;
        const total = ms + turnMs(graph, profile, arc, next) + part(next, 1) + endMs[next]!;
        if (total >= (atEnd.get(next) ?? NO_WAY)) continue;
        atEnd.set(next, total);
        changed = true;
      }
    }
  }
  for (const last of arcsOf(to.edge).filter((arc) => arcs.includes(arc))) {
    for (const [arc, ms] of atEnd) {
      if (graph.arcHead(arc) !== graph.arcTail(last)) continue;
      best = Math.min(best, ms + turnMs(graph, profile, arc, last) + part(last, alongArc(last, to.fraction)));
    }
  }
  return best;
}

function turnMs(graph: RoadGraph, profile: TravelProfile, from: number, to: number): number {
  const binding = graph.turns.filter(
    (turn) =>
      turn.fromEdge === from >> 1 &&
      turn.viaVertex === graph.arcHead(from) &&
      !(profile.isMotorbike && turn.motorbikeExempt),
  );
  const only = binding.filter(({ kind }) => kind === 'only').map(({ toEdge }) => toEdge);
  const no = binding.filter(({ kind }) => kind === 'no').map(({ toEdge }) => toEdge);
  const isForbidden = no.includes(to >> 1) || (only.length > 0 && !only.includes(to >> 1));
  if (!isForbidden) return 0;
  return profile.forbiddenTurnSeconds === null ? NO_WAY : profile.forbiddenTurnSeconds * 1000;
}
