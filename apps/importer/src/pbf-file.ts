import { inflateSync } from 'node:zlib';
import { refuse, type OsmBatch, type Wanted } from './osm.js';
import { decodeBlock } from './pbf-block.js';
import { PbfReader } from './pbf-reader.js';

/** Limits of the format: a larger value means that this is not such a file. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/**
 * The elements of an OpenStreetMap PBF stream, block by block. A torn file ends in an error that can be told, whichever
 * byte it is torn at.
 */
export async function* readPbf(chunks: AsyncIterable<Buffer>, wanted: Wanted): AsyncGenerator<OsmBatch> {
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
      yield decodeBlock(block, wanted);
    }
  }
  if (!headerSeen) throw notPbf();
}

const notPbf = () => refuse('Tệp không phải OpenStreetMap PBF.', 'The file is not OpenStreetMap PBF.');

function blobHeader(bytes: Buffer): { type: string; size: number } {
  let type = '';
  let size = 0;
  for (const reader = new PbfReader(bytes); reader.next();) {
    if (reader.field === 1) type = reader.message().text();
    else if (reader.field === 3) size = reader.varint();
    else reader.skip();
  }
  return { type, size };
}

function blobContent(bytes: Buffer): Buffer {
  for (const reader = new PbfReader(bytes); reader.next();) {
    if (reader.field === 1) return reader.message().rest();
    if (reader.field === 3) return inflateSync(reader.message().rest(), { maxOutputLength: MAX_BLOB_BYTES });
    reader.skip();
  }
  throw refuse(
    'Tệp PBF dùng kiểu nén chưa hỗ trợ. Chỉ đọc được zlib hoặc không nén.',
    'The PBF file is compressed in a way that is not supported; only zlib or none.',
  );
}

function checkFeatures(header: Buffer): void {
  for (const reader = new PbfReader(header); reader.next();) {
    if (reader.field !== 4) {
      reader.skip();
      continue;
    }
    const feature = reader.message().text();
    if (KNOWN_FEATURES.has(feature)) continue;
    throw refuse(
      `Tệp PBF cần tính năng chưa hỗ trợ: ${feature}.`,
      `The PBF file needs an unsupported feature: ${feature}.`,
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
