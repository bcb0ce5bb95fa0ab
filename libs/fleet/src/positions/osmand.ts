import type { LngLat } from '#contracts';
import { fixFrom, ignored, invalid, mpsFromKnots, numberOf, textOf, type Decoded } from './decoding.js';

/**
 * OsmAnd protocol as the Traccar Client speaks it: keys in the query, in a form body (v10), or JSON with `location`
 * (v9). Speed is in knots in the first two and in m/s in JSON.
 * @see https://www.traccar.org/osmand/
 */
export function decodeOsmAnd(
  query: Record<string, unknown>,
  body: unknown,
  isJson: boolean,
  receivedAt: Date,
): Decoded[] {
  if (isJson) return decodeJson(body, receivedAt);
  const keys = Object.keys(query).length > 0 ? query : body;
  return [isRecord(keys) ? decodeKeys(keys, receivedAt) : invalid('body')];
}

/** The device id a request names, before anything else is believed. */
export function osmAndDevice(query: Record<string, unknown>, body: unknown): string | null {
  const from = (record: unknown): unknown => {
    if (typeof record !== 'object' || record === null) return undefined;
    const keys = record as Record<string, unknown>;
    return keys.id ?? keys.deviceid ?? keys.device_id;
  };
  const id = from(query) ?? from(Array.isArray(body) ? body[0] : body);
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

function decodeKeys(keys: Record<string, unknown>, receivedAt: Date): Decoded {
  const at = positionOf(keys);
  if (at === 'absent') return ignored('heartbeat');
  if (at === 'invalid') return invalid('position');
  if (keys.valid !== undefined && !/^(true|1)$/.test(textOf(keys.valid))) return ignored('not_valid');
  const fixedAt = keys.timestamp === undefined ? receivedAt : instantOf(keys.timestamp);
  if (!fixedAt) return invalid('timestamp');
  return fixFrom({
    at,
    fixedAt,
    receivedAt,
    speedMps: mpsFromKnots(numberOf(keys.speed)),
    headingDegrees: numberOf(keys.bearing ?? keys.heading),
    accuracyMetres: numberOf(keys.accuracy),
    mock: textOf(keys.mock) === 'true',
    alarm: keys.alarm ? textOf(keys.alarm) : null,
  });
}

function positionOf(keys: Record<string, unknown>): LngLat | 'absent' | 'invalid' {
  if (keys.location !== undefined) {
    const [lat, lon] = textOf(keys.location).split(',').map(numberOf);
    return lat == null || lon == null ? 'invalid' : [lon, lat];
  }
  if (keys.lat === undefined && keys.lon === undefined) return 'absent';
  const lat = numberOf(keys.lat);
  const lon = numberOf(keys.lon);
  return lat === null || lon === null ? 'invalid' : [lon, lat];
}

/** Seconds below 2^31, else milliseconds; ISO 8601; or `yyyy-MM-dd HH:mm:ss` in UTC. */
function instantOf(value: unknown): Date | null {
  const text = textOf(value);
  const at = /^\d+$/.test(text)
    ? new Date(Number(text) < 2_147_483_647 ? Number(text) * 1_000 : Number(text))
    : new Date(text.includes('T') ? text : `${text.replace(' ', 'T')}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function decodeJson(body: unknown, receivedAt: Date): Decoded[] {
  if (Array.isArray(body)) return body.map((item) => (isRecord(item) ? decodeKeys(item, receivedAt) : invalid('json')));
  if (!isRecord(body)) return [invalid('json')];
  if (body.location === undefined) return [decodeKeys(body, receivedAt)];
  const locations = Array.isArray(body.location) ? body.location : [body.location];
  return locations.map((location) => (isRecord(location) ? decodeLocation(location, receivedAt) : invalid('json')));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const known = (value: unknown) => {
  const number = numberOf(value);
  return number === null || number < 0 ? null : number;
};

function decodeLocation(location: Record<string, unknown>, receivedAt: Date): Decoded {
  if (!isRecord(location.coords)) return ignored('no_coords');
  const { coords } = location;
  const lat = numberOf(coords.latitude);
  const lon = numberOf(coords.longitude);
  const fixedAt = location.timestamp === undefined ? receivedAt : instantOf(location.timestamp);
  if (lat === null || lon === null) return invalid('position');
  if (!fixedAt) return invalid('timestamp');
  const extras = isRecord(location.extras) ? location.extras : {};
  return fixFrom({
    at: [lon, lat],
    fixedAt,
    receivedAt,
    speedMps: known(coords.speed),
    headingDegrees: known(coords.heading),
    accuracyMetres: known(coords.accuracy),
    mock: location.mock === true,
    moving: location.is_moving === true,
    alarm: extras.alarm ? textOf(extras.alarm) : null,
  });
}
