/**
 * The log of the room's shifts: lines that people add, how things stood when each shift began, and who took it over.
 * Nothing in it is ever changed.
 */
export * from './entities.js';
export * from './shift-times.js';
export * from './shift-log.service.js';
export * from './shift-log-clock.js';
export { readFacts } from './facts.js';
