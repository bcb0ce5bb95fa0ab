import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Geometry, Position } from 'geojson';
import type { LngLat } from '#contracts';
import { middleOf } from '#geo';
import { ROAD_CLASSES, type MapFeature, type RoadClass, type WardArea } from '#region';
import { atOnce, inSteps } from '#steps';
import { EXTENT, partOf, reaches, Slicer, TILE_ZOOMS, type Slice } from './slices.js';
import { featureMinZoom, ROAD_MIN_ZOOM, TILE_LAYERS } from './zoom-rules.js';

/** A stretch of road as the network holds it: a row of `road_edge` or an edge in memory will do. */
export interface RoadLine {
  readonly wayId: number;
  readonly roadClass: RoadClass;
  readonly link: boolean;
  readonly bridge: boolean;
  readonly name: string | null;
  readonly ref: string | null;
  readonly line: readonly LngLat[];
}

export interface BaseMap {
  readonly roads: readonly RoadLine[];
  readonly features: readonly MapFeature[];
  readonly wards: readonly WardArea[];
}

const ROADS_AT_ONCE = 4_000;
const NOTHING = new Uint8Array(0);

/**
 * Makes Mapbox vector tiles (version 2, extent 4096) of one base map, uncompressed.
 * Property names are short because every tile repeats them: c class rank, n name, r code, k kind, p rank, l link,
 * b bridge.
 */
export class TileMaker {
  private constructor(private readonly slices: readonly Slice[]) {}

  static build(map: BaseMap): TileMaker {
    return atOnce(TileMaker.making(map));
  }

  /** The same with pauses, for a server that answers meanwhile. */
  static buildInSteps(map: BaseMap): Promise<TileMaker> {
    return inSteps(TileMaker.making(map));
  }

  private static *making({ roads, features, wards }: BaseMap): Generator<void, TileMaker> {
    const slicer = new Slicer();
    let waiting = 0;
    for (const road of joined(roads)) {
      slicer.add('road', ROAD_MIN_ZOOM[road.roadClass], lineOf(road.line), roadProperties(road));
      if (++waiting % ROADS_AT_ONCE === 0) yield;
    }
    for (const feature of features) {
      // Ward borders come from the wards themselves.
      if (feature.layer === 'boundary' && feature.kind === 'ward') continue;
      slicer.add(feature.layer, featureMinZoom(feature), feature.geometry, propertiesOf(feature));
    }
    for (const { name, geometry } of wards) {
      slicer.add('boundary', 10, bordersOf(geometry), { k: 'ward', n: name });
      const [lng, lat] = middleOf(geometry);
      slicer.add('boundary', 10, { type: 'Point', coordinates: [lng, lat] }, { k: 'ward-name', n: name });
    }
    yield;
    const slices: Slice[] = [];
    for (const slice of slicer.cut()) {
      slices.push(slice);
      yield;
    }
    return new TileMaker(slices);
  }

  /** The tile's bytes; none where there is nothing to draw or the zoom is outside {@link TILE_ZOOMS}. */
  tile(z: number, x: number, y: number): Uint8Array {
    if (z < TILE_ZOOMS.least || z > TILE_ZOOMS.most) return NOTHING;
    const layers: Record<string, GeoJSONVTTile> = {};
    for (const slice of this.slices) {
      const part = reaches(slice, z, x, y) ? partOf(slice, z, x, y) : null;
      if (!part) continue;
      const whole = (layers[slice.layer] ??= { ...part, features: [] });
      for (const feature of part.features) whole.features.push(feature);
    }
    const drawn = TILE_LAYERS.filter((layer) => layers[layer]);
    if (drawn.length === 0) return NOTHING;
    return fromGeojsonVt(Object.fromEntries(drawn.map((layer) => [layer, layers[layer] as GeoJSONVTTile])), {
      version: 2,
      extent: EXTENT,
    });
  }
}

/** A way comes in stretches from junction to junction: drawn as one line it is a third of the bytes. */
function* joined(roads: readonly RoadLine[]): Generator<RoadLine> {
  let open: { road: RoadLine; line: LngLat[] } | null = null;
  for (const road of roads) {
    const [end, start] = [open?.line.at(-1), road.line[0]];
    const continues =
      open && end && start && open.road.wayId === road.wayId && end[0] === start[0] && end[1] === start[1];
    if (open && continues) {
      open.line.push(...road.line.slice(1));
      continue;
    }
    if (open) yield { ...open.road, line: open.line };
    open = { road, line: [...road.line] };
  }
  if (open) yield { ...open.road, line: open.line };
}

const positions = (line: readonly LngLat[]): Position[] => line.map(([lng, lat]) => [lng, lat]);
const lineOf = (line: readonly LngLat[]): Geometry => ({ type: 'LineString', coordinates: positions(line) });

/** A road without a name is called by its number; a number the name already says is not said twice. */
const roadProperties = ({ roadClass, name, ref, link, bridge }: RoadLine) => ({
  c: ROAD_CLASSES.indexOf(roadClass),
  ...((name ?? ref) && { n: name ?? ref }),
  ...(ref && name && !name.includes(ref) && { r: ref }),
  ...(link && { l: 1 }),
  ...(bridge && { b: 1 }),
});

const propertiesOf = ({ kind, name, rank }: MapFeature) => ({ k: kind, p: rank, ...(name && { n: name }) });

const bordersOf = (geometry: WardArea['geometry']): Geometry => ({
  type: 'MultiLineString',
  coordinates: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
});
