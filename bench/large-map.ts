import { createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { deflateSync, inflateSync } from 'node:zlib';

/** Beyond the width of any city, so that no copy touches the first. */
const STEP_DEGREES = 1.5;
/** East of Viet Nam there are so many steps before the date line; later copies lie over earlier ones. */
const STEPS = 40;
const STEP_ID = 20_000_000_000;
const NANODEGREES_PER_UNIT = 100;
const DATA_KINDS = ['nodes', 'ways', 'relations'] as const;
type DataKind = (typeof DATA_KINDS)[number];

interface Field {
  readonly number: number;
  readonly wire: number;
  /** The number of a varint field, the content of any other. */
  readonly value: number;
  readonly content: Buffer;
}

/**
 * Writes a PBF file of at least so many bytes: the map in `source` again and again, each copy farther east and with ids
 * of its own, all nodes first, then ways, then relations, as a country's file is. @returns how many copies
 */
export async function writeLargeMap(source: string, target: string, bytes: number): Promise<number> {
  const { header, blocks } = readBlocks(source);
  const output = createWriteStream(target);
  const write = async (bytesOut: Buffer) => {
    if (!output.write(bytesOut)) await once(output, 'drain');
  };
  await write(frame('OSMHeader', header));
  const copyBytes = blocks.reduce((sum, block) => sum + deflateSync(shifted(block, 0, null)).length, 0);
  const copies = Math.max(1, Math.ceil(bytes / copyBytes));
  for (const kind of DATA_KINDS) {
    for (let copy = 0; copy < copies; copy++) {
      for (const block of blocks)
        if (kindsOf(block).has(kind)) await write(frame('OSMData', shifted(block, copy, kind)));
    }
  }
  output.end();
  await once(output, 'close');
  return copies;
}

function readBlocks(source: string): { header: Buffer; blocks: Buffer[] } {
  const file = readFileSync(source);
  let header: Buffer | null = null;
  const blocks: Buffer[] = [];
  for (let at = 0; at < file.length;) {
    const headerEnd = at + 4 + file.readUInt32BE(at);
    const fields = [...fieldsOf(file.subarray(at + 4, headerEnd))];
    at = headerEnd + fields.find(({ number }) => number === 3)!.value;
    const blob = [...fieldsOf(file.subarray(headerEnd, at))];
    const packed = blob.find(({ number }) => number === 3);
    const content = packed ? inflateSync(packed.content) : blob.find(({ number }) => number === 1)!.content;
    if (fields[0]!.content.toString() === 'OSMHeader') header = content;
    else blocks.push(content);
  }
  return { header: header!, blocks };
}

const KIND_OF_FIELD: Readonly<Record<number, DataKind>> = { 1: 'nodes', 2: 'nodes', 3: 'ways', 4: 'relations' };

function kindsOf(block: Buffer): Set<DataKind> {
  const kinds = new Set<DataKind>();
  for (const group of fieldsOf(block)) {
    if (group.number !== 2) continue;
    for (const { number } of fieldsOf(group.content)) if (KIND_OF_FIELD[number]) kinds.add(KIND_OF_FIELD[number]);
  }
  return kinds;
}

/** The block for one copy; only elements of one kind, or all for null. */
function shifted(block: Buffer, copy: number, kind: DataKind | null): Buffer {
  const ids = copy * STEP_ID;
  const steps = copy === 0 ? 0 : 1 + (copy % STEPS);
  const lng = (steps * STEP_DEGREES * 1e9) / NANODEGREES_PER_UNIT;
  const group = (content: Buffer) =>
    rewritten(content, ({ number, content: element }) => {
      if (kind && KIND_OF_FIELD[number] !== kind) return null;
      // Ids of ways and relations are plain numbers; everything else that is packed starts with a difference from 0.
      if (number === 2) return rewritten(element, shift({ 1: ids, 9: lng }));
      if (number === 3) return rewritten(element, shift({ 8: ids }, ids));
      return number === 4 ? rewritten(element, shift({ 9: ids }, ids)) : element;
    });
  return rewritten(block, ({ number, content }) => (number === 2 ? group(content) : content));
}

/** Adds to the first of packed differences, by field, and to the plain id in field 1. */
const shift =
  (packed: Readonly<Record<number, number>>, id = 0) =>
  ({ number, wire, value, content }: Field): Buffer | number => {
    if (number === 1 && wire === 0) return value + id;
    const step = packed[number];
    if (step === undefined || content.length === 0) return wire === 0 ? value : content;
    const first = readVarint(content, 0);
    const difference = first.value % 2 === 0 ? first.value / 2 : -(first.value + 1) / 2;
    const moved = difference + step;
    return Buffer.concat([varint(moved < 0 ? -2 * moved - 1 : 2 * moved), content.subarray(first.end)]);
  };

function rewritten(message: Buffer, rewrite: (field: Field) => Buffer | number | null): Buffer {
  const parts: Buffer[] = [];
  for (const field of fieldsOf(message)) {
    const value = field.wire === 0 && field.number !== 1 ? field.value : rewrite(field);
    if (value === null) continue;
    parts.push(varint(field.number * 8 + field.wire));
    if (field.wire === 0) parts.push(varint(typeof value === 'number' ? value : field.value));
    else parts.push(varint((value as Buffer).length), value as Buffer);
  }
  return Buffer.concat(parts);
}

function* fieldsOf(message: Buffer): Generator<Field> {
  for (let at = 0; at < message.length;) {
    const key = readVarint(message, at);
    const { value, end } = readVarint(message, key.end);
    const wire = key.value % 8;
    at = wire === 2 ? end + value : end;
    yield { number: Math.floor(key.value / 8), wire, value, content: message.subarray(end, at) };
  }
}

function readVarint(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[at++]!;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, end: at };
  }
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}

function frame(type: string, content: Buffer): Buffer {
  const packed = deflateSync(content);
  const blob = Buffer.concat([
    Buffer.from([0x10]),
    varint(content.length),
    Buffer.from([0x1a]),
    varint(packed.length),
    packed,
  ]);
  const name = Buffer.from(type);
  const header = Buffer.concat([Buffer.from([0x0a, name.length]), name, Buffer.from([0x18]), varint(blob.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, blob]);
}
