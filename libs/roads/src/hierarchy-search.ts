import { NO_WAY, type HierarchySearch } from '#hierarchy';
import type { RoadGraph } from './graph.js';
import { alongArc, arcsOf, type Departure, type OnRoad, type RoadSearch } from './search.js';
import type { SearchGraph } from './search-graph.js';
import type { Weighing } from './weighing.js';
import type { DriveEnds } from './weights.js';

interface Roads extends Pick<Weighing, 'weights' | 'metric'> {
  readonly graph: RoadGraph;
  readonly search: SearchGraph;
  readonly ends: DriveEnds;
}

/** The same numbers as Dijkstra's, by the hierarchy of the search graph: a fraction of a millisecond for all vehicles. */
export class HierarchyRoadSearch implements RoadSearch {
  constructor(
    private readonly roads: Roads,
    /** Its arrays may serve several of these: a question is answered before the next begins. */
    private readonly ways: HierarchySearch,
  ) {}

  toPlace(departures: readonly Departure[], place: OnRoad, ms: Int32Array, metres: Float32Array): void {
    const { ways } = this;
    const { graph, search, ends } = this.roads;
    this.leadTo(place);
    for (let i = 0; i < departures.length; i++) {
      const departure = departures[i]!;
      const length = graph.lengthMetres[departure.edge]!;
      let best = NO_WAY;
      for (let arc = 2 * departure.edge, last = arc + 1; arc <= last; arc++) {
        const share = alongArc(arc, departure.fraction);
        const head = search.headOf[arc]!;
        const onward = head < 0 ? NO_WAY : ends.leaveMs(arc, departure) + ways.weightFrom(head);
        if (onward < best) {
          best = onward;
          metres[i] = length * (1 - share) + ways.lengthFrom(head);
        }
        if (place.edge !== departure.edge) continue;
        const direct = ends.directMs(arc, departure, place);
        if (direct >= best) continue;
        best = direct;
        metres[i] = length * (alongArc(arc, place.fraction) - share);
      }
      ms[i] = best;
    }
  }

  findArcs(departure: Departure, place: OnRoad): number[] | null {
    const { search, ends, weights } = this.roads;
    this.leadTo(place);
    let best = NO_WAY;
    let found: { arc: number; isDirect: boolean } | null = null;
    for (const arc of arcsOf(departure.edge)) {
      const head = search.headOf[arc]!;
      const onward = head < 0 ? NO_WAY : ends.leaveMs(arc, departure) + this.ways.weightFrom(head);
      const direct = place.edge === departure.edge ? ends.directMs(arc, departure, place) : NO_WAY;
      if (Math.min(onward, direct) >= best) continue;
      best = Math.min(onward, direct);
      found = { arc, isDirect: direct < onward };
    }
    if (!found) return null;
    if (found.isDirect) return [found.arc];
    const head = search.headOf[found.arc]!;
    const between = this.ways.findArcs(head, weights)!;
    const end = between.length > 0 ? search.heads[between[between.length - 1]!]! : head;
    return [found.arc, ...between.map((arc) => search.roadArc[arc]!), this.lastArc(end, place)];
  }

  /** The place may be reached from the tail of every search arc that drives its edge. */
  private leadTo(place: OnRoad): void {
    const { graph, search, ends, metric } = this.roads;
    const length = graph.lengthMetres[place.edge]!;
    this.ways.begin(metric);
    for (const arc of arcsOf(place.edge)) {
      const metres = length * alongArc(arc, place.fraction);
      for (let i = search.copies.first[arc]!; i < search.copies.first[arc + 1]!; i++) {
        const copy = search.copies.items[i]!;
        this.ways.leadTo(search.tails[copy]!, ends.reachMs(copy, place), metres);
      }
    }
    this.ways.settle();
  }

  /** On which arc of the place's edge the place is reached soonest from a vertex. */
  private lastArc(vertex: number, place: OnRoad): number {
    const { search, ends } = this.roads;
    const { first, items } = search.copies;
    const copies = arcsOf(place.edge)
      .flatMap((arc) => [...items.subarray(first[arc]!, first[arc + 1]!)])
      .filter((copy) => search.tails[copy] === vertex);
    const soonest = copies.reduce((a, b) => (ends.reachMs(b, place) < ends.reachMs(a, place) ? b : a));
    return search.roadArc[soonest]!;
  }
}
