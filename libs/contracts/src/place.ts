import { z } from 'zod';
import { LngLat, Text, type Wording } from './values.js';
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
  /** What told it apart from places of the same name (`gần Chợ Đình`), as the caller confirmed when asked. */
  confirmed: Text(200).optional(),
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

/** What a place of the gazetteer's files is; `house` is a house number, with its street beside it. */
export const NamedPlaceKind = PlaceKind.exclude(['ward', 'former_unit', 'coordinates']);
export type NamedPlaceKind = z.infer<typeof NamedPlaceKind>;

/** What each kind is called, for a person who must tell two places of one name apart. */
export const PLACE_KINDS: Record<PlaceKind, Wording> = {
  street: { vi: 'đường', en: 'street' },
  house: { vi: 'số nhà', en: 'house' },
  junction: { vi: 'giao lộ', en: 'junction' },
  bridge: { vi: 'cầu', en: 'bridge' },
  landmark: { vi: 'địa điểm', en: 'landmark' },
  hospital: { vi: 'bệnh viện', en: 'hospital' },
  station: { vi: 'trạm cấp cứu', en: 'ambulance station' },
  school: { vi: 'trường học', en: 'school' },
  market: { vi: 'chợ', en: 'market' },
  worship: { vi: 'chùa, nhà thờ', en: 'place of worship' },
  fuel: { vi: 'cây xăng', en: 'petrol station' },
  industrial: { vi: 'khu công nghiệp', en: 'industrial park' },
  gate: { vi: 'cổng', en: 'gate' },
  ward: { vi: 'phường, xã mới', en: 'new ward' },
  former_unit: { vi: 'đơn vị cũ', en: 'former unit' },
  coordinates: { vi: 'tọa độ', en: 'coordinates' },
};

/** Who knows the place: the centre's own gazetteer, or Google as a second opinion. */
export const PlaceOpinion = z.enum(['gazetteer', 'google']);
export type PlaceOpinion = z.infer<typeof PlaceOpinion>;

const WordingText = z.object({ vi: z.string(), en: z.string() });

/** One line of the place search. */
export const PlaceSuggestion = z.object({
  id: z.string(),
  name: z.string(),
  kind: PlaceKind,
  /** New ward (since 1 July 2025). */
  ward: z.string().nullable(),
  /** What it belonged to before, where that is known, smallest unit first. */
  formerUnit: z.string().nullable(),
  position: LngLat,
  /** How the caller related to it ("đối diện Cổng 2 KCN VSIP 1"), to be kept for the crew. */
  access: z.string().nullable(),
  /** How exact the position is, when it is not simply the place: the nearest known number, the point near a landmark. */
  note: WordingText.nullable(),
  source: PlaceOpinion,
});
export type PlaceSuggestion = z.infer<typeof PlaceSuggestion>;

/** What was typed fits several places about equally well: the one question that tells them apart. */
export const PlaceAlarm = z.object({
  question: WordingText,
  options: z.array(
    z.object({
      /** Of the suggestion, which stands in the list as well. */
      id: z.string(),
      /** What to listen for in the answer, e.g. `gần Chợ Búng`. */
      tells: WordingText,
      /** From the first option, as the crow flies. */
      distanceMetres: z.number(),
    }),
  ),
});
export type PlaceAlarm = z.infer<typeof PlaceAlarm>;

/** The answer to one search; with an alarm, its options come first and none may be taken without a person's choice. */
export const PlaceSearchAnswer = z.object({
  suggestions: z.array(PlaceSuggestion),
  alarm: PlaceAlarm.nullable(),
  /** Why nothing was found when that can be told, e.g. a shortened link. */
  notice: WordingText.nullable(),
});
export type PlaceSearchAnswer = z.infer<typeof PlaceSearchAnswer>;
