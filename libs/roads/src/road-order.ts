import { nestedDissectionOrder } from '#hierarchy';
import { longitudeScale } from '#geo';
import type { LngLat } from '#contracts';
import type { SearchGraph } from './search-graph.js';

interface Ends {
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** The order in which the junctions of a network are contracted, least important first: computed once, at import. */
export function orderJunctions(positions: readonly LngLat[], { source, target }: Ends): Int32Array {
  const scale = longitudeScale(positions[0]?.[1] ?? 0);
  return nestedDissectionOrder(
    { vertexCount: positions.length, tails: source, heads: target },
    { x: Float64Array.from(positions, ([lng]) => lng * scale), y: Float64Array.from(positions, ([, lat]) => lat) },
  );
}

/** Whether an order names each of so many junctions once; one that was stored for another network does not. */
export function isOrderOf(order: Int32Array, junctionCount: number): boolean {
  const seen = new Uint8Array(junctionCount);
  for (const junction of order) if (junction >= 0 && junction < junctionCount) seen[junction] = 1;
  return order.length === junctionCount && seen.every((mark) => mark === 1);
}

/** The same order for the vertices searched: those of one junction stay together, so that separators still separate. */
export function orderForSearch(order: Int32Array, { vertexCount, junctionOf }: SearchGraph): Int32Array {
  const place = new Int32Array(order.length);
  order.forEach((junction, i) => (place[junction] = i));
  const placeOf = (vertex: number) => place[junctionOf[vertex]!]!;
  return Int32Array.from({ length: vertexCount }, (_, vertex) => vertex).sort(
    (a, b) => placeOf(a) - placeOf(b) || b - a,
  );
}
