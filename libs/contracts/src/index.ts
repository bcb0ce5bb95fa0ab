/**
 * The words both sides speak: identifiers, the trade's dictionary, lifecycles as data, every command and every view.
 * Server and browser import this and only this from each other; it depends on zod and nothing else.
 */
export * from './ids.js';
export * from './values.js';
export * from './words.js';
export * from './lifecycles.js';
export * from './reasons.js';
export * from './protocols.js';
export * from './triage.js';
export * from './duplicates.js';
export * from './errors.js';
export * from './place.js';
export * from './fleet.js';
export * from './incidents.js';
export * from './obstructions.js';
export * from './phone.js';
export * from './rings.js';
export * from './callers.js';
export * from './phone-positions.js';
export * from './caller-links.js';
export * from './exchange.js';
export * from './prealerts.js';
export * from './messages.js';
export * from './casualties.js';
export * from './shift-log.js';
export * from './recommendation.js';
export * from './suggestions.js';
export * from './diversion.js';
export * from './hospital-choice.js';
export * from './cover.js';
export * from './access.js';
export * from './routes.js';
export * from './statistics.js';
export * from './commands/index.js';
export * from './alarms.js';
export * from './board.js';
export * from './live.js';
export * from './paper.js';
export * from './reads.js';
