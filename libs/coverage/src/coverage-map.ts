import type { Coverage, LngLat } from '#contracts';
import { Departures, EverywhereSearch, type RoadsInForce, type TravelOrigin } from '#roads';
import { CELL_DEGREES, coverageCells } from './cells.js';

/** A vehicle that could be sent: where it starts from and how long until its wheels turn. */
export interface ReadyVehicle {
  readonly origin: TravelOrigin;
  readonly turnoutSeconds: number;
}

/** Looks at one road network again and again, as vehicles come and go. */
export class CoverageMap {
  private readonly departures: Departures;
  private readonly junctions: readonly LngLat[];
  private search: EverywhereSearch | null = null;

  constructor(private readonly roads: RoadsInForce) {
    this.departures = new Departures(roads);
    this.junctions = roads.graph.listVertices();
  }

  /** A vehicle off the roads covers nothing. */
  cover(ready: readonly ReadyVehicle[], now: Date): Coverage {
    const weighed = this.roads.weighed('emergency');
    this.search ??= new EverywhereSearch(weighed.search);
    const starts = ready.flatMap(({ origin, turnoutSeconds }) => {
      const departure = this.departures.find(origin);
      return departure ? [{ departure, turnoutMs: turnoutSeconds * 1_000 }] : [];
    });
    return {
      computedAt: now.toISOString(),
      vehicles: starts.length,
      cellDegrees: CELL_DEGREES,
      cells: coverageCells(this.junctions, this.search.soonest(weighed, starts)),
    };
  }
}
