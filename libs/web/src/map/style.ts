import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Colours } from './colours.js';

export const MAP_FONT = 'IBM Plex Sans Variable';
const FONT = [MAP_FONT];
/** The first zoom of the tiles. */
export const BASE_MIN_ZOOM = 8;
/** Class ranks of the tiles: 0–2 main roads, 3–4 secondary and tertiary, 5–7 streets, 8–9 alleys and tracks, 10 ferries. */
const classes = (from: number, to: number): FilterSpecification => [
  'all',
  ['>=', ['get', 'c'], from],
  ['<=', ['get', 'c'], to],
];
const grow = (from: number, least: number, most: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.55],
  ['zoom'],
  from,
  least,
  18,
  most,
];

/** The base map; without glyph files, so that labels are drawn from the page's own font and no request leaves. */
export function baseStyle(colours: Colours, tilesUrl: string): StyleSpecification {
  return {
    version: 8,
    sources: { base: { type: 'vector', tiles: [tilesUrl], minzoom: BASE_MIN_ZOOM, maxzoom: 15 } },
    layers: baseLayers(colours),
  };
}

/** Called again on a change of theme: same layers, other paint. */
export function baseLayers(colours: Colours, { wards }: BaseChoice = { wards: false }): LayerSpecification[] {
  return [...grounds(colours, wards), ...roads(colours), ...labels(colours, wards), wardNames(colours, wards)];
}

/** What a person chose to see of the base map. */
export interface BaseChoice {
  /** Wards stand out, each with its name. */
  readonly wards: boolean;
}

const from = (layer: string) => ({ source: 'base', 'source-layer': layer });
const ofKind = (kind: string): FilterSpecification => ['==', ['get', 'k'], kind];

function grounds({ map }: Colours, wards: boolean): LayerSpecification[] {
  const area = (id: string, layer: string, colour: string, filter?: FilterSpecification): LayerSpecification => ({
    id,
    type: 'fill',
    ...from(layer),
    ...(filter && { filter }),
    paint: { 'fill-color': colour },
  });
  return [
    { id: 'land', type: 'background', paint: { 'background-color': map.land } },
    area('built', 'built', map.built, ['!=', ['get', 'k'], 'industrial']),
    area('industrial', 'built', map.industrial, ofKind('industrial')),
    area('green', 'green', map.green),
    area('water', 'water', map.water, ['==', ['geometry-type'], 'Polygon']),
    {
      id: 'waterway',
      type: 'line',
      ...from('water'),
      minzoom: 12,
      filter: ['all', ['==', ['geometry-type'], 'LineString'], ['in', ['get', 'k'], ['literal', ['canal', 'stream']]]],
      paint: { 'line-color': map.water, 'line-width': 1.5 },
    },
    {
      id: 'ward-border',
      type: 'line',
      ...from('boundary'),
      minzoom: 10,
      filter: ofKind('ward'),
      paint: {
        'line-color': wards ? map.label : map.border,
        'line-width': wards ? 1.6 : 0.8,
        'line-opacity': wards ? 0.9 : 0.35,
      },
    },
    {
      id: 'region-border',
      type: 'line',
      ...from('boundary'),
      filter: ['all', ['!=', ['get', 'k'], 'ward'], ['!=', ['geometry-type'], 'Point']],
      paint: { 'line-color': map.border, 'line-width': 1.2, 'line-dasharray': [4, 3] },
    },
  ];
}

function roads({ map }: Colours): LayerSpecification[] {
  const line = (
    id: string,
    [low, high]: [number, number],
    colour: string,
    width: ExpressionSpecification,
    minzoom: number,
  ): LayerSpecification => ({
    id,
    type: 'line',
    ...from('road'),
    minzoom,
    filter: classes(low, high),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  });
  return [
    line('alley', [8, 9], map['road-alley'], grow(13, 0.5, 6), 13),
    line('minor-case', [5, 7], map['road-case'], grow(12, 1, 13), 13.5),
    line('middle-case', [3, 4], map['road-case'], grow(10, 1.4, 18), 11.5),
    line('minor', [5, 7], map['road-minor'], grow(11, 0.45, 10), 11),
    line('middle', [3, 4], map['road-middle'], grow(10, 0.7, 15), 9),
    line('major-case', [0, 2], map['road-case'], grow(8, 2.2, 26), 8),
    line('major', [0, 2], map['road-major'], grow(8, 1, 20), 8),
  ];
}

function labels({ map }: Colours, wards: boolean): LayerSpecification[] {
  const halo = { 'text-halo-color': map.halo, 'text-halo-width': 1.7 };
  const along = (
    id: string,
    [low, high]: [number, number],
    minzoom: number,
    size: ExpressionSpecification | number,
    colour: string,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    ...from('road'),
    minzoom,
    filter: ['all', classes(low, high), ['has', 'n']] as FilterSpecification,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 340,
      'text-font': FONT,
      'text-field': ['case', ['has', 'r'], ['concat', ['get', 'r'], ' · ', ['get', 'n']], ['get', 'n']],
      'text-size': size,
    },
    paint: { 'text-color': colour, ...halo },
  });
  const place = (
    id: string,
    rank: number,
    minzoom: number,
    size: [number, number],
    colour: string,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    ...from('place'),
    minzoom,
    filter: ['==', ['get', 'p'], rank],
    layout: {
      // Where wards carry their names, a town's name would stand there twice.
      visibility: wards && rank > 1 ? 'none' : 'visible',
      'text-font': FONT,
      'text-field': ['upcase', ['get', 'n']],
      'text-letter-spacing': 0.1,
      'text-max-width': 9,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.9,
      'text-size': ['interpolate', ['linear'], ['zoom'], 9, size[0], 14, size[1]],
    },
    paint: { 'text-color': colour, ...halo, 'text-halo-width': 2 },
  });
  return [
    along('alley-name', [8, 9], 16, 11, map.label),
    along('street-name', [5, 7], 14, 11.5, map.label),
    along('middle-name', [3, 4], 12.8, 11.5, map.label),
    along('major-name', [0, 2], 10.5, ['interpolate', ['linear'], ['zoom'], 10, 10.5, 15, 13], map['road-label']),
    {
      id: 'water-name',
      type: 'symbol',
      ...from('water'),
      minzoom: 10,
      filter: ['all', ['==', ['geometry-type'], 'LineString'], ['has', 'n']],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 500,
        'text-font': FONT,
        'text-field': ['get', 'n'],
        'text-size': 12,
      },
      paint: { 'text-color': map['water-label'], ...halo },
    },
    place('place-3', 3, 10.5, [10, 12], map.label),
    place('place-2', 2, 10.5, [10, 13], map.label),
    place('place-1', 1, 8, [11, 15], map.place),
  ];
}

function wardNames({ map }: Colours, wards: boolean): LayerSpecification {
  return {
    id: 'ward-name',
    type: 'symbol',
    ...from('boundary'),
    minzoom: 10,
    filter: ofKind('ward-name'),
    layout: {
      visibility: wards ? 'visible' : 'none',
      'text-font': FONT,
      'text-field': ['get', 'n'],
      'text-size': 13,
      'text-max-width': 7,
    },
    paint: { 'text-color': map.place, 'text-halo-color': map.halo, 'text-halo-width': 2 },
  };
}
