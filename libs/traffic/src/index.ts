/**
 * What the road is like right now: closures, floods and jams that the room draws or a crew reports, each with an end of
 * its own; speeds learned from the centre's own drives, and how far a promise can be trusted; and the one place
 * ({@link TrafficNow}) where everything that makes roads slower or closed is multiplied and put in force for the next
 * travel time. Geometry and effects are pure rules; the service writes through the journal.
 */
export * from './traffic-now.js';
export * from './obstructions/effect.js';
export * from './obstructions/entities.js';
export * from './obstructions/reading.js';
export * from './obstructions/obstruction-factors.js';
export * from './obstructions/obstructed-times.js';
export * from './obstructions/obstructions.service.js';
export * from './obstructions/obstruction-clock.js';
export * from './speeds/speed-rule.js';
export * from './speeds/speeds.service.js';
export * from './speeds/lessons.js';
