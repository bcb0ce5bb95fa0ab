import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { Coverage, LngLat } from '#contracts';
import { COMMON, useTexts } from '../texts/index.js';
import { DispatchMap, type Bounds, type Room } from './dispatch-map.js';
import {
  incidentFeatures,
  placeFeatures,
  routeFeatures,
  selectedFeatures,
  type IncidentMark,
  type PlaceMark,
  type RouteMark,
  type UnitMark,
} from './layers.js';
import { coverageFeatures } from './coverage-layers.js';
import { obstructionFeatures, sketchFeatures, type ObstructionMark, type Sketch } from './obstruction-layers.js';
import type { MovablePin } from './pin-handle.js';
import { phoneFeatures, type PhoneMark } from './phone-layers.js';
import type { ZoomLabels } from './zoom-control.js';
import './map-tokens.css';
import './map.css';

setWorkerUrl(workerUrl);

export interface MapHandle {
  /** Brings a position to the middle, near enough to see streets. */
  focus(at: LngLat): void;
  /** Shows all positions at once. */
  fit(positions: readonly LngLat[], room?: Room): void;
  /** The position in the middle; null before the map is there. */
  centre(): LngLat | null;
}

interface Marks {
  /** Redraws with the theme's colours; the colours themselves come from `[data-theme]`. */
  readonly theme: 'dark' | 'night' | 'light';
  readonly units: readonly UnitMark[];
  readonly incidents: readonly IncidentMark[];
  readonly hospitals: readonly PlaceMark[];
  readonly stations: readonly PlaceMark[];
  readonly routes: readonly RouteMark[];
  readonly obstructions: readonly ObstructionMark[];
  readonly sketch?: Sketch;
  /** Where callers' telephones say they are. */
  readonly phones?: readonly PhoneMark[];
  /** Places that a person may move. */
  readonly pins?: readonly MovablePin[];
  /** How soon help could be where; null or left out: not shown. */
  readonly coverage?: Coverage | null;
  /** Wards stand out with their names. */
  readonly wards?: boolean;
  readonly selectedUnitId: string | null;
  readonly selectedIncidentId: string | null;
}

/** What to show first; read once. */
type FirstView =
  { readonly bounds: Bounds; readonly centre?: undefined } | { readonly bounds?: undefined; readonly centre: LngLat };

interface MapOptions extends Marks {
  /** Template of the tiles, e.g. `/tiles/7/{z}/{x}/{y}.mvt`; another one is drawn from at once. */
  readonly tilesUrl: string;
  /** Shown in the corner at all times. */
  readonly attribution: string;
  readonly onSelectUnit?: (id: string) => void;
  readonly onSelectIncident?: (id: string) => void;
  /** A click beside every mark; the cursor becomes a cross while it is given. */
  readonly onPickPosition?: (at: LngLat) => void;
  readonly ariaLabel: string;
  readonly ref?: Ref<MapHandle>;
}
export type MapViewProps = MapOptions & FirstView;

const CENTRE_ZOOM = 13;
const NO_PHONES: readonly PhoneMark[] = [];
const NO_PINS: readonly MovablePin[] = [];
const NO_SKETCH: Sketch = { points: [], shape: null };

/** The map of a window. React says what is on it; the map itself is made once and keeps its camera. */
export function MapView(props: MapViewProps) {
  const { ariaLabel, onPickPosition, ref } = props;
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const { t } = useTexts();
  const labels = useRef({ zoomIn: t(COMMON.zoomIn), zoomOut: t(COMMON.zoomOut) });
  const { map, failure } = useOpenMap(container, latest, labels.current);
  // Without WebGL there is no map: the nearest error boundary says so in its place.
  if (failure) throw failure;
  useBase(map, props);
  useMarks(map, props);
  useImperativeHandle(
    ref,
    () => ({
      focus: (at) => map?.focus(at),
      fit: (positions, room) => map?.fit(positions, room),
      centre: () => map?.centre ?? null,
    }),
    [map],
  );
  return (
    <div
      ref={container}
      className={onPickPosition ? 'map-view is-picking' : 'map-view'}
      aria-label={ariaLabel}
      role="group"
      data-map-ready={map ? '' : undefined}
    />
  );
}

function useOpenMap(
  container: { readonly current: HTMLDivElement | null },
  latest: { readonly current: MapViewProps },
  labels: ZoomLabels,
): { map: DispatchMap | null; failure: Error | null } {
  const [map, setMap] = useState<DispatchMap | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let opened: DispatchMap | null = null;
    let closed = false;
    const first = latest.current;
    const view = first.bounds ? { bounds: first.bounds } : { centre: first.centre, zoom: CENTRE_ZOOM };
    if (!container.current) return;
    DispatchMap.open({
      container: container.current,
      tilesUrl: fullAddress(first.tilesUrl),
      attribution: first.attribution,
      ariaLabel: first.ariaLabel,
      labels,
      view,
      onSelectUnit: (id) => latest.current.onSelectUnit?.(id),
      onSelectIncident: (id) => latest.current.onSelectIncident?.(id),
      onPickPosition: (at) => latest.current.onPickPosition?.(at),
    }).then(
      (made) => {
        if (closed) return made.close();
        opened = made;
        setMap(made);
      },
      (reason: unknown) => setFailure(reason instanceof Error ? reason : new Error(String(reason))),
    );
    return () => {
      closed = true;
      opened?.close();
      setMap(null);
    };
  }, [container, latest, labels]);
  return { map, failure };
}

/** MapLibre's worker knows no page to take the rest of an address from. */
const fullAddress = (template: string) =>
  new URL(template, location.origin).href.replaceAll('%7B', '{').replaceAll('%7D', '}');

function useBase(map: DispatchMap | null, { tilesUrl, attribution }: MapViewProps): void {
  const drawn = useRef(tilesUrl);
  useEffect(() => {
    if (!map || drawn.current === tilesUrl) return;
    drawn.current = tilesUrl;
    map.showBase(fullAddress(tilesUrl), attribution);
  }, [map, tilesUrl, attribution]);
}

function useMarks(map: DispatchMap | null, marks: Marks): void {
  const { theme, units, incidents, hospitals, stations, routes, selectedUnitId, selectedIncidentId } = marks;
  const { phones = NO_PHONES, pins = NO_PINS } = marks;
  const { obstructions, sketch = NO_SKETCH, coverage = null, wards = false } = marks;
  useEffect(() => {
    const frame = requestAnimationFrame(() => map?.repaint());
    return () => cancelAnimationFrame(frame);
  }, [map, theme]);
  useEffect(() => map?.showUnits(units), [map, units]);
  useEffect(() => map?.show('incidents', incidentFeatures(incidents)), [map, incidents]);
  useEffect(() => map?.show('hospitals', placeFeatures(hospitals)), [map, hospitals]);
  useEffect(() => map?.show('stations', placeFeatures(stations)), [map, stations]);
  useEffect(() => map?.show('routes', routeFeatures(routes)), [map, routes]);
  useEffect(() => map?.show('obstructions', obstructionFeatures(obstructions)), [map, obstructions]);
  useEffect(() => map?.show('phones', phoneFeatures(phones)), [map, phones]);
  useEffect(() => map?.showPins(pins), [map, pins]);
  useEffect(() => map?.show('coverage', coverageFeatures(coverage)), [map, coverage]);
  useEffect(() => map?.showWards(wards), [map, wards]);
  useEffect(() => map?.show('sketch', sketchFeatures(sketch)), [map, sketch]);
  const unitAt = units.find(({ id }) => id === selectedUnitId)?.at;
  const incidentAt = incidents.find(({ id }) => id === selectedIncidentId)?.at;
  useEffect(() => {
    map?.show('selected', selectedFeatures([unitAt, incidentAt].filter((at) => at !== undefined)));
  }, [map, unitAt, incidentAt]);
}
