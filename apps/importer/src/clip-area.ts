import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '#contracts';
import { boundsOf, isInside, isWithin, type Bounds } from '#geo';

/** About 500 m: most cells of a province lie wholly inside or outside. */
const CELL_DEGREES = 0.005;
const { floor } = Math;

/** What of a file is wanted: a box, or an area with its border. */
export interface ClipArea {
  readonly bounds: Bounds;
  contains(position: LngLat): boolean;
}

export const boxArea = (bounds: Bounds): ClipArea => ({ bounds, contains: (position) => isWithin(bounds, position) });

/**
 * Polygons as one area. A country has tens of millions of nodes and a province's border thousands of corners: a grid
 * answers for all cells that the border does not cross, and each of them is looked at once.
 */
export function polygonArea(polygons: readonly (Polygon | MultiPolygon)[]): ClipArea {
  const rings = polygons.flatMap((shape) => (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()));
  const bounds = boundsOf(rings.flat() as LngLat[]);
  const columns = cellOf(bounds[2] - bounds[0]) + 1;
  const cells = new Map<number, boolean | 'border'>();
  const indexOf = ([lng, lat]: LngLat) => cellOf(lat - bounds[1]) * columns + cellOf(lng - bounds[0]);
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [west, south, east, north] = boundsOf([ring[i - 1] as LngLat, ring[i] as LngLat]);
      for (let row = cellOf(south - bounds[1]); row <= cellOf(north - bounds[1]); row++) {
        for (let column = cellOf(west - bounds[0]); column <= cellOf(east - bounds[0]); column++) {
          cells.set(row * columns + column, 'border');
        }
      }
    }
  }
  const isCovered = (position: LngLat) => polygons.some((polygon) => isInside(polygon, position));
  const contains = (position: LngLat): boolean => {
    if (!isWithin(bounds, position)) return false;
    const index = indexOf(position);
    const known = cells.get(index);
    if (known === 'border') return isCovered(position);
    if (known !== undefined) return known;
    const inside = isCovered(position);
    cells.set(index, inside);
    return inside;
  };
  return { bounds, contains };
}

const cellOf = (degrees: number): number => floor(degrees / CELL_DEGREES);
