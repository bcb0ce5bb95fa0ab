/**
 * The telephone side of a call: rings as the exchange tells them (signed webhook, Asterisk), the list of those to be
 * called back, what is known of a caller, and where telephones say they are. Every ring ends in a call or on the list
 * (invariant I10); nothing here decides about an incident.
 */
export * from './entities.js';
export * from './rings/ring.js';
export * from './rings/rings.service.js';
export * from './rings/ring-clock.js';
export * from './rings/ring-ledger.js';
export * from './call-backs/call-backs.service.js';
export * from './callers/caller-history.js';
export * from './callers/caller-marks.service.js';
export * from './positions/phone-positions.service.js';
export * from './positions/phone-position-clock.js';
export * from './positions/aml.js';
export * from './exchange/signature.js';
export * from './ami/ami-reader.js';
export * from './reading.js';
