import type { ObstructedDirection, Obstruction, ObstructionId, ObstructionKind, ObstructionShape } from '#contracts';
import { PROFILE_NAMES, type ArcFactors, type ProfileName, type RoadGraph } from '#roads';
import type { LiveRoads } from '../traffic-now.js';
import { factorFor } from './effect.js';
import { boxesOfShape, coverRoads } from './shape.js';

/** An arc under an obstruction, and which share of its length is covered. */
export interface CoveredArc {
  readonly arc: number;
  readonly share: number;
}

/** The arcs that a shape covers; empty when it touches no road. */
export function coveredArcs(
  { graph, index }: Pick<LiveRoads, 'graph' | 'index'>,
  shape: ObstructionShape,
  direction: ObstructedDirection,
): CoveredArc[] {
  const touched = new Set(boxesOfShape(shape).flatMap((box) => index.edgesWithin(box)));
  const edges = [...touched].filter((edge) => !graph.isFerry(edge));
  const coverage = coverRoads(
    shape,
    direction,
    edges.map((edge) => graph.line(edge)),
  );
  return edges.flatMap((edge, i) => {
    const { along, against } = coverage[i]!;
    const share = (metres: number) => Math.min(1, metres / Math.max(1, graph.lengthMetres[edge]!));
    return [
      { arc: 2 * edge, share: share(along) },
      { arc: 2 * edge + 1, share: share(against) },
    ].filter((covered) => covered.share > 0);
  });
}

/** The names of the roads that arcs belong to, each once, in the order of how much of them is covered. */
export function streetsOf(graph: RoadGraph, arcs: readonly CoveredArc[]): string[] {
  const metres = new Map<string, number>();
  for (const { arc, share } of arcs) {
    const edge = arc >> 1;
    const name = graph.name(edge) ?? graph.ref(edge);
    if (name !== null) metres.set(name, (metres.get(name) ?? 0) + share * graph.lengthMetres[edge]!);
  }
  return [...metres].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

type Obstructing = Pick<Obstruction, 'id' | 'kind' | 'passage' | 'slowdown' | 'shape' | 'direction'>;

/**
 * What the open obstructions make of the roads. Where two lie on one arc the worse counts; who may pass slowly is
 * slowed on the covered part only, while a closure anywhere on an arc closes it.
 */
export class ObstructionFactors {
  private covered = new Map<ObstructionId, readonly CoveredArc[]>();
  private open: readonly Obstructing[] = [];
  private on: RoadGraph | null = null;

  constructor(private readonly listOpen: () => Promise<readonly Obstructing[]>) {}

  /** The factors of everything that is open now, and how many that is. */
  async weigh(roads: LiveRoads): Promise<{ factors: ArcFactors; open: number }> {
    const open = await this.listOpen();
    this.locate(roads, open);
    const factors = Object.fromEntries(
      PROFILE_NAMES.map((profile) => [profile, this.factorsOf(profile, open, roads.graph)]),
    ) as ArcFactors;
    return { factors, open: open.length };
  }

  /** Whether these records are counted with already: open ones are, ended ones no more. */
  isCounted(records: readonly Pick<Obstruction, 'id' | 'state'>[]): boolean {
    return records.every(({ id, state }) => this.covered.has(id) === (state === 'open'));
  }

  /** What lies on some of these arcs, by kind. */
  kindsOn(arcs: Iterable<number>): ObstructionKind[] {
    const wanted = new Set(arcs);
    return this.kindsOf(({ id }) => this.covered.get(id)!.some(({ arc }) => wanted.has(arc)));
  }

  /** Whether something on this arc keeps a kind of vehicle out. */
  isClosed(arc: number, profile: ProfileName): boolean {
    return this.open.some(
      (obstruction) =>
        factorFor(obstruction, profile) === Infinity &&
        this.covered.get(obstruction.id)!.some((covered) => covered.arc === arc),
    );
  }

  /** What keeps a kind of vehicle out somewhere, by kind. */
  kindsClosedTo(profile: ProfileName): ObstructionKind[] {
    return this.kindsOf((obstruction) => factorFor(obstruction, profile) === Infinity);
  }

  private kindsOf(fits: (obstruction: Obstructing) => boolean): ObstructionKind[] {
    return [...new Set(this.open.filter(fits).map(({ kind }) => kind))];
  }

  /** A shape never changes, so its arcs are looked up once for each graph. */
  private locate(roads: LiveRoads, open: readonly Obstructing[]): void {
    const known = this.on === roads.graph ? this.covered : new Map<ObstructionId, readonly CoveredArc[]>();
    this.on = roads.graph;
    this.open = open;
    this.covered = new Map(
      open.map(({ id, shape, direction }) => [id, known.get(id) ?? coveredArcs(roads, shape, direction)]),
    );
  }

  private factorsOf(profile: ProfileName, open: readonly Obstructing[], { edgeCount }: RoadGraph): Float32Array | null {
    let factors: Float32Array | null = null;
    for (const obstruction of open) {
      const whole = factorFor(obstruction, profile);
      if (whole === 1) continue;
      factors ??= new Float32Array(2 * edgeCount).fill(1);
      for (const { arc, share } of this.covered.get(obstruction.id)!) {
        const factor = whole === Infinity ? Infinity : 1 + (whole - 1) * share;
        factors[arc] = Math.max(factors[arc]!, factor);
      }
    }
    return factors;
  }
}
