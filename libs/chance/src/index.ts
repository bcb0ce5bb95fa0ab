/**
 * Seeded chance: what looks random and is the same in every run. The generated region, the simulated people and the
 * benchmarks draw from it, so that what one run shows another can repeat.
 */
export * from './random.js';
