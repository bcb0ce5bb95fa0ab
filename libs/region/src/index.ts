/** The region a centre serves, as one import brings it: road ways, map features, wards, named places and directory. */
export * from './region.js';
