import sax, { type Tag } from 'sax';
import { refuse, type OsmElement } from './osm.js';

const BATCH = 8000;

interface Open {
  type: string;
  id: number;
  lon: number;
  lat: number;
  refs: number[];
  members: { type: string; ref: number; role: string }[];
  tags?: Record<string, string>;
}

/** The elements of an OpenStreetMap XML stream, in batches; deleted objects of a change history are left out. */
export async function* readXml(chunks: AsyncIterable<string>): AsyncGenerator<OsmElement[]> {
  const parser = sax.parser(true, { position: true });
  let batch: OsmElement[] = [];
  let open: Open | null = null;
  let rootSeen = false;
  let failure: Error | null = null;

  parser.onerror = (error) => (failure ??= error);
  parser.onopentag = (tag) => {
    const { name, attributes: a } = tag as Tag;
    if (!rootSeen && name !== 'osm')
      failure ??= refuse('Tệp XML không phải OpenStreetMap.', 'The XML is not OpenStreetMap.');
    rootSeen = true;
    if (name === 'node' || name === 'way' || name === 'relation') {
      if (a['visible'] !== 'false') {
        open = { type: name, id: Number(a['id']), lon: Number(a['lon']), lat: Number(a['lat']), refs: [], members: [] };
      }
    } else if (open && name === 'nd') {
      open.refs.push(Number(a['ref']));
    } else if (open && name === 'member') {
      open.members.push({ type: a['type'] ?? '', ref: Number(a['ref']), role: a['role'] ?? '' });
    } else if (open && name === 'tag') {
      (open.tags ??= {})[a['k'] ?? ''] = a['v'] ?? '';
    }
  };
  parser.onclosetag = (name) => {
    if (open?.type !== name) return;
    batch.push(open as OsmElement);
    open = null;
  };

  for await (const chunk of chunks) {
    parser.write(chunk);
    if (failure) throw failure;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  parser.close();
  if (failure) throw failure;
  if (!rootSeen) throw refuse('Tệp trống.', 'The file is empty.');
  yield batch;
}
