import type { LngLat } from '#contracts';

/** Well-known binary, little endian, with PostGIS' flag for a spatial reference: what the database reads fastest. */
const POINT = 1;
const LINE = 2;
const WITH_SRID = 0x20000000;
const WGS84 = 4326;

/** A point or (two or more positions) a line as hexadecimal EWKB in WGS 84. */
export function toEwkb(positions: LngLat | readonly LngLat[]): string {
  const isPoint = typeof positions[0] === 'number';
  const points = (isPoint ? [positions] : positions) as readonly LngLat[];
  const bytes = Buffer.alloc((isPoint ? 9 : 13) + 16 * points.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(((isPoint ? POINT : LINE) | WITH_SRID) >>> 0, 1);
  bytes.writeUInt32LE(WGS84, 5);
  if (!isPoint) bytes.writeUInt32LE(points.length, 9);
  let at = isPoint ? 9 : 13;
  for (const [lng, lat] of points) {
    bytes.writeDoubleLE(lng, at);
    bytes.writeDoubleLE(lat, at + 8);
    at += 16;
  }
  return bytes.toString('hex');
}

/** The positions of a little-endian WKB line, as `ST_AsBinary(geom, 'NDR')` gives it; throws RangeError on another shape. */
export function lineFromWkb(bytes: Buffer): LngLat[] {
  if (bytes.readUInt8(0) !== 1 || bytes.readUInt32LE(1) !== LINE)
    throw new RangeError('Not a line in little-endian WKB');
  const line: LngLat[] = [];
  const count = bytes.readUInt32LE(5);
  for (let i = 0; i < count; i++) line.push([bytes.readDoubleLE(9 + 16 * i), bytes.readDoubleLE(17 + 16 * i)]);
  return line;
}
