/**
 * The region a centre serves: what one import brings (road ways, map features, wards, named places, directory), the
 * road network built from it, and the store that replaces all of it in one transaction.
 */
export * from './region.js';
export * from './network.js';
export * from './query.js';
export * from './store.js';
export * from './import-claim.js';
export * from './replacement.js';
export * from './centre-places.js';
