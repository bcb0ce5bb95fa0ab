import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { LngLat, Priority } from '#contracts';
import type { Colours } from './colours.js';
import type { UnitFamily, UnitShape } from './icons.js';
import { obstructionLayers } from './obstruction-layers.js';
import { coverageLayers } from './coverage-layers.js';
import { phoneLayers } from './phone-layers.js';
import { MAP_FONT } from './style.js';

export interface UnitMark {
  readonly id: string;
  readonly callSign: string;
  readonly family: UnitFamily;
  readonly shape: UnitShape;
  readonly headingDegrees: number | null;
  readonly at: LngLat;
  /** Its position is no longer fresh: drawn faded. */
  readonly old: boolean;
}
export interface IncidentMark {
  readonly id: string;
  readonly number: string;
  readonly priority: Priority;
  readonly at: LngLat;
}
export interface PlaceMark {
  readonly id: string;
  readonly name: string;
  readonly at: LngLat;
  /** Of a station: no ambulance there could be sent. */
  readonly empty?: boolean;
}
export interface RouteMark {
  /** To the patient, with the patient, or only suggested. */
  readonly kind: 'run' | 'patient' | 'suggested';
  readonly line: readonly LngLat[];
}

export const MARK_SOURCES = [
  'coverage',
  'routes',
  'obstructions',
  'sketch',
  'phones',
  'stations',
  'hospitals',
  'units',
  'incidents',
  'selected',
] as const;
export type MarkSource = (typeof MARK_SOURCES)[number];

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const pointAt = ([lng, lat]: LngLat, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lng, lat] },
  properties,
});

export const unitFeatures = (units: readonly UnitMark[]): FeatureCollection =>
  collection(
    units.map(({ id, callSign, family, shape, headingDegrees, at, old }) => {
      const turns = shape === 'move' || shape === 'hollow';
      const turn = turns ? (headingDegrees ?? 0) : 0;
      return pointAt(at, { id, name: callSign, family, icon: `unit-${family}-${shape}`, turn, old });
    }),
  );
export const incidentFeatures = (incidents: readonly IncidentMark[]): FeatureCollection =>
  collection(incidents.map(({ id, number, priority, at }) => pointAt(at, { id, name: number, priority })));
export const placeFeatures = (places: readonly PlaceMark[]): FeatureCollection =>
  collection(places.map(({ id, name, at, empty = false }) => pointAt(at, { id, name, empty })));
export const routeFeatures = (routes: readonly RouteMark[]): FeatureCollection =>
  collection(
    routes.map(({ kind, line }) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: line.map(([lng, lat]) => [lng, lat]) },
      properties: { kind },
    })),
  );
export const selectedFeatures = (positions: readonly LngLat[]): FeatureCollection =>
  collection(positions.map((at) => pointAt(at, {})));

/** Everything that is not base map, from below to above; called again on a change of theme. */
export function markLayers(colours: Colours): LayerSpecification[] {
  return [
    ...coverageLayers(colours),
    ...routeLayers(colours),
    ...obstructionLayers(colours),
    ...placeLayers(colours),
    ...unitLayers(colours),
    ...phoneLayers(colours),
    ...incidentLayers(colours),
  ];
}

function routeLayers({ map, signal }: Colours): LayerSpecification[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'route-case',
      type: 'line',
      source: 'routes',
      layout: round,
      paint: { 'line-color': map.edge, 'line-width': 7 },
    },
    {
      id: 'route',
      type: 'line',
      source: 'routes',
      filter: ['!=', ['get', 'kind'], 'suggested'],
      layout: round,
      paint: { 'line-color': ['match', ['get', 'kind'], 'patient', signal.pa, signal.re], 'line-width': 3.5 },
    },
    {
      id: 'route-suggested',
      type: 'line',
      source: 'routes',
      filter: ['==', ['get', 'kind'], 'suggested'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': signal['route-suggested'], 'line-width': 3, 'line-dasharray': [2, 1.4] },
    },
  ];
}

function placeLayers({ map }: Colours): LayerSpecification[] {
  return [
    {
      id: 'station',
      type: 'symbol',
      source: 'stations',
      minzoom: 9,
      layout: {
        'icon-image': ['case', ['get', 'empty'], 'station-empty', 'station'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'hospital',
      type: 'symbol',
      source: 'hospitals',
      layout: {
        'icon-image': 'hospital',
        'icon-allow-overlap': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.7, 12, 1],
        'text-field': ['step', ['zoom'], '', 12.5, ['get', 'name']],
        'text-font': [MAP_FONT],
        'text-size': 11.5,
        'text-anchor': 'top',
        'text-offset': [0, 1.15],
        'text-max-width': 11,
        'text-optional': true,
      },
      paint: { 'text-color': map.place, 'text-halo-color': map.halo, 'text-halo-width': 1.8 },
    },
  ];
}

function unitLayers({ map, signal }: Colours): LayerSpecification[] {
  const faded: ExpressionSpecification = ['case', ['get', 'old'], 0.5, 1];
  return [
    {
      id: 'unit',
      type: 'symbol',
      source: 'units',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-rotate': ['get', 'turn'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.62, 12, 0.86, 15, 1],
        'text-field': ['step', ['zoom'], '', 11, ['get', 'name']],
        'text-font': [MAP_FONT],
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 1],
        'text-optional': true,
      },
      paint: {
        'icon-opacity': faded,
        'text-opacity': faded,
        'text-color': ['match', ['get', 'family'], 'av', signal.av, 're', signal.re, 'pa', signal.pa, signal.ou],
        'text-halo-color': map.halo,
        'text-halo-width': 2,
      },
    },
  ];
}

function incidentLayers({ map }: Colours): LayerSpecification[] {
  return [
    {
      id: 'selected-case',
      type: 'circle',
      source: 'selected',
      paint: { 'circle-radius': 23, 'circle-opacity': 0, 'circle-stroke-width': 6, 'circle-stroke-color': map.edge },
    },
    {
      id: 'selected',
      type: 'circle',
      source: 'selected',
      paint: { 'circle-radius': 24, 'circle-opacity': 0, 'circle-stroke-width': 2.5, 'circle-stroke-color': map.ring },
    },
    {
      id: 'incident',
      type: 'symbol',
      source: 'incidents',
      layout: {
        'icon-image': ['concat', 'incident-', ['to-string', ['get', 'priority']]],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.72, 12, 0.92, 15, 1],
        'symbol-sort-key': ['-', 0, ['get', 'priority']],
        'text-field': ['step', ['zoom'], '', 13, ['get', 'name']],
        'text-font': [MAP_FONT],
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 1.5],
        'text-optional': true,
      },
      paint: { 'text-color': map.place, 'text-halo-color': map.halo, 'text-halo-width': 2 },
    },
  ];
}
