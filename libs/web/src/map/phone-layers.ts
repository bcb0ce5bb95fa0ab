import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { LngLat } from '#contracts';
import type { Colours } from './colours.js';
import { ringOf } from './obstruction-layers.js';
import { MAP_FONT } from './style.js';

/** Where a telephone says it is: a ring as wide as it is unsure, a dot in its middle, and its number. */
export interface PhoneMark {
  readonly id: string;
  readonly at: LngLat;
  /** Null when it did not say how exact it is: then there is only the dot. */
  readonly accuracyMetres: number | null;
  readonly label: string;
}

export const phoneFeatures = (marks: readonly PhoneMark[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: marks.flatMap(({ id, at, accuracyMetres, label }) => [
    ...(accuracyMetres === null
      ? []
      : [
          {
            type: 'Feature' as const,
            geometry: { type: 'Polygon' as const, coordinates: [ringOf({ at, radiusMetres: accuracyMetres })] },
            properties: { id },
          },
        ]),
    { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties: { id, name: label } },
  ]),
});

/** Below incidents and vehicles: it is a hint, not a place. */
export function phoneLayers({ map, signal }: Colours): LayerSpecification[] {
  return [
    {
      id: 'phone-area',
      type: 'fill',
      source: 'phones',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': signal.accent, 'fill-opacity': 0.12 },
    },
    {
      id: 'phone-ring',
      type: 'line',
      source: 'phones',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': signal.accent, 'line-width': 1.5, 'line-dasharray': [3, 2] },
    },
    {
      id: 'phone-point',
      type: 'circle',
      source: 'phones',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 5,
        'circle-color': signal.accent,
        'circle-stroke-width': 2,
        'circle-stroke-color': map.edge,
      },
    },
    {
      id: 'phone-name',
      type: 'symbol',
      source: 'phones',
      filter: ['==', ['geometry-type'], 'Point'],
      minzoom: 10,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [MAP_FONT],
        'text-size': 12,
        'text-anchor': 'bottom',
        'text-offset': [0, -0.7],
        'text-optional': true,
      },
      paint: { 'text-color': map.place, 'text-halo-color': map.halo, 'text-halo-width': 2 },
    },
  ];
}
