/**
 * The database: where it is, its schema and its migrations. Product code sees a `DATABASE_URL`; when none is given the
 * embedded default is started here, in a process of its own, for trial and training.
 */
export * from './data-source.js';
export * from './migrate.js';
export * from './package-root.js';
export * from './embedded/embedded.js';
export { FolderHeldError } from './embedded/lock.js';
