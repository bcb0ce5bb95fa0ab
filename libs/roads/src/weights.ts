import { NO_WAY } from '#hierarchy';
import type { ArcCosts } from './arc-costs.js';
import type { RoadGraph } from './graph.js';
import type { TravelProfile } from './profile.js';
import { alongArc, type Departure, type OnRoad } from './search.js';
import { FORBIDDEN_TO_CARS, FORBIDDEN_TO_MOTORBIKES, type SearchGraph } from './search-graph.js';

const { min, round } = Math;

/** How fast one walks the rest of the way to a place on a closed road, carrying bags. */
const ON_FOOT_METRES_PER_SECOND = 1.2;

/**
 * The milliseconds of every search arc for one profile: driving scaled by the live factor of its road, plus what
 * entering it, passing a forbidden turn into it and the barrier at its end cost. NO_WAY where the profile may not go or
 * the road is closed. Written into `weights`.
 */
export function weigh(
  search: Pick<SearchGraph, 'roadArc' | 'forbiddenTo'>,
  { profile, driveMs, entryMs, endMs }: ArcCosts,
  factors: Float32Array | null,
  weights: Int32Array,
): void {
  const { roadArc, forbiddenTo } = search;
  const binding = bindingBit(profile);
  const turnMs = forbiddenTurnMs(profile);
  for (let i = 0; i < roadArc.length; i++) {
    const arc = roadArc[i]!;
    const drive = driveMs[arc]! * (factors ? factors[arc]! : 1);
    const turn = forbiddenTo[i]! & binding ? turnMs : 0;
    weights[i] = drive < NO_WAY ? min(NO_WAY, round(drive) + entryMs[arc]! + endMs[arc]! + turn) : NO_WAY;
  }
}

const bindingBit = ({ isMotorbike }: TravelProfile): number =>
  isMotorbike ? FORBIDDEN_TO_MOTORBIKES : FORBIDDEN_TO_CARS;

const forbiddenTurnMs = ({ forbiddenTurnSeconds }: TravelProfile): number =>
  forbiddenTurnSeconds === null ? NO_WAY : forbiddenTurnSeconds * 1000;

/**
 * The ends of a drive, which lie inside edges: what leaving an edge from a point on it costs, and reaching a point from
 * the edge's ends, in milliseconds.
 *
 * A closed road keeps nobody in: a vehicle that stands on it leaves it at the usual speed. A place on it is reached from
 * the nearest open end on foot.
 */
export class DriveEnds {
  constructor(
    private readonly graph: Pick<RoadGraph, 'lengthMetres'>,
    private readonly search: Pick<SearchGraph, 'roadArc' | 'forbiddenTo'>,
    private readonly costs: ArcCosts,
    private readonly factors: Float32Array | null,
  ) {}

  /** From the departure's point to the end of the arc and out of it; NO_WAY where one may not drive it. */
  leaveMs(arc: number, { fraction, forwardDelayMs, backwardDelayMs }: Departure): number {
    const { driveMs, entryMs, endMs } = this.costs;
    const drive = driveMs[arc]! * this.openFactor(arc) * (1 - alongArc(arc, fraction));
    if (driveMs[arc] === NO_WAY || endMs[arc] === NO_WAY) return NO_WAY;
    return round(drive) + entryMs[arc]! + endMs[arc]! + (arc & 1 ? backwardDelayMs : forwardDelayMs);
  }

  /** From the tail of a search arc, turning into it, to the place on it; NO_WAY where one may not drive it. */
  reachMs(searchArc: number, { fraction }: OnRoad): number {
    const arc = this.search.roadArc[searchArc]!;
    const { profile } = this.costs;
    const turn = this.search.forbiddenTo[searchArc]! & bindingBit(profile) ? forbiddenTurnMs(profile) : 0;
    return min(NO_WAY, this.partMs(arc, alongArc(arc, fraction)) + turn);
  }

  /** Straight to a place ahead on the same arc; NO_WAY when it lies behind. */
  directMs(arc: number, from: Departure, to: OnRoad): number {
    const share = alongArc(arc, to.fraction) - alongArc(arc, from.fraction);
    if (share < 0) return NO_WAY;
    return min(NO_WAY, this.partMs(arc, share) + (arc & 1 ? from.backwardDelayMs : from.forwardDelayMs));
  }

  private partMs(arc: number, share: number): number {
    const { driveMs, entryMs } = this.costs;
    if (driveMs[arc] === NO_WAY) return NO_WAY;
    if (this.isClosed(arc)) {
      return round(((this.graph.lengthMetres[arc >> 1]! * share) / ON_FOOT_METRES_PER_SECOND) * 1000);
    }
    return round(driveMs[arc]! * (this.factors?.[arc] ?? 1) * share) + entryMs[arc]!;
  }

  private isClosed(arc: number): boolean {
    return this.factors !== null && this.factors[arc] === Infinity;
  }

  private openFactor(arc: number): number {
    return this.factors === null || this.isClosed(arc) ? 1 : this.factors[arc]!;
  }
}
