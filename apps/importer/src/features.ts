import { area as areaOf, bboxClip, centroid } from '@turf/turf';
import type { Geometry, LineString, MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '#contracts';
import { boundsOf, distanceMetres, isInside, type Bounds } from '#geo';
import type { FormerUnit, MapFeature, NamedPlace, WardArea } from '#region';
import type { ClipArea } from './clip-area.js';
import type { OsmCollection, Shape, Spot } from './collection.js';
import { rankOfArea } from './map-kind.js';
import { joinRings } from './rings.js';

export interface ReadFeatures {
  readonly features: MapFeature[];
  readonly landmarks: NamedPlace[];
  readonly formerUnits: FormerUnit[];
}

/** Everything of the file that is drawn or named but not driven on; with an area, cut to its box. */
export function readFeatures(file: OsmCollection, area: ClipArea | null): ReadFeatures {
  const features: MapFeature[] = [];
  const landmarks: NamedPlace[] = [];
  const units: { shape: Shape; geometries: Polygon[] }[] = [];
  const seen = new SeenNames();
  const add = ({ name, mapKind, landmark }: Omit<Spot, 'position'>, geometry: Geometry) => {
    const drawn = mapKind && fits(mapKind.shape, geometry) ? cutTo(geometry, area) : null;
    if (mapKind && drawn) {
      const rank = mapKind.shape === 'area' ? rankOfArea(areaOf(geometry)) : mapKind.rank;
      features.push({ layer: mapKind.layer, kind: mapKind.kind, name, rank, geometry: drawn });
    }
    if (!landmark) return;
    const position = geometry.type === 'Point' ? (geometry.coordinates as LngLat) : middleOf(geometry);
    if ((area && !area.contains(position)) || seen.isRepeat(landmark.name, position)) return;
    const { kind, symbol, rank, aliases, street } = landmark;
    const point: Geometry = { type: 'Point', coordinates: position };
    features.push({ layer: 'poi', kind: symbol, name: landmark.name, rank, geometry: point });
    landmarks.push({ kind, name: landmark.name, aliases, position, ...(street && { street }) });
  };
  for (const spot of file.spots) add(spot, { type: 'Point', coordinates: spot.position });
  for (const shape of file.shapes) {
    const geometries = geometriesOf(shape, file);
    for (const geometry of geometries) add(shape, geometry);
    if (shape.unit) units.push({ shape, geometries: geometries.filter((geometry) => geometry.type === 'Polygon') });
  }
  return { features, landmarks, formerUnits: formerUnitsOf(units) };
}

/** Old units with their borders; a ward is within the district that its middle lies in. */
function formerUnitsOf(units: readonly { shape: Shape; geometries: readonly Polygon[] }[]): FormerUnit[] {
  const whole = units.flatMap(({ shape: { unit }, geometries }) => {
    if (!unit || geometries.length === 0) return [];
    const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: geometries.map((part) => part.coordinates) };
    return [{ ...unit, geometry, middle: middleOf(geometry) }];
  });
  const districts = whole.filter(({ level }) => level === 'district');
  return whole.map(({ middle, ...unit }) => {
    const around = unit.level === 'ward' ? districts.find(({ geometry }) => isInside(geometry, middle)) : undefined;
    return { ...unit, within: around?.fullName ?? null };
  });
}

/** What of a geometry lies in the area's box; null for nothing. */
function cutTo(geometry: Geometry, area: ClipArea | null): Geometry | null {
  if (!area) return geometry;
  if (geometry.type === 'Point') return area.contains(geometry.coordinates as LngLat) ? geometry : null;
  const box = [...area.bounds] as [number, number, number, number];
  const cut = bboxClip(geometry as Polygon | LineString, box).geometry;
  return cut.coordinates.length > 0 ? cut : null;
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

/** Areas that touch the box of the road network: a country's file of wards may be given for one city. */
export function areasNear<A extends Pick<WardArea, 'geometry'>>(areas: readonly A[], near: Bounds): A[] {
  const [west, south, east, north] = near;
  return areas.filter(({ geometry }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const box = boundsOf(rings.flat() as LngLat[]);
    return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
  });
}
