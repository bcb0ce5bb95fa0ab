import { lazy } from 'react';

/**
 * The map, loaded when it is first shown because MapLibre is larger than everything else together: put it in a
 * `<Suspense>`. Types come along for nothing.
 */
export const MapView = lazy(() => import('./MapView.js').then((loaded) => ({ default: loaded.MapView })));
export type { MapHandle, MapViewProps } from './MapView.js';
export type { Bounds } from './dispatch-map.js';
export type { IncidentMark, PlaceMark, RouteMark, UnitMark } from './layers.js';
export { COVER_MINUTES } from './coverage-layers.js';
export type { ObstructionMark, Sketch } from './obstruction-layers.js';
export type { UnitFamily, UnitShape } from './icons.js';
export type { MovablePin } from './pin-handle.js';
export type { PhoneMark } from './phone-layers.js';
