import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { formatOf, unreadable } from './format.js';
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
    if (format === 'json') throw areasInstead(file);
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

function text(source: Readable, format: 'xml' | 'gzip'): Readable {
  if (format === 'xml') return source.setEncoding('utf8');
  // The failure of either stream ends the iteration over the second with that error: nothing is left for the callback.
  return pipeline(source, createGunzip(), () => undefined).setEncoding('utf8');
}

const areasInstead = (file: string) =>
  refuse(
    `Tệp ${file} là GeoJSON, không phải OpenStreetMap. Phường xã thì dùng: npm run areas:import -- ${file}`,
    `The file ${file} is GeoJSON, not OpenStreetMap. For wards: npm run areas:import -- ${file}`,
  );
