/**
 * The map as its own entry, apart from the rest of the library because MapLibre is large: import it lazily,
 * `lazy(() => import('…/map/index.js').then((map) => ({ default: map.MapView })))`.
 */
export { MapView, type MapHandle, type MapViewProps } from './MapView.js';
export type { Bounds } from './dispatch-map.js';
export type { IncidentMark, PlaceMark, RouteMark, UnitMark } from './layers.js';
export type { UnitFamily, UnitShape } from './icons.js';
