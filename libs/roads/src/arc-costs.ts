import { NO_WAY, sharedDoubles, sharedInts } from '#hierarchy';
import type { RoadGraph } from './graph.js';
import { findSpeedKmh, secondsFor, type TravelProfile } from './profile.js';

/** What every arc of the road graph costs one profile without live conditions, in shared memory; NO_WAY where it may not. */
export interface ArcCosts {
  readonly profile: TravelProfile;
  /** Driving the arc from end to end, milliseconds; may be scaled by live conditions. */
  readonly driveMs: Float64Array;
  /** For driving any part of the arc: boarding a ferry, making way against a one-way. */
  readonly entryMs: Int32Array;
  /** For driving out of its end: the barrier that stands there. */
  readonly endMs: Int32Array;
}

/** The costs of each arc of the graph (`2 * edge` along the line, `2 * edge + 1` against it) for one profile. */
export function arcCosts(graph: RoadGraph, profile: TravelProfile): ArcCosts {
  const driveMs = sharedDoubles(2 * graph.edgeCount).fill(NO_WAY);
  const entryMs = sharedInts(2 * graph.edgeCount);
  const endMs = sharedInts(2 * graph.edgeCount);
  const onLand = landVertices(graph);
  const atBarrier = barrierMs(graph, profile);
  const set = (arc: number, kmh: number, entrySeconds: number) => {
    driveMs[arc] = secondsFor(graph.lengthMetres[arc >> 1]!, kmh) * 1000;
    entryMs[arc] = entrySeconds * 1000;
    endMs[arc] = atBarrier.get(graph.arcHead(arc)) ?? 0;
  };
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const kmh = findSpeedKmh(graph.facts(edge), profile);
    if (kmh === null) continue;
    // A crossing may be drawn as several edges: one boards where the land ends.
    const boards = (arc: number) => graph.isFerry(edge) && onLand[graph.arcTail(arc)] === 1;
    const boarding = (arc: number) => (boards(arc) ? profile.boardingSeconds : 0);
    set(2 * edge, kmh, boarding(2 * edge));
    if (!graph.isOneWay(edge)) set(2 * edge + 1, kmh, boarding(2 * edge + 1));
    else if (mayGoWrongWay(graph, edge, profile)) {
      set(2 * edge + 1, Math.min(kmh, profile.wrongWay!.kmh), profile.wrongWay!.seconds);
    }
  }
  return { profile, driveMs, entryMs, endMs };
}

function mayGoWrongWay(graph: RoadGraph, edge: number, { wrongWay }: TravelProfile): boolean {
  if (!wrongWay || graph.isRoundabout(edge) || wrongWay.never.has(graph.roadClass(edge))) return false;
  return graph.lengthMetres[edge]! <= wrongWay.longestMetres;
}

/** 1 for every vertex that a road other than a ferry touches. */
function landVertices(graph: RoadGraph): Uint8Array {
  const onLand = new Uint8Array(graph.vertexCount);
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (graph.isFerry(edge)) continue;
    onLand[graph.source[edge]!] = 1;
    onLand[graph.target[edge]!] = 1;
  }
  return onLand;
}

function barrierMs(graph: RoadGraph, { barrierSeconds }: TravelProfile): Map<number, number> {
  const costOf = (seconds: number | null) => (seconds === null ? NO_WAY : seconds * 1000);
  return new Map(graph.barriers.map(({ vertex, kind }) => [vertex, costOf(barrierSeconds[kind])]));
}
