import { DomainError, type LngLat } from '#contracts';
import { headingDifferenceDegrees } from '#geo';
import { DijkstraSearch } from './dijkstra.js';
import type { RoadGraph } from './graph.js';
import type { Departure, Drive, RoadSearch } from './search.js';
import { HEADING_FITS_DEGREES, RoadIndex, type RoadPoint } from './snap.js';
import type { Now, TravelAnswer, TravelOrigin, TravelTimes } from './travel-times.js';

/** What it costs a moving vehicle to turn round in the street. */
export const TURN_ROUND_SECONDS = 15;

/** Travel times and drives on the road graph in memory: exact, by road, without asking anybody. */
export class RoadGraphTimes implements TravelTimes {
  readonly source = 'roads';
  readonly index: RoadIndex;

  constructor(
    private readonly graph: RoadGraph,
    private readonly now: Now,
    private readonly search: RoadSearch = new DijkstraSearch(graph),
  ) {
    this.index = new RoadIndex(graph);
  }

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    const to = this.getRoadPoint(place);
    const departures = origins.map((origin) => this.findDeparture(origin));
    const found = this.search.toPlace(
      departures.filter((departure) => departure !== null),
      to,
    );
    let next = 0;
    const times = departures.map((departure) => (departure ? found[next++]! : null));
    return { source: this.source, computedAt: this.now(), times };
  }

  /** The fastest drive from a position to a place with its line, or null where no road leads. */
  findDrive(origin: TravelOrigin, place: LngLat): Drive | null {
    const departure = this.findDeparture(origin);
    return departure && this.search.findDrive(departure, this.getRoadPoint(place));
  }

  /** The name of the road at a position, or null when there is no road near or it has none. */
  findRoadName(position: LngLat, limitMetres?: number): string | null {
    const point = this.index.findNearest(position, { limitMetres });
    return point && this.graph.names[point.edge]!;
  }

  private getRoadPoint(place: LngLat): RoadPoint {
    const point = this.index.findNearest(place);
    if (!point) throw new DomainError('PLACE_OFF_ROADS', { position: place });
    return point;
  }

  private findDeparture({ at, headingDegrees = null }: TravelOrigin): Departure | null {
    const point = this.index.findNearest(at, { headingDegrees });
    return point && departureFrom(point, headingDegrees);
  }
}

/** A vehicle at rest may start either way; one that moves along the road must first turn round to go back. */
export function departureFrom(at: RoadPoint, headingDegrees: number | null): Departure {
  const off = headingDegrees === null ? 90 : headingDifferenceDegrees(at.bearingDegrees, headingDegrees);
  return {
    at,
    forwardDelaySeconds: 180 - off < HEADING_FITS_DEGREES ? TURN_ROUND_SECONDS : 0,
    backwardDelaySeconds: off < HEADING_FITS_DEGREES ? TURN_ROUND_SECONDS : 0,
  };
}
