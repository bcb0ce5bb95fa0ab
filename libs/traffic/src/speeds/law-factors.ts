import { PROFILE_NAMES, type ArcFactors, type ProfileName, type RoadGraph } from '#roads';
import { corridorOf, type Cell } from './cell.js';
import type { SpeedLaw } from './speed-law.js';

type Street = Pick<Cell, 'roadClass' | 'corridor'>;

/** Turns a law into factors by arc for one hour. Edges are sorted into streets once, because a law changes every hour. */
export class LawFactors {
  private readonly streets: readonly Street[];
  private readonly streetOf: Int32Array;

  constructor(private readonly graph: RoadGraph) {
    const numbers = new Map<string, number>();
    const streets: Street[] = [];
    this.streetOf = Int32Array.from({ length: graph.edgeCount }, (_, edge) => {
      const roadClass = graph.roadClass(edge);
      const corridor = corridorOf({ roadClass, name: graph.name(edge), ref: graph.ref(edge) });
      const key = `${roadClass}|${corridor}`;
      const known = numbers.get(key) ?? streets.push({ roadClass, corridor }) - 1;
      numbers.set(key, known);
      return known;
    });
    this.streets = streets;
  }

  /** Factors of an hour for every profile; null where nothing is known of it. */
  at(hour: number, law: SpeedLaw): ArcFactors {
    const of = (profile: ProfileName): Float32Array | null => {
      const factors = this.streets.map((street) => law.factor({ ...street, profile, hour }));
      if (factors.every((factor) => factor === 1)) return null;
      const byArc = new Float32Array(2 * this.graph.edgeCount);
      for (let arc = 0; arc < byArc.length; arc++) byArc[arc] = factors[this.streetOf[arc >> 1]!]!;
      return byArc;
    };
    return Object.fromEntries(PROFILE_NAMES.map((profile) => [profile, of(profile)])) as Record<
      ProfileName,
      Float32Array | null
    >;
  }
}
