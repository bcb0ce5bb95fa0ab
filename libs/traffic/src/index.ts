/**
 * What happens on the roads: speeds learned from the centre's own drives, by class and main road, hour and siren, and
 * how far a promise can be trusted.
 */
export * from './speeds/index.js';
