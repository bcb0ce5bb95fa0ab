/**
 * The base map as vector tiles, made in process from the region's own roads and features and kept on disk: no tile
 * server, no outside request. Layers: road, water, green, built, boundary, place, poi; `zoom-rules.ts` says what is drawn from where.
 */
export { AHEAD_ZOOMS, TileFiles } from './tile-files.js';
export { TILE_ZOOMS } from './slices.js';
export { TileMaker, type BaseMap, type RoadLine } from './tile-maker.js';
export { TILE_LAYERS, type TileLayer } from './zoom-rules.js';
