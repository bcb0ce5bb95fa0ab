/** Response times as a supervisor must be able to trust them: computed from the journal, and from nothing else. */
export * from './percentile.js';
export * from './ledger.js';
export * from './statistics.js';
export * from './reporting.service.js';
