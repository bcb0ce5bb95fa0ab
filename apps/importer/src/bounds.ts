import type { Bounds } from '#geo';
import { readClipArea } from './areas.js';
import type { ClipArea } from './clip-area.js';
import { refuse } from './osm.js';

/** What `--within` says: a box, or the polygons of a GeoJSON file. */
export const readWithin = (text: string): Promise<Bounds | ClipArea> =>
  /\.(geo)?json$/i.test(text) ? readClipArea(text) : Promise.resolve(text).then(parseBounds);

/** `west,south,east,north` in degrees as given on the command line; throws ImportRefused on anything else. */
export function parseBounds(text: string): Bounds {
  const [west, south, east, north, ...more] = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const isBox = west! < east! && south! < north! && west! >= -180 && east! <= 180 && south! >= -90 && north! <= 90;
  if (!isBox || more.length > 0) {
    throw refuse(
      `Vùng "${text}" sai. Cần tây,nam,đông,bắc, ví dụ 106.6,10.7,106.8,10.9, hoặc một tệp .geojson.`,
      `The box "${text}" is wrong: it takes west,south,east,north, e.g. 106.6,10.7,106.8,10.9, or a .geojson file.`,
    );
  }
  return [west!, south!, east!, north!];
}
