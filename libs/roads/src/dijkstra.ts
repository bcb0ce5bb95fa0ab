import type { LngLat } from '#contracts';
import { sliceLine } from '#geo';
import type { RoadGraph } from './graph.js';
import { FlatHeap } from './heap.js';
import type { Departure, Drive, RoadSearch, TravelTime } from './search.js';
import type { RoadPoint } from './snap.js';

type OnRoad = Pick<RoadPoint, 'edge' | 'fraction'>;

/** How one departure begins: on which arc, and (when the place is ahead on the same edge) without leaving it. */
interface Start extends TravelTime {
  readonly metres: number;
  readonly arc: number;
  readonly direct: boolean;
}

/** Marks in `via`: never reached, or the place itself lies on an arc out of this vertex. */
const UNREACHED = -2;
const AT_PLACE = -1;

/**
 * Exact one-to-many by Dijkstra run backward from the place until the ends of every departure's edge are settled.
 * One search serves all vehicles. Not re-entrant: the arrays are reused from question to question.
 */
export class DijkstraSearch implements RoadSearch {
  private readonly seconds: Float64Array;
  private readonly metres: Float64Array;
  /** The arc to follow from a vertex towards the place, or a mark. */
  private readonly via: Int32Array;
  /** By which arc of the place's edge a vertex marked AT_PLACE reaches it. */
  private readonly lastArc: Int32Array;
  private readonly settled: Uint8Array;
  private readonly wanted: Uint8Array;
  private readonly heap: FlatHeap;

  constructor(private readonly graph: RoadGraph) {
    this.seconds = new Float64Array(graph.vertexCount);
    this.metres = new Float64Array(graph.vertexCount);
    this.via = new Int32Array(graph.vertexCount);
    this.lastArc = new Int32Array(graph.vertexCount);
    this.settled = new Uint8Array(graph.vertexCount);
    this.wanted = new Uint8Array(graph.vertexCount);
    this.heap = new FlatHeap(graph.vertexCount);
  }

  toPlace(departures: readonly Departure[], place: OnRoad): (TravelTime | null)[] {
    this.searchFrom(place, departures);
    return departures.map((departure) => {
      const start = this.findStart(departure, place);
      return start && { seconds: start.seconds, metres: start.metres };
    });
  }

  findDrive(departure: Departure, place: OnRoad): Drive | null {
    this.searchFrom(place, [departure]);
    const start = this.findStart(departure, place);
    if (!start) return null;
    const { seconds, metres } = start;
    return { seconds, metres, line: this.lineFrom(departure.at, start, place) };
  }

  private searchFrom(place: OnRoad, departures: readonly Departure[]): void {
    const { graph, seconds, metres, via, settled, wanted, heap } = this;
    seconds.fill(Infinity);
    via.fill(UNREACHED);
    settled.fill(0);
    heap.clear();
    let waiting = this.markWanted(departures);
    for (const arc of arcsOf(place.edge)) this.reachPlaceBy(arc, place);
    for (let v = heap.pop(); v >= 0 && waiting > 0; v = heap.pop()) {
      if (settled[v]) continue;
      settled[v] = 1;
      waiting -= wanted[v]!;
      const reached = seconds[v]!;
      for (let i = graph.firstInto[v]!, end = graph.firstInto[v + 1]!; i < end; i++) {
        const tail = graph.intoTail[i]!;
        const total = reached + graph.intoSeconds[i]!;
        if (total >= seconds[tail]!) continue;
        seconds[tail] = total;
        metres[tail] = metres[v]! + graph.intoMetres[i]!;
        via[tail] = graph.intoArc[i]!;
        heap.push(tail, total);
      }
    }
  }

  /** Mark the vertices whose travel time is asked for; returns how many. */
  private markWanted(departures: readonly Departure[]): number {
    const { graph, wanted } = this;
    wanted.fill(0);
    let count = 0;
    for (const { at } of departures) {
      for (const arc of arcsOf(at.edge)) {
        const head = graph.arcHead(arc);
        if (graph.arcSeconds(arc) < 0 || wanted[head]) continue;
        wanted[head] = 1;
        count++;
      }
    }
    return count;
  }

  /** The place can be reached from the tail of this arc by driving the part of it before the place. */
  private reachPlaceBy(arc: number, place: OnRoad): void {
    const whole = this.graph.arcSeconds(arc);
    if (whole < 0) return;
    const share = alongArc(arc, place.fraction);
    const tail = this.graph.arcTail(arc);
    if (whole * share >= this.seconds[tail]!) return;
    this.seconds[tail] = whole * share;
    this.metres[tail] = this.graph.lengthMetres[place.edge]! * share;
    this.via[tail] = AT_PLACE;
    this.lastArc[tail] = arc;
    this.heap.push(tail, whole * share);
  }

  /** The best of: along or against the edge to its end and on, or straight to a place ahead on the same edge. */
  private findStart({ at, forwardDelaySeconds, backwardDelaySeconds }: Departure, place: OnRoad): Start | null {
    const { graph } = this;
    const length = graph.lengthMetres[at.edge]!;
    let best: Start | null = null;
    const offer = (start: Start) => {
      if (!best || start.seconds < best.seconds) best = start;
    };
    for (const arc of arcsOf(at.edge)) {
      const whole = graph.arcSeconds(arc);
      if (whole < 0) continue;
      const delay = arc & 1 ? backwardDelaySeconds : forwardDelaySeconds;
      const from = alongArc(arc, at.fraction);
      const head = graph.arcHead(arc);
      if (this.settled[head]) {
        const seconds = delay + whole * (1 - from) + this.seconds[head]!;
        offer({ arc, direct: false, seconds, metres: length * (1 - from) + this.metres[head]! });
      }
      const ahead = alongArc(arc, place.fraction) - from;
      if (place.edge === at.edge && ahead >= 0) {
        offer({ arc, direct: true, seconds: delay + whole * ahead, metres: length * ahead });
      }
    }
    return best;
  }

  private lineFrom(at: OnRoad, start: Start, place: OnRoad): LngLat[] {
    const line: LngLat[] = [];
    const drive = (arc: number, from: number, to: number) => {
      const edge = arc >> 1;
      const length = this.graph.lengthMetres[edge]!;
      const metres = (along: number) => alongArc(arc, along) * length;
      line.push(...sliceLine(this.graph.line(edge), metres(from), metres(to)));
    };
    const from = alongArc(start.arc, at.fraction);
    if (start.direct) {
      drive(start.arc, from, alongArc(start.arc, place.fraction));
      return withoutRepeats(line);
    }
    drive(start.arc, from, 1);
    let v = this.graph.arcHead(start.arc);
    while (this.via[v] !== AT_PLACE) {
      drive(this.via[v]!, 0, 1);
      v = this.graph.arcHead(this.via[v]!);
    }
    drive(this.lastArc[v]!, 0, alongArc(this.lastArc[v]!, place.fraction));
    return withoutRepeats(line);
  }
}

const arcsOf = (edge: number): readonly [number, number] => [2 * edge, 2 * edge + 1];

/** Turns a share of the edge's line into a share of the arc, and back. */
const alongArc = (arc: number, fraction: number): number => (arc & 1 ? 1 - fraction : fraction);

const withoutRepeats = (line: LngLat[]): LngLat[] =>
  line.filter((p, i) => i === 0 || p[0] !== line[i - 1]![0] || p[1] !== line[i - 1]![1]);
