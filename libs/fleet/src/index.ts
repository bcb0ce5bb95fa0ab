/**
 * What the centre can send: owners, stations, vehicles, crews on shift, and where each vehicle is. A position passes
 * an ordered list of small stages before it moves a marker.
 */
export * from './entities.js';
export * from './unit.js';
export * from './positions/fix.js';
export * from './positions/decoding.js';
export * from './positions/osmand.js';
export * from './positions/owntracks.js';
export * from './positions/stages.js';
export * from './positions/positions.service.js';
export * from './duty.js';
export * from './directory.js';
export * from './capacity.service.js';
export * from './station-areas.js';
