import {
  AttributionControl,
  LngLatBounds,
  Map as MapLibreMap,
  ScaleControl,
  type GeoJSONSource,
  type VectorTileSource,
  type LayerSpecification,
  type MapMouseEvent,
} from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { LngLat } from '#contracts';
import { coloursAt } from './colours.js';
import { paintIcons } from './icons.js';
import { MARK_SOURCES, markLayers, unitFeatures, type MarkSource, type UnitMark } from './layers.js';
import { paced } from './pace.js';
import { PinHandles, type MovablePin } from './pin-handle.js';
import { baseLayers, BASE_MIN_ZOOM, baseStyle, MAP_FONT } from './style.js';
import { ZoomControl, type ZoomLabels } from './zoom-control.js';

/** Pixels to leave free at the edges. */
export type Room = Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
const EVEN_ROOM: Room = { top: 72, right: 72, bottom: 72, left: 72 };

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface DispatchMapOptions {
  readonly container: HTMLElement;
  readonly tilesUrl: string;
  readonly attribution: string;
  readonly ariaLabel: string;
  readonly labels: ZoomLabels;
  readonly view: { readonly bounds: Bounds } | { readonly centre: LngLat; readonly zoom: number };
  readonly onSelectUnit: (id: string) => void;
  readonly onSelectIncident: (id: string) => void;
  readonly onPickPosition: (at: LngLat) => void;
}

const CAMERA_MS = 300;
/** Room at the edges for what lies over the map: tools and zoom above, the legend below. */
const FIRST_PADDING = { top: 56, right: 56, bottom: 72, left: 24 };
const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Letters of every kind a Vietnamese label holds, so that all subsets of the font are there before the first tile. */
async function fontReady(): Promise<void> {
  const sample = 'Đường Nguyễn Thị Hồng ẩ ữ ệ ặ ỗ 0123';
  await Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 16px "${MAP_FONT}"`, sample)));
}

const attributionOf = (words: string) => new AttributionControl({ compact: false, customAttribution: words });

/** The one map of a window: made once, told what to draw, and moved only when a person asks. */
export class DispatchMap {
  private readonly units = paced<readonly UnitMark[]>((units) => this.put('units', unitFeatures(units)));
  private readonly latest = new Map<MarkSource, FeatureCollection>();
  private ready = false;
  private wards = false;

  private attribution: AttributionControl;
  private readonly pins: PinHandles;

  private constructor(
    private readonly map: MapLibreMap,
    private readonly options: DispatchMapOptions,
  ) {
    this.pins = new PinHandles(map);
    this.attribution = attributionOf(options.attribution);
    map.addControl(this.attribution);
    map.addControl(new ZoomControl(options.labels), 'top-right');
    map.addControl(new ScaleControl({ maxWidth: 90, unit: 'metric' }), 'bottom-left');
    map.touchZoomRotate.disableRotation();
    map.once('style.load', () => this.begin());
    map.on('click', (event) => this.click(event));
    map.on('mousemove', (event) => options.container.classList.toggle('is-over', this.markAt(event) !== undefined));
  }

  static async open(options: DispatchMapOptions): Promise<DispatchMap> {
    await fontReady();
    const { container, view } = options;
    const map = new MapLibreMap({
      container,
      style: baseStyle(coloursAt(container), options.tilesUrl),
      ...('bounds' in view
        ? { bounds: [...view.bounds] as [number, number, number, number], fitBoundsOptions: { padding: FIRST_PADDING } }
        : { center: [...view.centre] as [number, number], zoom: view.zoom }),
      // Below the first zoom that has tiles there would be marks on nothing.
      minZoom: BASE_MIN_ZOOM,
      maxZoom: 18.5,
      fadeDuration: 0,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      locale: { 'Map.Title': options.ariaLabel },
    });
    return new DispatchMap(map, options);
  }

  show(source: Exclude<MarkSource, 'units'>, features: FeatureCollection): void {
    this.put(source, features);
  }

  showUnits(units: readonly UnitMark[]): void {
    this.units.push(units);
  }

  /** Which marks a person may move. */
  showPins(pins: readonly MovablePin[]): void {
    this.pins.show(pins);
  }

  /** Draws another version of the base map, and says whose it is; camera and marks stay. */
  showBase(tilesUrl: string, attribution: string): void {
    if (!this.ready) return void this.map.once('style.load', () => this.showBase(tilesUrl, attribution));
    (this.map.getSource('base') as VectorTileSource | undefined)?.setTiles([tilesUrl]);
    this.map.removeControl(this.attribution);
    this.attribution = attributionOf(attribution);
    this.map.addControl(this.attribution);
  }

  /** Reads the theme's colours again and repaints; camera, tiles and marks stay. */
  repaint(): void {
    if (!this.ready) return;
    const colours = coloursAt(this.options.container);
    paintIcons(this.map, colours);
    const base = baseLayers(colours, { wards: this.wards });
    for (const layer of [...base, ...markLayers(colours)]) this.paint(layer);
  }

  /** Lets the wards stand out, or not. */
  showWards(wards: boolean): void {
    if (this.wards === wards) return;
    this.wards = wards;
    if (!this.ready) return void this.map.once('style.load', () => this.repaint());
    this.repaint();
  }

  get centre(): LngLat {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  focus(at: LngLat): void {
    this.map.easeTo({ center: [...at], zoom: Math.max(this.map.getZoom(), 14), duration: CAMERA_MS });
  }

  fit(positions: readonly LngLat[], room: Room = EVEN_ROOM): void {
    const [first] = positions;
    if (!first) return;
    const bounds = positions.reduce((box, at) => box.extend([...at]), new LngLatBounds([...first], [...first]));
    this.map.fitBounds(bounds, { padding: room, maxZoom: 15.5, duration: CAMERA_MS });
  }

  close(): void {
    this.units.stop();
    this.map.remove();
  }

  private begin(): void {
    const colours = coloursAt(this.options.container);
    paintIcons(this.map, colours);
    for (const source of MARK_SOURCES) {
      this.map.addSource(source, { type: 'geojson', data: this.latest.get(source) ?? EMPTY });
    }
    for (const layer of markLayers(colours)) this.map.addLayer(layer);
    this.ready = true;
  }

  private put(source: MarkSource, features: FeatureCollection): void {
    this.latest.set(source, features);
    if (this.ready) (this.map.getSource(source) as GeoJSONSource | undefined)?.setData(features);
  }

  private paint(layer: LayerSpecification): void {
    const { visibility } = layer.layout ?? {};
    if (visibility) this.map.setLayoutProperty(layer.id, 'visibility', visibility);
    for (const [property, value] of Object.entries(layer.paint ?? {})) {
      // The keys come from the same layer specification; MapLibre types them per layer type only.
      this.map.setPaintProperty(layer.id, property as never, value as never);
    }
  }

  private markAt(event: MapMouseEvent) {
    if (!this.ready) return undefined;
    const { x, y } = event.point;
    const around: [[number, number], [number, number]] = [
      [x - 6, y - 6],
      [x + 6, y + 6],
    ];
    return this.map.queryRenderedFeatures(around, { layers: ['incident', 'unit'] })[0];
  }

  private click(event: MapMouseEvent): void {
    const mark = this.markAt(event);
    const id = String(mark?.properties['id'] ?? '');
    if (mark?.layer.id === 'incident') this.options.onSelectIncident(id);
    else if (mark?.layer.id === 'unit') this.options.onSelectUnit(id);
    else this.options.onPickPosition([event.lngLat.lng, event.lngLat.lat]);
  }
}
