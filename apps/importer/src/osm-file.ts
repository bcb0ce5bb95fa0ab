import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportRefused, refuse, type OsmBatch, type Wanted } from './osm.js';
import { readPbf } from './pbf-file.js';
import { readXml } from './xml-file.js';

export type Progress = (stage: string, done: number, total: number, unit: 'bytes' | 'rows') => void;

/**
 * The elements of an OpenStreetMap file (PBF, XML or gzipped XML, told by its first bytes and not by its name), batch
 * by batch. Whatever is wrong with the file is thrown as {@link ImportRefused}.
 */
export async function* readElements(
  file: string,
  stage: string,
  wanted: Wanted,
  progress: Progress,
): AsyncGenerator<OsmBatch> {
  try {
    const { size } = await stat(file);
    const format = await formatOf(file);
    const source = createReadStream(file, { highWaterMark: 1 << 18 });
    try {
      const elements = format === 'pbf' ? readPbf(source, wanted) : readXml(text(source, format));
      for await (const batch of elements) {
        progress(stage, source.bytesRead, size, 'bytes');
        yield batch;
      }
    } finally {
      source.destroy();
    }
  } catch (error) {
    throw error instanceof ImportRefused ? error : unreadable(file, error);
  }
}

async function formatOf(file: string): Promise<'pbf' | 'xml' | 'gzip'> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    const start = buffer.subarray(0, bytesRead);
    if (bytesRead === 0) throw refuse('Tệp trống.', 'The file is empty.');
    if (start.includes('OSMHeader')) return 'pbf';
    if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
    if (/^\uFEFF?\s*</.test(start.toString('utf8'))) return 'xml';
    throw refuse(
      'Tệp không phải OpenStreetMap (cần .osm.pbf, .osm hoặc .osm.gz).',
      'The file is not OpenStreetMap data (.osm.pbf, .osm or .osm.gz).',
    );
  } finally {
    await handle.close();
  }
}

function text(source: Readable, format: 'xml' | 'gzip'): Readable {
  if (format === 'xml') return source.setEncoding('utf8');
  // The failure of either stream ends the iteration over the second with that error: nothing is left for the callback.
  return pipeline(source, createGunzip(), () => undefined).setEncoding('utf8');
}

function unreadable(file: string, cause: unknown): ImportRefused {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return refuse(`Không có tệp ${file}.`, `There is no file ${file}.`, cause);
  if (code === 'EACCES' || code === 'EISDIR') {
    return refuse(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`, cause);
  }
  return refuse(
    `Tệp ${file} hỏng hoặc tải chưa hết (${message}). Không có gì thay đổi.`,
    `The file ${file} is damaged or torn (${message}). Nothing was changed.`,
    cause,
  );
}
