/**
 * What happened, in order. Every change is made through {@link Journal.write}: one transaction holds the change, its
 * entries and the command's answer, and readers follow the gapless numbers. The chain of hashes shows tampering.
 */
export * from './clock.js';
export * from './repeating.js';
export * from './actor.js';
export * from './entry.js';
export * from './journal.js';
export * from './reading.js';
export * from './verify.js';
export * from './access-log.js';
