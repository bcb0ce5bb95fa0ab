import { DomainError, type LngLat } from '#contracts';
import { lineLengthMetres, sliceLine } from '#geo';
import { NO_WAY } from '#hierarchy';
import { Departures } from './departures.js';
import type { RoadGraph } from './graph.js';
import type { ProfileName } from './profile.js';
import type { RoadsInForce } from './roads-in-force.js';
import { alongArc, type Departure, type Drive, type OnRoad, type TravelTime } from './search.js';
import type { RoadIndex, RoadPoint } from './snap.js';
import type { Now, TravelAnswer, TravelOrigin, TravelTimes } from './travel-times.js';

/** What is asked of the roads: where a position lies on them, and the searches of this moment. */
export type SearchedRoads = Pick<RoadsInForce, 'graph' | 'index' | 'now' | 'edgesInReach'>;

/** Travel times and drives on the road graph in memory: exact, by road, without asking anybody. */
export class RoadGraphTimes implements TravelTimes {
  readonly source = 'roads';
  private readonly departures: Departures;

  constructor(
    readonly roads: SearchedRoads,
    private readonly now: Now,
  ) {
    this.departures = new Departures(roads);
  }

  get index(): RoadIndex {
    return this.roads.index;
  }

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    // Without a vehicle to ask for, a place at sea is refused all the same.
    const profiles = origins.length === 0 ? ['emergency' as const] : new Set(origins.map(profileOf));
    const { searches, outdated } = await this.roads.now(profiles);
    const times: (TravelTime | null)[] = origins.map(() => null);
    for (const profile of profiles) {
      const to = this.getRoadPoint(place, profile);
      const { asked, departures } = this.departuresOf(origins, profile);
      const ms = new Int32Array(asked.length);
      const metres = new Float32Array(asked.length);
      searches[profile].toPlace(departures, to, ms, metres);
      asked.forEach((i, k) => {
        if (ms[k]! < NO_WAY) times[i] = { seconds: ms[k]! / 1000, metres: metres[k]! };
      });
    }
    return { source: this.source, computedAt: this.now(), times, ...(outdated ? { outdated } : {}) };
  }

  /** The fastest drive from a position to a place with its line, or null where no road leads. */
  async findDrive(origin: TravelOrigin, place: LngLat): Promise<Drive | null> {
    const profile = profileOf(origin);
    const { searches } = await this.roads.now([profile]);
    const to = this.getRoadPoint(place, profile);
    const departure = this.departures.find(origin);
    const arcs = departure && searches[profile].findArcs(departure, to);
    if (!arcs) return null;
    const ms = new Int32Array(1);
    searches[profile].toPlace([departure], to, ms, new Float32Array(1));
    const line = lineOf(this.roads.graph, arcs, departure, to);
    return { seconds: ms[0]! / 1000, metres: lineLengthMetres(line), arcs, line };
  }

  private departuresOf(origins: readonly TravelOrigin[], profile: ProfileName) {
    const asked: number[] = [];
    const departures: Departure[] = [];
    origins.forEach((origin, i) => {
      if (profileOf(origin) !== profile) return;
      const departure = this.departures.find(origin);
      if (!departure) return;
      asked.push(i);
      departures.push(departure);
    });
    return { asked, departures };
  }

  /** The name of the road at a position, or null when there is no road near or it has none. */
  findRoadName(position: LngLat, limitMetres?: number): string | null {
    const point = this.index.findNearest(position, { limitMetres });
    return point && this.roads.graph.name(point.edge);
  }

  private getRoadPoint(place: LngLat, profile: ProfileName): RoadPoint {
    const point = this.index.findNearest(place, { among: this.roads.edgesInReach(profile) });
    if (!point) throw new DomainError('PLACE_OFF_ROADS', { position: place });
    return point;
  }
}

const profileOf = ({ profile = 'emergency' }: TravelOrigin): ProfileName => profile;

/** The line of the arcs driven, cut at the points where the drive begins and ends. */
function lineOf(graph: RoadGraph, arcs: readonly number[], from: OnRoad, to: OnRoad): LngLat[] {
  const line = arcs.flatMap((arc, i) => {
    const start = i === 0 ? alongArc(arc, from.fraction) : 0;
    const end = i === arcs.length - 1 ? alongArc(arc, to.fraction) : 1;
    const metres = (share: number) => alongArc(arc, share) * graph.lengthMetres[arc >> 1]!;
    return sliceLine(graph.line(arc >> 1), metres(start), metres(end));
  });
  return line.filter((p, i) => i === 0 || p[0] !== line[i - 1]![0] || p[1] !== line[i - 1]![1]);
}
