/**
 * Words between the room and the crews, each with the proof that it arrived, and the call of a crew in danger. The words
 * are personal data: they stand in rows of their own and never in the journal.
 */
export * from './entities.js';
export * from './messages.service.js';
export * from './message-clock.js';
export * from './distress.service.js';
export * from './reading.js';
