import type { LngLat } from '#contracts';

/**
 * Plus codes (Open Location Code, Google 2014, open specification): pairs of base-20 digits for latitude and longitude,
 * a `+` after the eighth, then cells of a 4 by 5 grid.
 */
const DIGITS = '23456789CFGHJMPQRVWX';
const PAIRS = /(?:^|\s)([23456789CFGHJMPQRVWX]{4,8})\+([23456789CFGHJMPQRVWX]{2,7})?(?=$|[\s,])/i;
const PAIR_DEGREES = [20, 1, 1 / 20, 1 / 400, 1 / 8000];

export interface SpokenPlusCode {
  readonly code: string;
  /** The town that a short code was given with, e.g. `Thuận An`; may be empty. */
  readonly near: string;
}

/** Of a full code's first two digits: 9 x 20 degrees of latitude, 18 x 20 of longitude are all there are. */
const isOnEarth = (code: string): boolean =>
  DIGITS.indexOf(code[0]!.toUpperCase()) < 9 && DIGITS.indexOf(code[1]!.toUpperCase()) < 18;

/** A full (`7P28XM2X+2X`) or short (`XM2X+2X Thuận An`) code in a text; null without one. */
export function plusCodeIn(text: string): SpokenPlusCode | null {
  const found = PAIRS.exec(text);
  if (!found || found[1]!.length % 2 !== 0) return null;
  if (found[1]!.length === 8 && !isOnEarth(found[1]!)) return null;
  const near = text
    .replace(found[0], ' ')
    .replace(/[,\s]+/g, ' ')
    .trim();
  return { code: `${found[1]}+${found[2] ?? ''}`.toUpperCase(), near };
}

export const isShort = (code: string): boolean => code.indexOf('+') < 8;

/** The middle of the cell of a full code. */
export function decodePlusCode(code: string): LngLat {
  const digits = [...code.replace('+', '')].map((digit) => DIGITS.indexOf(digit));
  let [lat, lng] = [-90, -180];
  let [height, width] = [0, 0];
  const pairs = Math.min(5, Math.floor(digits.length / 2));
  for (let i = 0; i < pairs; i++) {
    height = width = PAIR_DEGREES[i]!;
    lat += digits[2 * i]! * height;
    lng += digits[2 * i + 1]! * width;
  }
  for (const digit of digits.slice(10)) {
    [height, width] = [height / 5, width / 4];
    lat += Math.floor(digit / 4) * height;
    lng += (digit % 4) * width;
  }
  return [lng + width / 2, lat + height / 2];
}

/** A short code means the place nearest to its reference whose full code ends like this. */
export function nearestPlusCode(short: string, [lng, lat]: LngLat): LngLat {
  const missing = 8 - short.indexOf('+');
  const resolution = PAIR_DEGREES[missing / 2 - 1]!;
  const [cellLng, cellLat] = decodePlusCode(prefixOf([lng, lat]).slice(0, missing) + short);
  const nearest = (found: number, wished: number) =>
    found - wished > resolution / 2 ? found - resolution : wished - found > resolution / 2 ? found + resolution : found;
  return [nearest(cellLng, lng), nearest(cellLat, lat)];
}

/** The first eight digits of a position's code. */
function prefixOf([lng, lat]: LngLat): string {
  let [north, east] = [lat + 90, lng + 180];
  let code = '';
  for (const degrees of PAIR_DEGREES.slice(0, 4)) {
    const [row, column] = [Math.floor(north / degrees), Math.floor(east / degrees)];
    code += DIGITS[row]! + DIGITS[column]!;
    [north, east] = [north - row * degrees, east - column * degrees];
  }
  return code;
}
