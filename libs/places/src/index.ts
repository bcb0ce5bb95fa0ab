/**
 * The gazetteer: from what a caller says to places on the map, and from a pin to words a crew understands. Pure and in
 * memory; folds accents, abbreviations and typing slips the way callers and call takers make them, knows the units of
 * before and after 1 July 2025, and asks when one name means several places.
 */
export { Gazetteer, type GazetteerData, type PlaceSearch, type SearchOptions, type SearchPlace } from './gazetteer.js';
export { GooglePlaces, type Corners } from './google-places.js';
export { type PinWords } from './pin.js';
export { type NamedRoad } from './streets.js';
export { coordinatesIn } from './sayings/coordinates.js';
export { fold } from './words/fold.js';
