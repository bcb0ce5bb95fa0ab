/**
 * Long work in steps, so that a server which serves meanwhile answers between two of them: written once as a generator
 * that yields after each step, and done either at once or with pauses.
 */
export * from './steps.js';
