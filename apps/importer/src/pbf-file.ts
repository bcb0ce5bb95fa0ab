import { inflateSync } from 'node:zlib';
import { parse } from 'osm-pbf-parser-node';
import { refuse, type OsmElement } from './osm.js';
import { pbfFields } from './pbf-fields.js';

/** Limits of the format: a larger value means that this is not such a file. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/**
 * The elements of an OpenStreetMap PBF stream, block by block. The frame is read here because a torn file must end in
 * an error that can be told, whichever byte it is torn at; the blocks themselves are decoded by osm-pbf-parser-node.
 */
export async function* readPbf(chunks: AsyncIterable<Buffer>): AsyncGenerator<OsmElement[]> {
  const bytes = new ByteReader(chunks);
  let headerSeen = false;
  for (let length = await bytes.take(4, true); length; length = await bytes.take(4, true)) {
    const headerBytes = length.readUInt32BE(0);
    if (headerBytes > MAX_HEADER_BYTES) throw notPbf();
    const { type, size } = blobHeader((await bytes.take(headerBytes))!);
    if (size > MAX_BLOB_BYTES) throw notPbf();
    const block = blobContent((await bytes.take(size))!);
    if (type === 'OSMHeader') {
      checkFeatures(block);
      headerSeen = true;
    } else if (type === 'OSMData') {
      if (!headerSeen) throw notPbf();
      yield parse(block, { withTags: true, withInfo: false }) as OsmElement[];
    }
  }
  if (!headerSeen) throw notPbf();
}

const notPbf = () => refuse('Tệp không phải OpenStreetMap PBF.', 'The file is not OpenStreetMap PBF.');

function blobHeader(bytes: Buffer): { type: string; size: number } {
  let type = '';
  let size = 0;
  for (const { number, value } of pbfFields(bytes)) {
    if (number === 1) type = value.toString();
    if (number === 3) size = value as number;
  }
  return { type, size };
}

function blobContent(bytes: Buffer): Buffer {
  for (const { number, value } of pbfFields(bytes)) {
    if (number === 1) return value as Buffer;
    if (number === 3) return inflateSync(value as Buffer, { maxOutputLength: MAX_BLOB_BYTES });
  }
  throw refuse(
    'Tệp PBF dùng kiểu nén chưa hỗ trợ. Chỉ đọc được zlib hoặc không nén.',
    'The PBF file is compressed in a way that is not supported; only zlib or none.',
  );
}

function checkFeatures(header: Buffer): void {
  for (const { number, value } of pbfFields(header)) {
    if (number !== 4 || KNOWN_FEATURES.has(value.toString())) continue;
    throw refuse(
      `Tệp PBF cần tính năng chưa hỗ trợ: ${value}.`,
      `The PBF file needs an unsupported feature: ${value}.`,
    );
  }
}

class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private pending: Buffer[] = [];
  private available = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Exactly `count` bytes; at the very end of the stream null if `mayEnd`, else RangeError. */
  async take(count: number, mayEnd = false): Promise<Buffer | null> {
    while (this.available < count) {
      const { value, done } = await this.chunks.next();
      if (done) {
        if (mayEnd && this.available === 0) return null;
        throw new RangeError(`The file ends ${count - this.available} bytes early`);
      }
      this.pending.push(value);
      this.available += value.length;
    }
    const all = this.pending.length === 1 ? this.pending[0]! : Buffer.concat(this.pending);
    this.pending = [all.subarray(count)];
    this.available = all.length - count;
    return all.subarray(0, count);
  }
}
