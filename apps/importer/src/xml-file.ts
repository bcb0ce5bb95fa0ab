import sax, { type Tag } from 'sax';
import { DEGREE, refuse, type OsmBatch, type OsmNode, type OsmRelation, type OsmWay } from './osm.js';

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
export async function* readXml(chunks: AsyncIterable<string>): AsyncGenerator<OsmBatch> {
  const parser = sax.parser(true, { position: true });
  let batch = new Batch();
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
    batch.add(open);
    open = null;
  };

  for await (const chunk of chunks) {
    parser.write(chunk);
    if (failure) throw failure;
    if (batch.size < BATCH) continue;
    yield batch.finish();
    batch = new Batch();
  }
  parser.close();
  if (failure) throw failure;
  if (!rootSeen) throw refuse('Tệp trống.', 'The file is empty.');
  yield batch.finish();
}

class Batch {
  size = 0;
  private readonly ids: number[] = [];
  private readonly lng: number[] = [];
  private readonly lat: number[] = [];
  private readonly tagged: OsmNode[] = [];
  private readonly ways: OsmWay[] = [];
  private readonly relations: OsmRelation[] = [];

  add({ type, id, lon, lat, refs, members, tags }: Open): void {
    this.size++;
    if (type === 'way') this.ways.push({ id, refs, tags });
    else if (type === 'relation') this.relations.push({ id, members, tags });
    else {
      const node = { id, lng: Math.round(lon * DEGREE), lat: Math.round(lat * DEGREE) };
      this.ids.push(id);
      this.lng.push(node.lng);
      this.lat.push(node.lat);
      if (tags) this.tagged.push({ ...node, tags });
    }
  }

  finish(): OsmBatch {
    const { ids, lng, lat, tagged, ways, relations } = this;
    const nodes = { ids: Float64Array.from(ids), lng: Int32Array.from(lng), lat: Int32Array.from(lat) };
    return { nodes: [nodes], tagged, ways, relations };
  }
}
