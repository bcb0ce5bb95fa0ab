import type { LngLat } from '#contracts';
import { ROAD_CLASSES, type NetworkBarrier, type NetworkTurn, type RoadAccess, type RoadClass } from '#region';
import type { RoadEdge, RoadNetwork } from '#region';
import type { RoadFacts } from './profile.js';

/** What the graph keeps of an edge; a row of the network and of the database both have it. */
export type GraphEdge = Omit<RoadEdge, 'forwardSeconds' | 'backwardSeconds'>;

/** A network as it was built, or a hand-made one of edges only. */
export interface GraphFacts extends Partial<Pick<RoadNetwork, 'turns' | 'barriers' | 'order'>> {
  readonly edges: readonly GraphEdge[];
}

/** Facts of an edge that are either so or not, one bit each. */
const LINK = 1;
const ROUNDABOUT = 2;
const BRIDGE = 4;
const ONE_WAY = 8;
const ADMITS: Readonly<Record<keyof RoadAccess, number>> = { car: 16, motorbike: 32, emergency: 64 };

/**
 * The road network in flat typed arrays, indexed by edge. An arc is an edge in one driving direction: `2 * edge` along
 * its line, `2 * edge + 1` against it; every edge has both, and a profile tells which it may drive.
 */
export class RoadGraph {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly lengthMetres: Float64Array;
  readonly wayId: Float64Array;
  /** Points of edge `e`'s line: pairs `firstPoint[e]` to `firstPoint[e + 1] - 1` of `points`. */
  readonly firstPoint: Int32Array;
  readonly points: Float64Array;
  turns: readonly NetworkTurn[] = [];
  barriers: readonly NetworkBarrier[] = [];
  /** The order in which to contract the junctions, as stored; null when there is none. */
  order: Int32Array | null = null;
  private readonly flags: Uint8Array;
  private readonly classOf: Uint8Array;
  /** NaN where the map does not say. */
  private readonly maxSpeed: Float32Array;
  private readonly width: Float32Array;
  private readonly nameOf: Int32Array;
  private readonly refOf: Int32Array;
  /** Names and references, each kept once; 0 is none. */
  private readonly words: (string | null)[] = [null];
  private readonly numberOfWord = new Map<string, number>();
  private filled = 0;
  private vertices = 0;

  /** Room for so many edges and points on their lines; {@link add} fills it. */
  constructor(
    readonly edgeCount: number,
    pointCount: number,
  ) {
    this.source = new Int32Array(edgeCount);
    this.target = new Int32Array(edgeCount);
    this.lengthMetres = new Float64Array(edgeCount);
    this.wayId = new Float64Array(edgeCount);
    this.firstPoint = new Int32Array(edgeCount + 1);
    this.points = new Float64Array(2 * pointCount);
    this.flags = new Uint8Array(edgeCount);
    this.classOf = new Uint8Array(edgeCount);
    this.maxSpeed = new Float32Array(edgeCount);
    this.width = new Float32Array(edgeCount);
    this.nameOf = new Int32Array(edgeCount);
    this.refOf = new Int32Array(edgeCount);
  }

  static of({ edges, turns = [], barriers = [], order }: GraphFacts): RoadGraph {
    const graph = new RoadGraph(
      edges.length,
      edges.reduce((sum, { line }) => sum + line.length, 0),
    );
    for (const edge of edges) graph.add(edge);
    graph.turns = turns;
    graph.barriers = barriers;
    graph.order = order ?? null;
    return graph;
  }

  /** Append the next edge: its index is how many were added before it. */
  add(edge: GraphEdge): void {
    const e = this.filled++;
    this.source[e] = edge.source;
    this.target[e] = edge.target;
    this.vertices = Math.max(this.vertices, edge.source + 1, edge.target + 1);
    this.lengthMetres[e] = edge.lengthMetres;
    this.wayId[e] = edge.wayId;
    this.classOf[e] = ROAD_CLASSES.indexOf(edge.roadClass);
    this.maxSpeed[e] = edge.maxSpeedKmh ?? NaN;
    this.width[e] = edge.widthMetres ?? NaN;
    this.nameOf[e] = this.numberOf(edge.name);
    this.refOf[e] = this.numberOf(edge.ref);
    this.flags[e] =
      (edge.link ? LINK : 0) |
      (edge.roundabout ? ROUNDABOUT : 0) |
      (edge.bridge ? BRIDGE : 0) |
      (edge.direction === 'forward' ? ONE_WAY : 0) |
      (edge.admits.car ? ADMITS.car : 0) |
      (edge.admits.motorbike ? ADMITS.motorbike : 0) |
      (edge.admits.emergency ? ADMITS.emergency : 0);
    let next = this.firstPoint[e]!;
    for (const [lng, lat] of edge.line) {
      this.points[2 * next] = lng;
      this.points[2 * next++ + 1] = lat;
    }
    this.firstPoint[e + 1] = next;
  }

  private numberOf(word: string | null): number {
    if (word === null) return 0;
    const known = this.numberOfWord.get(word) ?? this.words.push(word) - 1;
    this.numberOfWord.set(word, known);
    return known;
  }

  get vertexCount(): number {
    return this.vertices;
  }

  arcHead(arc: number): number {
    return arc & 1 ? this.source[arc >> 1]! : this.target[arc >> 1]!;
  }

  arcTail(arc: number): number {
    return arc & 1 ? this.target[arc >> 1]! : this.source[arc >> 1]!;
  }

  roadClass(edge: number): RoadClass {
    return ROAD_CLASSES[this.classOf[edge]!]!;
  }

  name(edge: number): string | null {
    return this.words[this.nameOf[edge]!]!;
  }

  /** The road's code, e.g. `QL13`. */
  ref(edge: number): string | null {
    return this.words[this.refOf[edge]!]!;
  }

  isLink(edge: number): boolean {
    return (this.flags[edge]! & LINK) !== 0;
  }

  isRoundabout(edge: number): boolean {
    return (this.flags[edge]! & ROUNDABOUT) !== 0;
  }

  isBridge(edge: number): boolean {
    return (this.flags[edge]! & BRIDGE) !== 0;
  }

  isOneWay(edge: number): boolean {
    return (this.flags[edge]! & ONE_WAY) !== 0;
  }

  /** Driven over, but nobody is found on it. */
  isFerry(edge: number): boolean {
    return this.roadClass(edge) === 'ferry';
  }

  facts(edge: number): RoadFacts {
    const [speed, width, flags] = [this.maxSpeed[edge]!, this.width[edge]!, this.flags[edge]!];
    return {
      roadClass: this.roadClass(edge),
      link: this.isLink(edge),
      maxSpeedKmh: Number.isNaN(speed) ? null : speed,
      widthMetres: Number.isNaN(width) ? null : width,
      admits: {
        car: (flags & ADMITS.car) !== 0,
        motorbike: (flags & ADMITS.motorbike) !== 0,
        emergency: (flags & ADMITS.emergency) !== 0,
      },
    };
  }

  point(index: number): LngLat {
    return [this.points[2 * index]!, this.points[2 * index + 1]!];
  }

  /** The position of every vertex: where the lines of its edges end. */
  listVertices(): LngLat[] {
    const vertices: LngLat[] = Array.from({ length: this.vertexCount }, () => [0, 0]);
    for (let edge = 0; edge < this.edgeCount; edge++) {
      vertices[this.source[edge]!] = this.point(this.firstPoint[edge]!);
      vertices[this.target[edge]!] = this.point(this.firstPoint[edge + 1]! - 1);
    }
    return vertices;
  }

  line(edge: number): LngLat[] {
    const line: LngLat[] = [];
    for (let i = this.firstPoint[edge]!; i < this.firstPoint[edge + 1]!; i++) line.push(this.point(i));
    return line;
  }
}
