import type { LngLat } from '#contracts';
import { Random } from '#chance';
import { NO_WAY } from '#hierarchy';
import type { Query } from '#region';
import {
  arcsOf,
  byProfile,
  Departures,
  DijkstraSearch,
  RoadGraphTimes,
  USUAL,
  type ArcFactors,
  type Departure,
  type RoadGraph,
  type RoadsInForce,
  type TravelAnswer,
} from '#roads';
import { halfAndMost, milliseconds, percentile, rounded } from './figures.js';
import { PgRoutingRival } from './pgrouting.js';

const ROUNDS = 300;
const RIVAL_ROUNDS = 30;
const UPDATES = 60;
const SAME_SECONDS = 0.1;

/** Everything that is measured of one network, in the order in which it is printed. */
export class Bench {
  private readonly random = new Random(115);
  private readonly own: RoadGraphTimes;
  private readonly departures: Departures;
  private readonly graph: RoadGraph;
  private readonly factors: Float32Array;
  private mismatches = 0;

  constructor(
    private readonly roads: RoadsInForce,
    private readonly vehicles: number,
    private readonly loadMs: number,
  ) {
    this.graph = roads.graph;
    this.own = new RoadGraphTimes(roads, () => new Date());
    this.departures = new Departures(roads);
    this.factors = new Float32Array(2 * roads.graph.edgeCount);
  }

  async measure(query: Query | null) {
    const origins = this.positions(this.vehicles).map((at) => ({ at }));
    const places = this.positions(ROUNDS);
    for (const place of places.slice(0, 50)) await this.own.toPlace(origins, place);

    const all: number[] = [];
    for (const place of places) all.push(await milliseconds(() => this.own.toPlace(origins, place)));
    const allMoved: number[] = [];
    for (const place of places.slice(0, 100)) {
      const moved = this.positions(this.vehicles).map((at) => ({ at }));
      allMoved.push(await milliseconds(() => this.own.toPlace(moved, place)));
    }
    // Once, so that the thread that weighs is running and both sets of weights are in memory.
    await this.roads.reweigh(this.oneClosed());
    const rssMb = Math.round(process.memoryUsage().rss / 1e6);
    const update = await this.measureUpdates(origins, places);

    for (const place of places.slice(0, 5)) await this.compareWithDijkstra(origins, place);
    await this.roads.reweigh(USUAL);
    const snapped = origins.map((origin) => this.departures.find(origin)!);
    const dijkstra = await this.holdAgainstDijkstra(origins, snapped, places.slice(0, RIVAL_ROUNDS));
    const pgrouting =
      query && (await this.holdAgainstPgRouting(query, origins, snapped, places.slice(0, RIVAL_ROUNDS)));
    const { search } = this.roads.weighed('emergency');
    return {
      vertices: this.graph.vertexCount,
      arcs: search.roadArc.length,
      vehicles: this.vehicles,
      loadMs: rounded(this.loadMs),
      rssMb,
      all: { ...halfAndMost(all), p99Ms: percentile(all, 99) },
      update: halfAndMost(update),
      dijkstra: halfAndMost(dijkstra),
      pgrouting: pgrouting && halfAndMost(pgrouting),
      ratio: pgrouting && rounded(percentile(pgrouting, 50) / percentile(all, 50)),
      mismatches: this.mismatches,
      expandedVertices: search.vertexCount,
      restrictions: this.graph.turns.length,
      allMoved: halfAndMost(allMoved),
    };
  }

  /** In turn a closed road and slower roads for everybody, each until a question is answered by it. */
  private async measureUpdates(origins: readonly { at: LngLat }[], places: readonly LngLat[]): Promise<number[]> {
    const taken: number[] = [];
    for (let round = 0; round < UPDATES; round++) {
      const factors = round % 2 === 0 ? this.oneClosed() : this.allSlowed();
      const place = places[round % places.length]!;
      let whole: Promise<void> = Promise.resolve();
      taken.push(
        await milliseconds(async () => {
          whole = this.roads.reweigh(factors);
          while ((await this.own.toPlace(origins, place)).outdated);
        }),
      );
      // The other profiles follow; changes do not come on each other's heels.
      await whole;
    }
    return taken;
  }

  /** The factors are copied when they are ordered, so one array serves every update. */
  private oneClosed(): ArcFactors {
    this.factors.fill(1);
    for (const arc of arcsOf(this.pickEdge())) this.factors[arc] = Infinity;
    return byProfile(() => this.factors);
  }

  private allSlowed(): ArcFactors {
    for (let arc = 0; arc < this.factors.length; arc++) this.factors[arc] = 0.8 + this.random.next();
    return byProfile(() => this.factors);
  }

  private async compareWithDijkstra(origins: readonly { at: LngLat }[], place: LngLat): Promise<void> {
    const search = new DijkstraSearch(this.roads.weighed('emergency'));
    const snapped = origins.map((origin) => this.departures.find(origin)!);
    this.compare(await this.own.toPlace(origins, place), this.ask(search, snapped, place));
  }

  private async holdAgainstDijkstra(
    origins: readonly { at: LngLat }[],
    snapped: readonly Departure[],
    places: readonly LngLat[],
  ): Promise<number[]> {
    const search = new DijkstraSearch(this.roads.weighed('emergency'));
    const taken: number[] = [];
    for (const place of places) {
      let ms = new Int32Array();
      taken.push(await milliseconds(async () => (ms = this.ask(search, snapped, place))));
      this.compare(await this.own.toPlace(origins, place), ms);
    }
    return taken;
  }

  private async holdAgainstPgRouting(
    query: Query,
    origins: readonly { at: LngLat }[],
    snapped: readonly Departure[],
    places: readonly LngLat[],
  ): Promise<number[]> {
    const rival = await PgRoutingRival.open(query, this.roads.weighed('emergency'));
    const taken: number[] = [];
    for (const place of places) {
      let theirs: number[] = [];
      const to = this.pointOf(place);
      taken.push(await milliseconds(async () => (theirs = await rival.toPlace(snapped, to))));
      const { times } = await this.own.toPlace(origins, place);
      times.forEach((time, i) => {
        const mine = time?.seconds ?? Infinity;
        if (mine !== theirs[i] && !(Math.abs(mine - theirs[i]!) <= SAME_SECONDS)) this.mismatches++;
      });
    }
    return taken;
  }

  private ask(search: DijkstraSearch, snapped: readonly Departure[], place: LngLat): Int32Array<ArrayBuffer> {
    const ms = new Int32Array(snapped.length);
    search.toPlace(snapped, this.pointOf(place), ms, new Float32Array(snapped.length));
    return ms;
  }

  private compare({ times }: TravelAnswer, ms: Int32Array): void {
    times.forEach((time, i) => {
      if ((time ? Math.round(time.seconds * 1000) : NO_WAY) !== ms[i]) this.mismatches++;
    });
  }

  private pointOf(place: LngLat) {
    return this.roads.index.findNearest(place, { among: this.roads.edgesInReach('emergency') })!;
  }

  /** Anywhere along random segments of roads on which a vehicle may be. */
  private positions(count: number): LngLat[] {
    return Array.from({ length: count }, () => {
      const [a, b] = this.graph.line(this.pickEdge()) as [LngLat, LngLat];
      const share = this.random.next();
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    });
  }

  private pickEdge(): number {
    const inReach = this.roads.edgesInReach('emergency');
    for (;;) {
      const edge = Math.floor(this.random.next() * this.graph.edgeCount);
      if (inReach[edge]) return edge;
    }
  }
}
