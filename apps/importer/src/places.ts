import type { LngLat } from '#contracts';
import { between, lineLengthMetres, pointAlong } from '#geo';
import type { NamedPlace, RegionData } from '#region';
import type { ClipArea } from './clip-area.js';
import type { HouseAt, OsmCollection } from './collection.js';
import { doorsBetween, type Door } from './interpolation.js';

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
  const add = (name: string, street: string, position: LngLat) => {
    if (area && !area.contains(position)) return;
    // Streets of one name in different towns have the same numbers: the town is told by a tenth of a degree.
    const key = `${name} ${street} ${position.map((degrees) => degrees.toFixed(1))}`;
    if (!byAddress.has(key)) byAddress.set(key, { kind: 'house', name, aliases: [], street, position });
  };
  for (const { numbers, street, corners } of collection.houses) {
    const [a, b] = corners.map((ref) => collection.findPosition(ref));
    if (a) for (const name of numbers) add(name, street, b ? between(a, b, 0.5) : a);
  }
  // After the houses that are known: what lies between them is a guess.
  for (const { street, door } of listDoorsBetween(collection)) add(String(door.number), street, door.position);
  return [...byAddress.values()];
}

/** Between each two neighbouring doors of one street on a line whose kind says how numbers run. */
function listDoorsBetween(collection: OsmCollection): { street: string; door: Door }[] {
  const known = new Map<number, HouseAt>();
  for (const house of collection.houses) if (house.corners.length === 1) known.set(house.corners[0]!, house);
  return collection.numberLines.flatMap(({ kind, refs }) => {
    const doors = refs.flatMap((ref, index) => {
      const house = known.get(ref);
      const number = Number(house?.numbers[0]);
      return house && Number.isInteger(number) ? [{ index, number, street: house.street }] : [];
    });
    return doors.slice(1).flatMap((to, i) => {
      const from = doors[i]!;
      const line = refs.slice(from.index, to.index + 1).map((ref) => collection.findPosition(ref));
      if (from.street !== to.street || !line.every((position) => position !== null)) return [];
      const ends = [from, to].map(({ number, index }) => ({ number, position: line[index - from.index]! }));
      return doorsBetween(kind, ends[0]!, ends[1]!, line).map((door) => ({ street: to.street, door }));
    });
  });
}
