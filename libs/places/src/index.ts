/**
 * The gazetteer: from what a caller says to places on the map, and from a pin to words a crew understands. Pure and in
 * memory; folds accents, abbreviations and typing slips the way callers and call takers make them.
 */
export { PlaceIndex, type PlaceSearch, type SearchOptions, type SearchPlace } from './place-index.js';
export { type NamedRoad, type PinWords } from './pin.js';
export { coordinatesIn } from './coordinates.js';
export { fold } from './fold.js';
