import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import type { OsmRelation, OsmWay, Tags } from './osm.js';

/** A small map to write in any of the formats. */
export interface OsmWorld {
  readonly nodes: readonly { readonly id: number; readonly lon: number; readonly lat: number; readonly tags?: Tags }[];
  readonly ways: readonly OsmWay[];
  readonly relations?: readonly OsmRelation[];
}

const folder = mkdtempSync(join(tmpdir(), 'd115-osm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export function writeFixture(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const attributes = (of: object) =>
  Object.entries(of)
    .map(([key, value]) => ` ${key}="${String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('');
const xmlTags = (tags: Tags = {}) =>
  Object.entries(tags)
    .map(([k, v]) => `<tag${attributes({ k, v })}/>`)
    .join('');

export function toXml({ nodes, ways, relations = [] }: OsmWorld): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">',
    ...nodes.map(({ id, lon, lat, tags }) => `<node${attributes({ id, lon, lat })}>${xmlTags(tags)}</node>`),
    ...ways.map(
      ({ id, refs, tags }) =>
        `<way${attributes({ id })}>${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${xmlTags(tags)}</way>`,
    ),
    ...relations.map(
      ({ id, members, tags }) =>
        `<relation${attributes({ id })}>${members.map((m) => `<member${attributes(m)}/>`).join('')}${xmlTags(tags)}</relation>`,
    ),
    '</osm>',
  ].join('\n');
}

export const toGzip = (world: OsmWorld): Buffer => gzipSync(toXml(world));

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}
const zigzag = (value: number) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const int = (number: number, value: number) => Buffer.concat([varint(number * 8), varint(value)]);
const bytes = (number: number, value: Buffer | string) => {
  const content = Buffer.from(value as string);
  return Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);
};
const packed = (number: number, values: readonly number[], encode = varint) =>
  bytes(number, Buffer.concat(values.map((value) => encode(value))));
const deltas = (values: readonly number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));

/** The world as OpenStreetMap PBF: one header block and one data block with dense nodes. */
export function toPbf({ nodes, ways, relations = [] }: OsmWorld): Buffer {
  const strings = [''];
  const text = (value: string) => (strings.includes(value) ? strings.indexOf(value) : strings.push(value) - 1);
  const keysAndValues = (tags: Tags = {}) => Object.entries(tags).map(([k, v]) => [text(k), text(v)] as const);
  const tagFields = (tags?: Tags) => [
    packed(
      2,
      keysAndValues(tags).map(([key]) => key),
    ),
    packed(
      3,
      keysAndValues(tags).map(([, value]) => value),
    ),
  ];
  const dense = Buffer.concat([
    packed(1, deltas(nodes.map(({ id }) => id)), zigzag),
    packed(8, deltas(nodes.map(({ lat }) => Math.round(lat * 1e7))), zigzag),
    packed(9, deltas(nodes.map(({ lon }) => Math.round(lon * 1e7))), zigzag),
    packed(
      10,
      nodes.flatMap(({ tags }) => [...keysAndValues(tags).flat(), 0]),
    ),
  ]);
  const kinds = ['node', 'way', 'relation'];
  const groups = [
    bytes(2, bytes(2, dense)),
    bytes(
      2,
      Buffer.concat(
        ways.map(({ id, refs, tags }) =>
          bytes(3, Buffer.concat([int(1, id), ...tagFields(tags), packed(8, deltas(refs), zigzag)])),
        ),
      ),
    ),
    bytes(
      2,
      Buffer.concat(
        relations.map(({ id, members, tags }) =>
          bytes(
            4,
            Buffer.concat([
              int(1, id),
              ...tagFields(tags),
              packed(
                8,
                members.map(({ role }) => text(role)),
              ),
              packed(9, deltas(members.map(({ ref }) => ref)), zigzag),
              packed(
                10,
                members.map(({ type }) => kinds.indexOf(type)),
              ),
            ]),
          ),
        ),
      ),
    ),
  ];
  const table = bytes(1, Buffer.concat(strings.map((value) => bytes(1, value))));
  const header = Buffer.concat([bytes(4, 'OsmSchema-V0.6'), bytes(4, 'DenseNodes')]);
  return Buffer.concat([pbfBlock('OSMHeader', header), pbfBlock('OSMData', Buffer.concat([table, ...groups]))]);
}

export function pbfBlock(type: string, content: Buffer): Buffer {
  const blob = Buffer.concat([int(2, content.length), bytes(3, deflateSync(content))]);
  const header = Buffer.concat([bytes(1, type), int(3, blob.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, blob]);
}

export const pbfHeaderWith = (feature: string): Buffer => pbfBlock('OSMHeader', bytes(4, feature));
