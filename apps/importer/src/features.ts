import { area, centroid } from '@turf/turf';
import type { Geometry, Polygon } from 'geojson';
import type { LngLat } from '#contracts';
import { boundsOf, distanceMetres, isInside, isWithin, type Bounds } from '#geo';
import type { MapFeature, NamedPlace, WardArea } from '#region';
import type { OsmCollection, Shape } from './collection.js';
import { rankOfArea } from './map-kind.js';
import { joinRings } from './rings.js';

export interface FeaturesAndLandmarks {
  readonly features: MapFeature[];
  readonly landmarks: NamedPlace[];
}

/** Everything of the file that is drawn or named but not driven on, within the bounds when there are some. */
export function readFeatures(file: OsmCollection, within: Bounds | null): FeaturesAndLandmarks {
  const features: MapFeature[] = [];
  const landmarks: NamedPlace[] = [];
  const seen = new SeenNames();
  const add = ({ name, mapKind, landmark }: Pick<Shape, 'name' | 'mapKind' | 'landmark'>, geometry: Geometry) => {
    const position = geometry.type === 'Point' ? (geometry.coordinates as LngLat) : middleOf(geometry);
    if (within && !isWithin(within, position)) return;
    if (mapKind && fits(mapKind.shape, geometry)) {
      const rank = mapKind.shape === 'area' ? rankOfArea(area(geometry)) : mapKind.rank;
      features.push({ layer: mapKind.layer, kind: mapKind.kind, name, rank, geometry });
    }
    if (landmark && !seen.isRepeat(landmark.name, position)) {
      const { kind, symbol, rank, aliases } = landmark;
      const point: Geometry = { type: 'Point', coordinates: position };
      features.push({ layer: 'poi', kind: symbol, name: landmark.name, rank, geometry: point });
      landmarks.push({ kind, name: landmark.name, aliases, position });
    }
  };
  for (const spot of file.spots) add(spot, { type: 'Point', coordinates: spot.position });
  for (const shape of file.listShapes()) for (const geometry of geometriesOf(shape, file)) add(shape, geometry);
  return { features, landmarks };
}

/** Large landmarks are often mapped twice, as a point and as the grounds: one of them is enough to find it. */
const ONE_LANDMARK_METRES = 250;

class SeenNames {
  private readonly positions = new Map<string, LngLat[]>();

  isRepeat(name: string, position: LngLat): boolean {
    const known = this.positions.get(name.toLocaleLowerCase('vi')) ?? [];
    if (known.some((other) => distanceMetres(other, position) < ONE_LANDMARK_METRES)) return true;
    this.positions.set(name.toLocaleLowerCase('vi'), [...known, position]);
    return false;
  }
}

const fits = (shape: 'area' | 'line' | 'point', { type }: Geometry): boolean =>
  ({ area: 'Polygon', line: 'LineString', point: 'Point' })[shape] === type;

/** A polygon for every outer ring that closes, with its holes; a line for a way that is drawn as one. */
function geometriesOf(shape: Shape, file: OsmCollection): Geometry[] {
  const positionsOf = (refs: readonly number[]) =>
    refs.map((ref) => file.findPosition(ref)).filter((position) => position !== null);
  if (shape.mapKind?.shape === 'line') {
    return shape.outer
      .map(positionsOf)
      .filter((coordinates) => coordinates.length > 1)
      .map((coordinates) => ({ type: 'LineString', coordinates }));
  }
  const ringsOf = (lines: readonly (readonly number[])[]) =>
    joinRings(lines)
      .filter((ring) => ring.every((ref) => file.findPosition(ref)))
      .map(positionsOf);
  const holes = ringsOf(shape.inner);
  return ringsOf(shape.outer).map((ring): Polygon => {
    const outer: Polygon = { type: 'Polygon', coordinates: [ring] };
    return { ...outer, coordinates: [ring, ...holes.filter((hole) => isInside(outer, hole[0]!))] };
  });
}

function middleOf(geometry: Geometry): LngLat {
  const [lng, lat] = centroid(geometry).geometry.coordinates;
  return [lng!, lat!];
}

/** The borders of the wards, drawn as lines are: each ward as one feature. */
export function boundaryFeatures(wards: readonly WardArea[]): MapFeature[] {
  return wards.map(({ name, geometry }) => ({ layer: 'boundary', kind: 'ward', name, rank: 4, geometry }));
}

/** Wards that touch the box of the road network: a country's file of wards may be given for one city. */
export function wardsNear(wards: readonly WardArea[], [west, south, east, north]: Bounds): WardArea[] {
  return wards.filter(({ geometry }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const box = boundsOf(rings.flat() as LngLat[]);
    return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
  });
}
