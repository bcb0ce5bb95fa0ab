import { lazy } from 'react';

/** The map of a window, fetched when it is first drawn: MapLibre is large. Give it a `Suspense` around. */
export const MapView = lazy(() => import('./map/index.js').then((map) => ({ default: map.MapView })));
