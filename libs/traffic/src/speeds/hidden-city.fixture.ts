import { Random } from '#chance';
import type { LngLat } from '#contracts';
import { between, distanceMetres, lineLengthMetres, pointAlong } from '#geo';
import type { RoadClass } from '#region';
import { arcCosts, EMERGENCY, NO_WAY, RoadsInForce, USUAL, type OnRoad, type RoadGraph } from '#roads';
import { corridorOf } from './cell.js';
import type { Drive } from './drive.js';
import type { TrackFix } from './track.js';

/** How a city really drives, which nobody tells the product: everything slower, main roads worst in the rush hours. */
function hiddenFactor(roadClass: RoadClass, corridor: string, hour: number): number {
  const isRush = (hour >= 6 && hour <= 8) || (hour >= 16 && hour <= 18);
  const isMain = roadClass === 'trunk' || roadClass === 'primary' || roadClass === 'secondary';
  const letters = [...corridor].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const ofCorridor = corridor === '' ? 1 : 0.85 + (letters % 7) / 10;
  return 1.15 * (isRush ? (isMain ? 1.9 : 1.3) : 1) * ofCorridor;
}

const FIX_SECONDS = 10;
const RECEIVER_ERROR_METRES = 8;
/** Crews, lights and luck: how much one drive differs from the next, standard deviation of the logarithm. */
const DRIVE_SPREAD = 0.1;
const NEAREST_METRES = 1_000;
const FARTHEST_METRES = 8_000;

export interface HiddenDrive extends Drive {
  readonly from: OnRoad;
  readonly to: OnRoad;
}

/** A city with a hidden speed law, in which vehicles drive the way that is truly fastest and tell their positions. */
export class HiddenCity {
  private readonly random: Random;
  private readonly usualMs: Float64Array;
  private readonly byHour = new Map<number, Promise<{ roads: RoadsInForce; factors: Float32Array }>>();

  constructor(
    readonly graph: RoadGraph,
    seed: number,
  ) {
    this.random = new Random(seed);
    this.usualMs = arcCosts(graph, EMERGENCY).driveMs;
  }

  /** A drive between two random roads at one of the hours. */
  async drive(hours: readonly number[]): Promise<HiddenDrive> {
    const hour = this.random.pick(hours);
    const { roads, factors } = await this.at(hour);
    const search = (await roads.now()).searches.emergency;
    for (;;) {
      const [from, to] = [this.somewhere(), this.somewhere()];
      const straight = distanceMetres(this.position(from), this.position(to));
      if (from.edge === to.edge || straight < NEAREST_METRES || straight > FARTHEST_METRES) continue;
      const arcs = search.findArcs({ ...from, forwardDelayMs: 0, backwardDelayMs: 0 }, to);
      if (!arcs) continue;
      // Vietnam is seven hours ahead of UTC.
      const departedAt = new Date(Date.UTC(2026, 0, 5, hour - 7, 15));
      const fixes = this.track(arcs, factors, departedAt);
      return { profile: 'emergency', departedAt, arrivedAt: fixes.at(-1)!.fixedAt, fixes, from, to };
    }
  }

  /** Positions every ten seconds and at the end, each with the receiver's error. */
  private track(arcs: readonly number[], factors: Float32Array, departedAt: Date): TrackFix[] {
    const spread = Math.exp(DRIVE_SPREAD * this.normal());
    const fixes: TrackFix[] = [];
    let due = 0;
    let clock = 0;
    const tell = (at: LngLat, seconds: number) => fixes.push(this.fix(at, departedAt, seconds));
    arcs.forEach((arc, i) => {
      const line = this.graph.line(arc >> 1);
      if (arc & 1) line.reverse();
      const metres = lineLengthMetres(line);
      // Both ends of the drive lie in the middle of their road.
      const [start, end] = [i === 0 ? 0.5 : 0, i === arcs.length - 1 ? 0.5 : 1];
      const seconds = (this.usualMs[arc]! * factors[arc]! * spread * (end - start)) / 1_000;
      for (; due < clock + seconds; due += FIX_SECONDS) {
        const share = start + ((due - clock) / seconds) * (end - start);
        tell(pointAlong(line, metres * share), due);
      }
      clock += seconds;
      if (i === arcs.length - 1) tell(pointAlong(line, metres * end), clock);
    });
    return fixes;
  }

  private at(hour: number) {
    const known = this.byHour.get(hour) ?? this.prepare(hour);
    this.byHour.set(hour, known);
    return known;
  }

  private async prepare(hour: number) {
    const { graph } = this;
    const factors = Float32Array.from({ length: 2 * graph.edgeCount }, (_, arc) => {
      const edge = arc >> 1;
      const roadClass = graph.roadClass(edge);
      return hiddenFactor(roadClass, corridorOf({ roadClass, name: graph.name(edge), ref: graph.ref(edge) }), hour);
    });
    const roads = new RoadsInForce(graph);
    await roads.reweigh({ ...USUAL, emergency: factors });
    return { roads, factors };
  }

  async close(): Promise<void> {
    for (const { roads } of await Promise.all(this.byHour.values())) await roads.close();
  }

  private fix(at: LngLat, departedAt: Date, seconds: number): TrackFix {
    const degrees = RECEIVER_ERROR_METRES / 111_320;
    return {
      at: [at[0] + degrees * this.normal(), at[1] + degrees * this.normal()],
      fixedAt: new Date(departedAt.getTime() + seconds * 1_000),
      accuracyMetres: RECEIVER_ERROR_METRES,
    };
  }

  private somewhere(): OnRoad {
    for (;;) {
      const edge = this.random.whole(0, this.graph.edgeCount - 1);
      if (this.usualMs[2 * edge]! < NO_WAY && !this.graph.isFerry(edge)) return { edge, fraction: 0.5 };
    }
  }

  private position({ edge }: OnRoad): LngLat {
    const line = this.graph.line(edge);
    return between(line[0]!, line.at(-1)!, 0.5);
  }

  /** Box and Muller 1958. */
  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random.next())) * Math.cos(2 * Math.PI * this.random.next());
  }
}
