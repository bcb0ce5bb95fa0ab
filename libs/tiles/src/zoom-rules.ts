import type { MapFeature, RoadClass } from '#region';

export const TILE_LAYERS = ['water', 'green', 'built', 'boundary', 'road', 'place', 'poi'] as const;
export type TileLayer = (typeof TILE_LAYERS)[number];

/** From which zoom a road is worth its bytes: what a dispatcher can tell apart at that scale. */
export const ROAD_MIN_ZOOM: Record<RoadClass, number> = {
  motorway: 8,
  trunk: 8,
  primary: 8,
  secondary: 9,
  tertiary: 11,
  unclassified: 11,
  residential: 12,
  service: 13,
  alley: 13,
  track: 13,
  ferry: 10,
};

/** The same for everything else; rank 1 is what everybody knows. */
export function featureMinZoom({ layer, rank, geometry }: Pick<MapFeature, 'layer' | 'rank' | 'geometry'>): number {
  const least = Math.max(0, rank - 1);
  switch (layer) {
    case 'water':
      return geometry.type === 'LineString' ? 10 + least : 8 + least;
    case 'green':
      return 9 + least;
    case 'built':
      return 9 + least;
    case 'boundary':
      return 8 + least;
    case 'place':
      return 8 + least;
    case 'poi':
      return 10 + least;
  }
}
