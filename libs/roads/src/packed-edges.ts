import { lineFromWkb } from '#geo';
import { ROAD_CLASSES, type Query } from '#region';
import type { GraphEdge } from './graph.js';

const PAGE_EDGES = 5_000;

/** Names and codes of roads, each once and numbered from 1, so that an edge carries a number. */
const WORDS = `word as (
  select word, (row_number() over (order by word collate "C"))::int as number
  from (select name from road_edge union select ref from road_edge) as used (word) where word is not null)`;

/** One edge as the bytes that {@link EdgeReader} reads, in PostgreSQL's own binary form (big-endian). */
const EDGE_BYTES = `int4send(e.id) || int4send(source) || int4send(target) || float8send(way_id::float8)
  || float8send(length_metres) || int4send(array_position($2::text[], road_class) - 1)
  || boolsend(link) || boolsend(roundabout) || boolsend(bridge) || boolsend(direction = 'forward')
  || boolsend(admits_car) || boolsend(admits_motorbike) || boolsend(admits_emergency)
  || float8send(coalesce(max_speed_kmh, 'NaN')) || float8send(coalesce(width_metres, 'NaN'))
  || int4send(coalesce(n.number, 0)) || int4send(coalesce(r.number, 0))
  || int4send(length(ST_AsBinary(geom, 'NDR'))) || ST_AsBinary(geom, 'NDR')`;

/**
 * Hands over every edge in the order of its id. A page of them comes as one string of bytes: rows of twenty columns would leave
 * behind more memory than the whole network takes, and take longer.
 */
export async function readEdges(query: Query, take: (edge: GraphEdge) => void): Promise<void> {
  const words = await query<{ word: string }>(`with ${WORDS} select word from word order by number`);
  const names = [null, ...words.map(({ word }) => word)];
  for (let after = -1; ;) {
    // Pages keep the server answering between two parts of a large network.
    const [page] = await query<{ bytes: Buffer | null }>(
      `with ${WORDS}, page as (select * from road_edge where id > $1 order by id limit ${PAGE_EDGES})
       select string_agg(${EDGE_BYTES}, '' order by e.id) as bytes
       from page as e left join word as n on n.word = e.name left join word as r on r.word = e.ref`,
      [after, ROAD_CLASSES],
    );
    if (!page?.bytes) return;
    const reader = new EdgeReader(page.bytes, names);
    while (!reader.isAtEnd) {
      const { id, ...edge } = reader.next();
      after = id;
      take(edge);
    }
  }
}

class EdgeReader {
  private at = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly names: readonly (string | null)[],
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Fields come in the order in which they were packed, and are evaluated so. */
  next(): GraphEdge & { readonly id: number } {
    return {
      id: this.int(),
      source: this.int(),
      target: this.int(),
      wayId: this.double(),
      lengthMetres: this.double(),
      roadClass: ROAD_CLASSES[this.int()]!,
      link: this.flag(),
      roundabout: this.flag(),
      bridge: this.flag(),
      direction: this.flag() ? 'forward' : 'both',
      admits: { car: this.flag(), motorbike: this.flag(), emergency: this.flag() },
      maxSpeedKmh: this.known(),
      widthMetres: this.known(),
      name: this.names[this.int()]!,
      ref: this.names[this.int()]!,
      line: lineFromWkb(this.part(this.int())),
    };
  }

  private int(): number {
    return this.bytes.readInt32BE((this.at += 4) - 4);
  }
  private double(): number {
    return this.bytes.readDoubleBE((this.at += 8) - 8);
  }
  private known(): number | null {
    const number = this.double();
    return Number.isNaN(number) ? null : number;
  }
  private flag(): boolean {
    return this.bytes[this.at++] === 1;
  }
  private part(length: number): Buffer {
    return this.bytes.subarray(this.at, (this.at += length));
  }
}
