/**
 * What screens are shown, read from the rows of every domain at one moment: the board of the room as a table of kinds
 * of record (snapshot, change, digest), one incident with its history, and the narrower views of a crew and a station.
 * Reads only.
 */
export * from './records.js';
export * from './incident-detail.js';
export * from './closed-incidents.js';
export * from './field-views.js';
export * from './mirror.js';
