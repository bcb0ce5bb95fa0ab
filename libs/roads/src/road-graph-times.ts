import { DomainError, type LngLat } from '#contracts';
import { headingDifferenceDegrees, sliceLine } from '#geo';
import { NO_WAY } from './arc-costs.js';
import type { RoadGraph } from './graph.js';
import type { ProfileName } from './profile.js';
import type { RoadsInForce } from './roads-in-force.js';
import { alongArc, type Departure, type Drive, type OnRoad, type TravelTime } from './search.js';
import { HEADING_FITS_DEGREES, type RoadIndex, type RoadPoint } from './snap.js';
import type { Now, TravelAnswer, TravelOrigin, TravelTimes } from './travel-times.js';

/** What it costs a moving vehicle to turn round in the street. */
export const TURN_ROUND_SECONDS = 15;

/** Travel times and drives on the road graph in memory: exact, by road, without asking anybody. */
export class RoadGraphTimes implements TravelTimes {
  readonly source = 'roads';

  constructor(
    readonly roads: RoadsInForce,
    private readonly now: Now,
  ) {}

  get index(): RoadIndex {
    return this.roads.index;
  }

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    const times: (TravelTime | null)[] = origins.map(() => null);
    for (const profile of new Set(origins.map(profileOf))) {
      const to = this.getRoadPoint(place, profile);
      const asked: number[] = [];
      const departures: Departure[] = [];
      origins.forEach((origin, i) => {
        const departure = profileOf(origin) === profile ? this.findDeparture(origin) : null;
        if (!departure) return;
        asked.push(i);
        departures.push(departure);
      });
      const search = await this.roads.getSearch(profile);
      const ms = new Int32Array(asked.length);
      const metres = new Float32Array(asked.length);
      search.toPlace(departures, to, ms, metres);
      asked.forEach((i, k) => {
        if (ms[k]! < NO_WAY) times[i] = { seconds: ms[k]! / 1000, metres: metres[k]! };
      });
    }
    // Without a vehicle to ask for, a place at sea is refused all the same.
    if (origins.length === 0) this.getRoadPoint(place, 'emergency');
    return { source: this.source, computedAt: this.now(), times };
  }

  /** The fastest drive from a position to a place with its line, or null where no road leads. */
  async findDrive(origin: TravelOrigin, place: LngLat): Promise<Drive | null> {
    const profile = profileOf(origin);
    const to = this.getRoadPoint(place, profile);
    const departure = this.findDeparture(origin);
    if (!departure) return null;
    const search = await this.roads.getSearch(profile);
    const ms = new Int32Array(1);
    const metres = new Float32Array(1);
    search.toPlace([departure], to, ms, metres);
    const arcs = search.findArcs(departure, to);
    if (!arcs) return null;
    return {
      seconds: ms[0]! / 1000,
      metres: metres[0]!,
      arcs,
      line: lineOf(this.roads.graph, arcs, departure, to),
    };
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

  private findDeparture(origin: TravelOrigin): Departure | null {
    const { at, headingDegrees = null } = origin;
    const among = this.roads.edgesInReach(profileOf(origin));
    const point = this.index.findNearest(at, { headingDegrees, among });
    return point && departureFrom(point, headingDegrees);
  }
}

const profileOf = ({ profile = 'emergency' }: TravelOrigin): ProfileName => profile;

/** A vehicle at rest may start either way; one that moves along the road must first turn round to go back. */
export function departureFrom(at: RoadPoint, headingDegrees: number | null): Departure {
  const { edge, fraction, bearingDegrees } = at;
  const off = headingDegrees === null ? 90 : headingDifferenceDegrees(bearingDegrees, headingDegrees);
  return {
    edge,
    fraction,
    forwardDelayMs: 180 - off < HEADING_FITS_DEGREES ? TURN_ROUND_SECONDS * 1000 : 0,
    backwardDelayMs: off < HEADING_FITS_DEGREES ? TURN_ROUND_SECONDS * 1000 : 0,
  };
}

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
