import type { LngLat } from '#contracts';
import type { Barrier, RegionData, RoadWay } from '#region';
import type { ClipArea } from './clip-area.js';
import type { OsmCollection } from './collection.js';
import { resolveRestrictions, type TurnCounts } from './turn-restriction.js';

export interface ReadRoads extends Pick<RegionData, 'nodes' | 'ways' | 'turns' | 'barriers'> {
  readonly turnCounts: TurnCounts;
}

/** Roads with their nodes numbered; a road that leaves the file or the area is cut there, and may come back. */
export function readRoads(collection: OsmCollection, area: ClipArea | null): ReadRoads {
  const nodes: LngLat[] = [];
  const ways: RoadWay[] = [];
  const numbers = new Map<number, number>();
  const findNumber = (ref: number): number | null => {
    const known = numbers.get(ref);
    if (known !== undefined) return known;
    const position = collection.findPosition(ref);
    if (!position || (area && !area.contains(position))) return null;
    numbers.set(ref, nodes.length);
    return nodes.push(position) - 1;
  };
  for (const { id, facts, refs } of collection.roads) {
    const { reversed: _reversed, aliases: _aliases, ...road } = facts;
    let run: number[] = [];
    const finish = () => {
      if (run.length > 1) ways.push({ wayId: id, ...road, nodes: run });
      run = [];
    };
    for (const ref of refs) {
      const number = findNumber(ref);
      if (number === null) finish();
      else run.push(number);
    }
    finish();
  }
  const findKnown = (ref: number) => numbers.get(ref) ?? null;
  const { turns, unresolved } = resolveRestrictions(collection.restrictions, ways, findKnown);
  const barriers = [...collection.barriers].flatMap(([ref, kind]): Barrier[] => {
    const node = findKnown(ref);
    return node === null ? [] : [{ node, kind }];
  });
  const { turnCounts } = collection;
  return {
    nodes,
    ways,
    turns,
    barriers,
    turnCounts: {
      ...turnCounts,
      kept: collection.restrictions.length - unresolved,
      unresolved: turnCounts.unresolved + unresolved,
    },
  };
}
