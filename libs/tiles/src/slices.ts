import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import type { Feature, Geometry, Position } from 'geojson';
import type { LngLat } from '#contracts';
import { boundsOf, type Bounds } from '#geo';
import { columnOf, rowOf } from './tile-grid.js';
import type { TileLayer } from './zoom-rules.js';

export const TILE_ZOOMS = { least: 8, most: 17 } as const;
export const EXTENT = 4096;
const BUFFER = 64;
/** Indexing so many takes a few milliseconds; a whole city at once would keep a server from answering for half a second. */
const MOST_FEATURES = 800;

/** Features of one layer that appear from one zoom on and lie near one another. */
export interface Slice {
  readonly layer: TileLayer;
  readonly minZoom: number;
  readonly bounds: Bounds;
  readonly index: GeoJSONVT;
}

/** Gathers features and cuts them into slices, one at each step. */
export class Slicer {
  private readonly groups = new Map<string, { layer: TileLayer; minZoom: number; features: Feature[] }>();

  add(layer: TileLayer, minZoom: number, geometry: Geometry, properties: Feature['properties']): void {
    const key = `${layer} ${minZoom}`;
    const group = this.groups.get(key) ?? { layer, minZoom, features: [] };
    group.features.push({ type: 'Feature', geometry, properties });
    this.groups.set(key, group);
  }

  *cut(): Generator<Slice> {
    for (const { layer, minZoom, features } of this.groups.values()) {
      const nearOneAnother = features
        .map((feature) => ({ feature, place: placeOf(feature.geometry) }))
        .sort((a, b) => a.place - b.place)
        .map(({ feature }) => feature);
      for (let start = 0; start < features.length; start += MOST_FEATURES) {
        const own = nearOneAnother.slice(start, start + MOST_FEATURES);
        yield { layer, minZoom, bounds: boundsOf(positionsOf(own)), index: indexOf(own) };
      }
    }
  }
}

/** Whether anything of the slice can be in a tile or in the margin around it. */
export function reaches({ bounds, minZoom }: Slice, z: number, x: number, y: number): boolean {
  if (z < minZoom) return false;
  const margin = BUFFER / EXTENT;
  const [west, south, east, north] = bounds;
  const [left, top] = [x - margin, y - margin];
  const [right, bottom] = [x + 1 + margin, y + 1 + margin];
  const isBeside = columnOf(west, z) > right || columnOf(east, z) < left;
  return !isBeside && rowOf(north, z) <= bottom && rowOf(south, z) >= top;
}

export const partOf = ({ index }: Slice, z: number, x: number, y: number): GeoJSONVTTile | null =>
  index.getTile(z, x, y) ?? null;

/** Columns of a tenth of a degree, each from south to north: neighbours in this order are neighbours on the map. */
function placeOf(geometry: Geometry): number {
  const [lng, lat] = firstPosition(geometry);
  return Math.floor(lng * 10) * 1000 + lat;
}

function firstPosition(geometry: Geometry): LngLat {
  let found: unknown = geometry.type === 'GeometryCollection' ? [0, 0] : geometry.coordinates;
  while (Array.isArray(found) && Array.isArray(found[0])) found = found[0];
  return found as LngLat;
}

function* positionsOf(features: readonly Feature[]): Generator<LngLat> {
  for (const { geometry } of features) if (geometry.type !== 'GeometryCollection') yield* flat(geometry.coordinates);
}

function* flat(coordinates: Position | Position[] | Position[][] | Position[][][]): Generator<LngLat> {
  if (typeof coordinates[0] === 'number') yield coordinates as unknown as LngLat;
  else for (const inner of coordinates as Position[]) yield* flat(inner);
}

const indexOf = (features: Feature[]): GeoJSONVT =>
  new GeoJSONVT(
    { type: 'FeatureCollection', features },
    {
      maxZoom: TILE_ZOOMS.most,
      indexMaxZoom: TILE_ZOOMS.least,
      indexMaxPoints: 0,
      tolerance: 3,
      extent: EXTENT,
      buffer: BUFFER,
    },
  );
