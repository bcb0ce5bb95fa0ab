import type { RoadWay, TurnRestriction } from '#region';
import type { OsmRelation } from './osm.js';

export interface Restriction {
  readonly from: readonly number[];
  readonly via: number;
  readonly to: readonly number[];
  readonly kind: 'no' | 'only';
  readonly motorbikeExempt: boolean;
}

/** What became of the turn restrictions of a file. */
export interface TurnCounts {
  kept: number;
  /** By another way instead of a node. */
  viaWay: number;
  /** At certain hours, or for certain loads. */
  conditional: number;
  /** Its ways do not end at its node, or are not among the roads. */
  unresolved: number;
}

/** For cars; what is forbidden to lorries and buses only is nothing to us. */
const KEYS = ['restriction', 'restriction:motorcar', 'restriction:motor_vehicle'];

/** A turn restriction in a form that can be obeyed, or why not; null when the relation is none, or not for cars. */
export function readRestriction({ tags = {}, members }: OsmRelation): Restriction | keyof TurnCounts | null {
  if (tags['type'] !== 'restriction') return null;
  const value = KEYS.map((key) => tags[key]).find((found) => found !== undefined);
  if (value === undefined) {
    return KEYS.some((key) => tags[`${key}:conditional`] !== undefined) ? 'conditional' : null;
  }
  if (tags['day_on'] ?? tags['hour_on'] ?? value.includes('@')) return 'conditional';
  const kind = /^(no|only)_/.exec(value)?.[1] as 'no' | 'only' | undefined;
  const refs = (role: string, type: string) =>
    members.filter((member) => member.role === role && member.type === type).map(({ ref }) => ref);
  if (refs('via', 'way').length > 0) return 'viaWay';
  const [via, ...more] = refs('via', 'node');
  const [from, to] = [refs('from', 'way'), refs('to', 'way')];
  if (!kind || via === undefined || more.length > 0 || from.length === 0 || to.length === 0) return 'unresolved';
  const except = (tags['except'] ?? '').split(';').map((vehicle) => vehicle.trim());
  if (except.includes('motorcar') || except.includes('motor_vehicle')) return null;
  return { from, via, to, kind, motorbikeExempt: except.includes('motorcycle') };
}

/** Restrictions at the ends of roads that were kept; `numberOf` gives a node its index among the region's nodes. */
export function resolveRestrictions(
  restrictions: readonly Restriction[],
  ways: readonly RoadWay[],
  numberOf: (ref: number) => number | null,
): { turns: TurnRestriction[]; unresolved: number } {
  const wanted = new Set(restrictions.flatMap(({ from, to }) => [...from, ...to]));
  const ends = new Map<number, Set<number>>();
  for (const { wayId, nodes } of ways) {
    if (!wanted.has(wayId)) continue;
    const own = ends.get(wayId) ?? ends.set(wayId, new Set()).get(wayId)!;
    own.add(nodes[0]!).add(nodes.at(-1)!);
  }
  let unresolved = 0;
  const turns = restrictions.flatMap(({ from, via, to, kind, motorbikeExempt }) => {
    const viaNode = numberOf(via);
    const endsThere = (way: number) => viaNode !== null && (ends.get(way)?.has(viaNode) ?? false);
    const pairs = from
      .filter(endsThere)
      .flatMap((fromWay) => to.filter(endsThere).map((toWay) => ({ fromWay, toWay })));
    if (pairs.length === 0) unresolved++;
    return pairs.map((pair) => ({ ...pair, viaNode: viaNode!, kind, motorbikeExempt }));
  });
  return { turns, unresolved };
}
