/**
 * Work without screens: blank cards whose numbers are taken out of the day's count beforehand, what was written on them
 * entered afterwards with the times of the handwriting, and drills that measure both.
 */
export * from './entities.js';
export * from './written-times.js';
export * from './paper.service.js';
