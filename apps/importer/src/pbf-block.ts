import {
  NO_NODES,
  type NodeColumns,
  type OsmBatch,
  type OsmNode,
  type OsmRelation,
  type OsmWay,
  type Wanted,
} from './osm.js';
import { PbfReader } from './pbf-reader.js';

const MEMBER_TYPES = ['node', 'way', 'relation'];
/** Positions are kept in ten-millionths of a degree; the format counts nanodegrees. */
const NANODEGREES = 100;

/** Decodes one data block (a PrimitiveBlock of the OpenStreetMap PBF format) as far as it is wanted. */
export function decodeBlock(bytes: Buffer, wanted: Wanted): OsmBatch {
  const block = new BlockReader(wanted);
  const groups: PbfReader[] = [];
  for (const reader = new PbfReader(bytes); reader.next();) {
    if (reader.field === 1) block.readStrings(reader.message());
    else if (reader.field === 2) groups.push(reader.message());
    else if (reader.field === 17) block.granularity = reader.varint();
    else if (reader.field === 19) block.latOffset = reader.varint();
    else if (reader.field === 20) block.lngOffset = reader.varint();
    else reader.skip();
  }
  for (const group of groups) block.readGroup(group);
  return block;
}

class BlockReader implements OsmBatch {
  nodes: NodeColumns[] = [];
  tagged: OsmNode[] = [];
  ways: OsmWay[] = [];
  relations: OsmRelation[] = [];
  granularity = NANODEGREES;
  latOffset = 0;
  lngOffset = 0;
  private strings: PbfReader[] = [];
  /** Most strings of a block are never asked for, and the others often. */
  private readonly texts: string[] = [];

  constructor(private readonly wanted: Wanted) {}

  readStrings(table: PbfReader): void {
    while (table.next()) {
      if (table.field === 1) this.strings.push(table.message());
      else table.skip();
    }
  }

  readGroup(group: PbfReader): void {
    while (group.next()) {
      if (group.field === 1 && this.wanted.nodes) this.readNode(group.message());
      else if (group.field === 2 && this.wanted.nodes) this.readDense(group.message());
      else if (group.field === 3 && this.wanted.ways) this.readWay(group.message());
      else if (group.field === 4 && this.wanted.relations) this.readRelation(group.message());
      else group.skip();
    }
  }

  private readDense(dense: PbfReader): void {
    let nodes = NO_NODES;
    let [lat, lng, tags]: (PbfReader | null)[] = [null, null, null];
    while (dense.next()) {
      if (dense.field === 1) nodes = readIds(dense.message());
      else if (dense.field === 8) lat = dense.message();
      else if (dense.field === 9) lng = dense.message();
      else if (dense.field === 10) tags = dense.message();
      else dense.skip();
    }
    if (lat) this.readCoordinates(lat, this.latOffset, nodes.lat);
    if (lng) this.readCoordinates(lng, this.lngOffset, nodes.lng);
    this.nodes.push(nodes);
    if (tags?.hasMore() && this.wanted.tags) this.readDenseTags(tags, nodes);
  }

  private readCoordinates(packed: PbfReader, offset: number, into: Int32Array): void {
    let sum = 0;
    for (let i = 0; i < into.length; i++) {
      sum += packed.signed();
      into[i] = this.coordinate(sum, offset);
    }
  }

  private coordinate(value: number, offset: number): number {
    return Math.round((offset + this.granularity * value) / NANODEGREES);
  }

  /** Keys and values of all nodes in a row, a zero after each node. */
  private readDenseTags(packed: PbfReader, { ids, lng, lat }: NodeColumns): void {
    for (let i = 0; i < ids.length && packed.hasMore(); i++) {
      let tags: Record<string, string> | undefined;
      for (let key = packed.varint(); key !== 0; key = packed.varint()) {
        (tags ??= {})[this.text(key)] = this.text(packed.varint());
      }
      if (tags) this.tagged.push({ id: ids[i]!, lng: lng[i]!, lat: lat[i]!, tags });
    }
  }

  private readNode(node: PbfReader): void {
    let [id, lat, lng] = [0, 0, 0];
    const tags = this.tagReader();
    while (node.next()) {
      if (node.field === 1) id = node.signed();
      else if (node.field === 8) lat = this.coordinate(node.signed(), this.latOffset);
      else if (node.field === 9) lng = this.coordinate(node.signed(), this.lngOffset);
      else tags.read(node);
    }
    this.nodes.push({ ids: Float64Array.of(id), lng: Int32Array.of(lng), lat: Int32Array.of(lat) });
    const own = tags.all();
    if (own && this.wanted.tags) this.tagged.push({ id, lng, lat, tags: own });
  }

  private readWay(way: PbfReader): void {
    let id = 0;
    let refs: number[] = [];
    const tags = this.tagReader();
    while (way.next()) {
      if (way.field === 1) id = way.varint();
      else if (way.field === 8) refs = sums(way.message());
      else tags.read(way);
    }
    this.ways.push({ id, refs, tags: tags.all() });
  }

  private readRelation(relation: PbfReader): void {
    let id = 0;
    let [roles, refs, types]: number[][] = [[], [], []];
    const tags = this.tagReader();
    while (relation.next()) {
      if (relation.field === 1) id = relation.varint();
      else if (relation.field === 8) roles = numbers(relation.message());
      else if (relation.field === 9) refs = sums(relation.message());
      else if (relation.field === 10) types = numbers(relation.message());
      else tags.read(relation);
    }
    const members = refs!.map((ref, i) => ({
      type: MEMBER_TYPES[types![i] ?? -1] ?? '',
      ref,
      role: this.text(roles![i] ?? 0),
    }));
    this.relations.push({ id, members, tags: tags.all() });
  }

  private tagReader() {
    let [keys, values]: number[][] = [[], []];
    return {
      read: (element: PbfReader): void => {
        if (element.field === 2) keys = numbers(element.message());
        else if (element.field === 3) values = numbers(element.message());
        else element.skip();
      },
      all: (): Record<string, string> | undefined =>
        keys!.length === 0
          ? undefined
          : Object.fromEntries(keys!.map((key, i) => [this.text(key), this.text(values![i] ?? -1)])),
    };
  }

  private text(index: number): string {
    const string = this.strings[index];
    if (!string) throw new RangeError(`No string ${index} in the block`);
    return (this.texts[index] ??= string.text());
  }
}

function readIds(packed: PbfReader): NodeColumns {
  const count = packed.countPacked();
  const ids = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) ids[i] = sum += packed.signed();
  return { ids, lng: new Int32Array(count), lat: new Int32Array(count) };
}

function numbers(packed: PbfReader): number[] {
  const all: number[] = [];
  while (packed.hasMore()) all.push(packed.varint());
  return all;
}

function sums(packed: PbfReader): number[] {
  const all: number[] = [];
  let sum = 0;
  while (packed.hasMore()) all.push((sum += packed.signed()));
  return all;
}
