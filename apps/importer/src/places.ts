import type { LngLat } from '#contracts';
import { between, lineLengthMetres, pointAlong } from '#geo';
import type { NamedPlace, RegionData } from '#region';
import type { ClipArea } from './clip-area.js';
import type { OsmCollection } from './collection.js';

/** Named bridges: people say `cầu Sài Gòn` when they do not know the street. */
export function findBridges({ nodes, ways }: Pick<RegionData, 'nodes' | 'ways'>): NamedPlace[] {
  const byName = new Map<string, NamedPlace>();
  for (const { bridge, name, nodes: path } of ways) {
    if (!bridge || !name || !/^cầu\s/iu.test(name) || byName.has(name)) continue;
    const line = path.map((i) => nodes[i]!);
    const position = pointAlong(line, lineLengthMetres(line) / 2);
    byName.set(name, { kind: 'bridge', name, aliases: [], position });
  }
  return [...byName.values()];
}

/** House numbers, each once in its street: a shop in a house often repeats the address of the house. */
export function findHouses(collection: OsmCollection, area: ClipArea | null): NamedPlace[] {
  const byAddress = new Map<string, NamedPlace>();
  for (const { numbers, street, corners } of collection.houses) {
    const [a, b] = corners.map((ref) => collection.findPosition(ref));
    if (!a || (area && !area.contains(a))) continue;
    const position: LngLat = b ? between(a, b, 0.5) : a;
    for (const name of numbers) {
      // Streets of one name in different towns have the same numbers: the town is told by a tenth of a degree.
      const key = `${name} ${street} ${position.map((degrees) => degrees.toFixed(1))}`;
      if (!byAddress.has(key)) byAddress.set(key, { kind: 'house', name, aliases: [], street, position });
    }
  }
  return [...byAddress.values()];
}
