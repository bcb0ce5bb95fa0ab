import type { LngLat } from '#contracts';

interface Point {
  type: 'Point';
  coordinates: number[];
}

/** Between `[lng, lat]` in code and the GeoJSON point that a `geography(Point, 4326)` column reads and writes. */
const asPoint = {
  to: (at: LngLat | null | undefined): Point | null | undefined => at && { type: 'Point', coordinates: [...at] },
  from: (point: Point | null): LngLat | null => point && [point.coordinates[0]!, point.coordinates[1]!],
};
/** Column type of a position. */
export const POINT = { type: 'geography', spatialFeatureType: 'Point', srid: 4326, transformer: asPoint } as const;
