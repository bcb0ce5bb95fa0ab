import { fixFrom, ignored, invalid, mpsFromKmh, numberOf, textOf, type Decoded } from './decoding.js';

/**
 * OwnTracks over HTTP: `_type: location` carries `lat`, `lon`, `tst` in seconds, `vel` in km/h; every other type, and
 * an empty body, is accepted and ignored.
 * @see https://owntracks.org/booklet/tech/json/
 */
export function decodeOwnTracks(body: unknown, receivedAt: Date): Decoded {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return ignored('empty');
  const message = body as Record<string, unknown>;
  if (message._type !== 'location') return ignored(textOf(message._type) || 'untyped');
  const lat = numberOf(message.lat);
  const lon = numberOf(message.lon);
  const seconds = numberOf(message.tst);
  if (lat === null || lon === null) return invalid('position');
  if (seconds === null) return invalid('timestamp');
  return fixFrom({
    at: [lon, lat],
    fixedAt: new Date(seconds * 1_000),
    receivedAt,
    speedMps: mpsFromKmh(numberOf(message.vel)),
    headingDegrees: numberOf(message.cog),
    accuracyMetres: numberOf(message.acc),
    alarm: null,
  });
}
