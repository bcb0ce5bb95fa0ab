import { LngLat } from '#contracts';

const DECIMAL = String.raw`(-?\d{1,3}[.]\d+)`;
const WITH_COMMA = String.raw`(-?\d{1,3},\d+)`;
const BETWEEN = String.raw`\s*(?:[,;/\s]|và|va)\s*`;
const LABEL = String.raw`(?:(?:vĩ độ|vi do|kinh độ|kinh do|tọa độ|toạ độ|toa do|lat|lng|lon|long)\s*[:=]?\s*)*`;
const PATTERNS = [
  new RegExp(`^\\s*\\(?${LABEL}${DECIMAL}\\s*°?\\s*[NBnb]?${BETWEEN}${LABEL}${DECIMAL}\\s*°?\\s*[EĐeđ]?\\)?\\s*$`, 'u'),
  new RegExp(`^\\s*${WITH_COMMA}\\s*[;\\s]\\s*${WITH_COMMA}\\s*$`, 'u'),
];
const SEXAGESIMAL =
  /^\s*(\d{1,3})\s*°\s*(\d{1,2})\s*['′’]\s*(\d{1,2}(?:[.,]\d+)?)?\s*["″”]?\s*([NB])[\s,;]*(\d{1,3})\s*°\s*(\d{1,2})\s*['′’]\s*(\d{1,2}(?:[.,]\d+)?)?\s*["″”]?\s*([EĐ])\s*$/iu;

/**
 * "10.98,106.65", "10,98 106,65", `10°58'48"N 106°39'0"E` or longitude first: a position when the two numbers can only
 * be one; else null.
 */
export function coordinatesIn(text: string): LngLat | null {
  const degrees = SEXAGESIMAL.exec(text);
  if (degrees) {
    const [lat, lng] = [degrees.slice(1, 4), degrees.slice(5, 8)].map(
      ([whole, minutes, seconds]) =>
        Number(whole) + Number(minutes) / 60 + Number((seconds ?? '0').replace(',', '.')) / 3600,
    ) as [number, number];
    return positionOf(lat, lng);
  }
  const found = PATTERNS.map((pattern) => pattern.exec(text)).find(Boolean);
  if (!found) return null;
  const [first, second] = found.slice(1).map((number) => Number(number.replace(',', '.'))) as [number, number];
  // People say latitude first; only a number beyond 90 must be the longitude.
  return Math.abs(first) > 90 ? positionOf(second, first) : positionOf(first, second);
}

const PAIR = String.raw`(-?\d{1,3}(?:\.\d+)?)\s*(?:,|%2C)\s*(?:\+|%20)?(-?\d{1,3}(?:\.\d+)?)`;
/** Where links of Google Maps, Apple Maps, Zalo and `geo:` carry a position; the place itself before the camera. */
const IN_LINK = [
  /!3d(-?\d+(?:\.\d+)?)!4d(-?\d+(?:\.\d+)?)/,
  new RegExp(`[?&#](?:q|query|ll|sll|daddr|destination|center|cp)=(?:loc:|loc%3A)?${PAIR}`, 'i'),
  new RegExp(`/(?:place|search|dir)/(?:[^/]*/)?${PAIR}`, 'i'),
  new RegExp(`@${PAIR}`),
  new RegExp(`^geo:${PAIR}`, 'i'),
  /[?&](?:lat|latitude)=(-?\d+(?:\.\d+)?)&(?:lng|lon|long|longitude)=(-?\d+(?:\.\d+)?)/i,
];
const LONGITUDE_FIRST = /[?&](?:lng|lon|long|longitude)=(-?\d+(?:\.\d+)?)&(?:lat|latitude)=(-?\d+(?:\.\d+)?)/i;
const LINK = /(?:https?:\/\/|geo:)\S+|(?:maps\.app\.goo\.gl|goo\.gl\/maps|maps\.google\.\S+|google\.\S+\/maps)\S*/i;

/** What a link that was pasted or read out says: a position, or that it says none by itself; null without a link. */
export function linkIn(text: string): { readonly position: LngLat | null } | null {
  const link = LINK.exec(text)?.[0];
  if (!link) return null;
  const turned = LONGITUDE_FIRST.exec(link);
  if (turned) return { position: positionOf(Number(turned[2]), Number(turned[1])) };
  for (const pattern of IN_LINK) {
    const found = pattern.exec(link);
    if (found) return { position: positionOf(Number(found[1]), Number(found[2])) };
  }
  return { position: null };
}

function positionOf(lat: number, lng: number): LngLat | null {
  const parsed = LngLat.safeParse([lng, lat]);
  return parsed.success ? parsed.data : null;
}
