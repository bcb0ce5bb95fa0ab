import type { LngLat } from '#contracts';
import { boundsOf, lineLengthMetres, METRES_PER_DEGREE, pointAlong, type Bounds } from '#geo';
import type { NamedPlace, RegionData } from '#region';
import type { Road } from './collection.js';

/** Ways of one name farther apart than this are two streets of that name (every district has its Lê Lợi). */
const SAME_STREET_METRES = 600;

interface Stretch {
  readonly line: readonly LngLat[];
  readonly metres: number;
  readonly box: Bounds;
}

/**
 * Every named street once, at the middle of its longest stretch: a point on the street. A name that only roundabouts
 * bear (Ngã tư Hàng Xanh) is a junction's. `roads` tell its other names.
 */
export function findStreets(
  { nodes, ways }: Pick<RegionData, 'nodes' | 'ways'>,
  roads: readonly Pick<Road, 'id' | 'facts'>[],
): NamedPlace[] {
  const aliasesOf = new Map(
    roads.flatMap(({ id, facts }) => (facts.aliases.length > 0 ? [[id, facts.aliases] as const] : [])),
  );
  const byName = new Map<string, { stretches: Stretch[]; aliases: Set<string>; kind: NamedPlace['kind'] }>();
  for (const { wayId, name, ref, roundabout, nodes: indexes } of ways) {
    if (!name) continue;
    const line = indexes.map((i) => nodes[i]!);
    const street =
      byName.get(name) ?? byName.set(name, { stretches: [], aliases: new Set(), kind: 'junction' }).get(name)!;
    street.stretches.push({ line, metres: lineLengthMetres(line), box: boundsOf(line) });
    if (!roundabout) street.kind = 'street';
    for (const alias of [ref, ...(aliasesOf.get(wayId) ?? [])]) if (alias && alias !== name) street.aliases.add(alias);
  }
  return [...byName].flatMap(([name, { stretches, aliases, kind }]) =>
    groupNear(stretches).map((group): NamedPlace => {
      const longest = group.reduce((a, b) => (b.metres > a.metres ? b : a));
      const position = pointAlong(longest.line, longest.metres / 2);
      return { kind, name, aliases: [...aliases], position };
    }),
  );
}

/** Groups of stretches of which each is near another of its group. */
function groupNear(stretches: readonly Stretch[]): Stretch[][] {
  let groups: Stretch[][] = [];
  for (const stretch of stretches) {
    const near = groups.filter((group) => group.some((other) => areNear(stretch.box, other.box)));
    groups = groups.filter((group) => !near.includes(group));
    groups.push([stretch, ...near.flat()]);
  }
  return groups;
}

function areNear(a: Bounds, b: Bounds): boolean {
  const gap = SAME_STREET_METRES / METRES_PER_DEGREE;
  return a[0] - gap <= b[2] && b[0] - gap <= a[2] && a[1] - gap <= b[3] && b[1] - gap <= a[3];
}
