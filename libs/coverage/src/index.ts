/**
 * How well the free vehicles cover the region: how soon one of them could be in every built-up square, by road and under
 * the conditions in force. For looking at and for judging gaps; who moves where is decided elsewhere.
 */
export * from './cells.js';
export * from './coverage-map.js';
export * from './gaps.js';
export * from './ward-times.js';
