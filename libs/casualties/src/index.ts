/**
 * An incident with many patients (START, METHANE): each counted once, by whoever stands before them, and followed to
 * where they went; where vehicles report first, and who leads. The mode ends explicitly and stays in the history.
 */
export * from './entities.js';
export * from './reading.js';
export * from './casualties.service.js';
