import { z } from 'zod';
import { LngLat, Text } from './values.js';
import { PlaceSource } from './words.js';

/** Where an incident is: words a crew understands, and a position once one is known. */
export const Place = z.object({
  /** As told or chosen: house number, street, landmark. */
  address: Text(300),
  /** How to get in: alley, gate, floor, who waits where. */
  access: Text(300).optional(),
  position: LngLat.nullable(),
  source: PlaceSource,
  /** New ward (since 1 July 2025); the server fills it from the position. */
  ward: Text(80).optional(),
  /** What the area was before that date, e.g. `Phường Lái Thiêu, Thành phố Thuận An`; the server fills it too. */
  formerUnit: Text(160).optional(),
});
export type Place = z.infer<typeof Place>;

/** What a line of the place search is; a former unit is one of before 1 July 2025. */
export const PlaceKind = z.enum([
  'street',
  'house',
  'junction',
  'bridge',
  'landmark',
  'hospital',
  'station',
  'school',
  'market',
  'worship',
  'fuel',
  'industrial',
  'gate',
  'ward',
  'former_unit',
  'coordinates',
]);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** One line of the place search. */
export const PlaceSuggestion = z.object({
  id: z.string(),
  name: z.string(),
  kind: PlaceKind,
  ward: z.string().nullable(),
  position: LngLat,
});
export type PlaceSuggestion = z.infer<typeof PlaceSuggestion>;
