import type { Feature, FeatureCollection, Position } from 'geojson';
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { LngLat, ObstructionShape, Passage } from '#contracts';
import type { Colours } from './colours.js';
import { MAP_FONT } from './style.js';

/** Something in the road, as a map shows it: its shape hatched, a sign that says whom it stops, and a word. */
export interface ObstructionMark {
  readonly id: string;
  readonly shape: ObstructionShape;
  readonly passage: Passage;
  /** e.g. `Ngập`. */
  readonly label: string;
}
/** What is being drawn: the points so far, and the shape they will make. */
export interface Sketch {
  readonly points: readonly LngLat[];
  readonly shape: ObstructionShape | null;
}

const METRES_PER_DEGREE = 111_195;
const CORNERS = 48;

/** A circle as MapLibre draws it: a ring of corners, closed. */
export function ringOf({ at: [lng, lat], radiusMetres }: { at: LngLat; radiusMetres: number }): Position[] {
  const north = radiusMetres / METRES_PER_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CORNERS + 1 }, (_, i) => {
    const turn = (2 * Math.PI * i) / CORNERS;
    return [lng + east * Math.cos(turn), lat + north * Math.sin(turn)];
  });
}

const positions = (points: readonly LngLat[]): Position[] => points.map(([lng, lat]) => [lng, lat]);

function geometryOf(shape: ObstructionShape): Feature['geometry'] {
  if (shape.form === 'line') return { type: 'LineString', coordinates: positions(shape.points) };
  const ring = shape.form === 'circle' ? ringOf(shape) : positions([...shape.points, shape.points[0]!]);
  return { type: 'Polygon', coordinates: [ring] };
}

/** Where its sign stands: the middle of it. */
export function middleOf(shape: ObstructionShape): LngLat {
  if (shape.form === 'circle') return shape.at;
  const { points } = shape;
  if (shape.form === 'line') {
    const [a, b] = [points[Math.ceil(points.length / 2) - 1]!, points[Math.floor(points.length / 2)]!];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  }
  const sum = points.reduce(([x, y], [lng, lat]) => [x + lng, y + lat] as LngLat, [0, 0] as LngLat);
  return [sum[0] / points.length, sum[1] / points.length];
}

const point = ([lng, lat]: LngLat, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lng, lat] },
  properties,
});

export const obstructionFeatures = (marks: readonly ObstructionMark[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: marks.flatMap(({ id, shape, passage, label }) => [
    { type: 'Feature', geometry: geometryOf(shape), properties: { id, passage } },
    point(middleOf(shape), { id, name: label, icon: `obstruction-${passage}` }),
  ]),
});

export const sketchFeatures = ({ points, shape }: Sketch): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    ...(shape ? [{ type: 'Feature' as const, geometry: geometryOf(shape), properties: {} }] : []),
    ...points.map((at) => point(at, {})),
  ],
});

/** Below vehicles and incidents, above routes: hatched, and never by colour alone. */
export function obstructionLayers({ map, signal }: Colours): LayerSpecification[] {
  const areas: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
  const lines: FilterSpecification = ['!=', ['geometry-type'], 'Point'];
  const points: FilterSpecification = ['==', ['geometry-type'], 'Point'];
  return [
    {
      id: 'obstruction-area',
      type: 'fill',
      source: 'obstructions',
      filter: areas,
      // Street names under it must still be read.
      paint: {
        'fill-pattern': ['match', ['get', 'passage'], 'none', 'hatch-close', 'hatch-wide'],
        'fill-opacity': 0.45,
      },
    },
    {
      id: 'obstruction-case',
      type: 'line',
      source: 'obstructions',
      filter: lines,
      paint: { 'line-color': map.edge, 'line-width': 8 },
    },
    {
      id: 'obstruction-line',
      type: 'line',
      source: 'obstructions',
      filter: lines,
      paint: { 'line-color': map.obstruction, 'line-width': 4, 'line-dasharray': [1.2, 0.8] },
    },
    {
      id: 'obstruction-sign',
      type: 'symbol',
      source: 'obstructions',
      filter: points,
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.7, 13, 1],
        'text-field': ['step', ['zoom'], '', 11, ['get', 'name']],
        'text-font': [MAP_FONT],
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [1.1, 0],
        'text-optional': true,
      },
      paint: { 'text-color': map.obstruction, 'text-halo-color': map.halo, 'text-halo-width': 2 },
    },
    {
      id: 'sketch-line',
      type: 'line',
      source: 'sketch',
      filter: lines,
      paint: { 'line-color': signal.accent, 'line-width': 3, 'line-dasharray': [2, 1.2] },
    },
    {
      id: 'sketch-point',
      type: 'circle',
      source: 'sketch',
      filter: points,
      paint: {
        'circle-radius': 5,
        'circle-color': map.halo,
        'circle-stroke-width': 2.5,
        'circle-stroke-color': signal.accent,
      },
    },
  ];
}
