import type { LngLat } from '#contracts';
import type { OsmWorld } from './osm.fixture.js';

/** A town of straight streets: `size` by `size` junctions, 150 m apart, from a corner to the north-east. */
export function gridTown(size: number, [west, south]: LngLat, street: (index: number) => string): OsmWorld {
  const idAt = (column: number, row: number) => 1 + row * size + column;
  const line = Array.from({ length: size }, (_, i) => i);
  return {
    nodes: line.flatMap((row) =>
      line.map((column) => ({
        id: idAt(column, row),
        lon: Number((west + column * 0.0014).toFixed(7)),
        lat: Number((south + row * 0.0014).toFixed(7)),
      })),
    ),
    ways: line.flatMap((i) => [
      { id: 2 * i + 1, refs: line.map((column) => idAt(column, i)), tags: streetTags(street(i)) },
      { id: 2 * i + 2, refs: line.map((row) => idAt(i, row)), tags: streetTags(street(size + i)) },
    ]),
  };
}

const streetTags = (name: string) => ({ highway: 'tertiary', name });
