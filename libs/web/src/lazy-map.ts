import { lazy } from 'react';

/** The map, loaded only where one is shown: MapLibre weighs more than all the rest. Needs a `Suspense` around it. */
export const MapView = lazy(() => import('./map/index.js').then((map) => ({ default: map.MapView })));
