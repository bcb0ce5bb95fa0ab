import { NO_WAY } from '#hierarchy';
import type { Query } from '#region';
import { arcsOf, type Departure, type OnRoad, type WeighedRoads } from '#roads';

/** The vertex that stands for the place; no vertex of the search has a negative number. */
const PLACE = -1;
const BATCH_ROWS = 20_000;

/**
 * The question asked of pgRouting in its best formulation, on the very arcs that are searched: the network turned round,
 * so that one Dijkstra from the place reaches all vehicles, both directions of a road in one row, one call.
 */
export class PgRoutingRival {
  private constructor(
    private readonly query: Query,
    private readonly roads: WeighedRoads,
  ) {}

  static async open(query: Query, roads: WeighedRoads): Promise<PgRoutingRival> {
    await query('create extension if not exists pgrouting');
    await query(
      'create temporary table rival (id bigint, source bigint, target bigint, cost float8, reverse_cost float8)',
    );
    const rows = rowsOf(roads);
    for (let start = 0; start < rows.length; start += BATCH_ROWS) {
      await query(
        `insert into rival select * from json_to_recordset($1::json)
           as r(id bigint, source bigint, target bigint, cost float8, reverse_cost float8)`,
        [JSON.stringify(rows.slice(start, start + BATCH_ROWS))],
      );
    }
    await query('analyze rival');
    return new PgRoutingRival(query, roads);
  }

  /** Seconds of every departure to the place; Infinity where no road leads. */
  async toPlace(departures: readonly Departure[], place: OnRoad): Promise<number[]> {
    const { search, ends } = this.roads;
    const starts = departures.map((departure) => arcsOf(departure.edge).filter((arc) => search.headOf[arc]! >= 0));
    const heads = [...new Set(starts.flat().map((arc) => search.headOf[arc]!))];
    const rows = await this.query<{ vertex: number; seconds: number }>(
      `select end_vid::int as vertex, agg_cost as seconds
       from pgr_dijkstraCost($1, ${PLACE}::bigint, $2::bigint[], true)`,
      [this.arcsTo(place), heads],
    );
    const secondsFrom = new Map(rows.map(({ vertex, seconds }) => [vertex, seconds]));
    return departures.map((departure, i) => {
      const onward = starts[i]!.map((arc) => {
        const leave = ends.leaveMs(arc, departure);
        return leave >= NO_WAY ? Infinity : leave / 1000 + (secondsFrom.get(search.headOf[arc]!) ?? Infinity);
      });
      const direct = arcsOf(place.edge).map((arc) =>
        departure.edge === place.edge ? ends.directMs(arc, departure, place) : NO_WAY,
      );
      return Math.min(...onward, ...direct.map((ms) => (ms < NO_WAY ? ms / 1000 : Infinity)));
    });
  }

  private arcsTo(place: OnRoad): string {
    const { search, ends } = this.roads;
    const { first, items } = search.copies;
    const joins = arcsOf(place.edge)
      .flatMap((arc) => [...items.subarray(first[arc]!, first[arc + 1]!)])
      .map((copy) => ({ tail: search.tails[copy]!, ms: ends.reachMs(copy, place) }))
      .filter(({ ms }) => ms < NO_WAY)
      .map(
        ({ tail, ms }, n) =>
          `select ${-1 - n}::bigint, ${PLACE}::bigint, ${tail}::bigint, ${ms / 1000}::float8, -1::float8`,
      );
    return ['select id, source, target, cost, reverse_cost from rival', ...joins].join(' union all ');
  }
}

interface Row {
  readonly id: number;
  readonly source: number;
  readonly target: number;
  readonly cost: number;
  reverse_cost: number;
}

/** Every arc turned round; the arc that drives the same road back between the same vertices shares its row. */
function rowsOf({ search, weights }: WeighedRoads): Row[] {
  const rows = new Map<string, Row>();
  weights.forEach((ms, arc) => {
    if (ms >= NO_WAY) return;
    const [tail, head] = [search.tails[arc]!, search.heads[arc]!];
    const edge = search.roadArc[arc]! >> 1;
    const back = rows.get(`${edge} ${head} ${tail}`);
    if (back && back.reverse_cost < 0) back.reverse_cost = ms / 1000;
    else
      rows.set(`${edge} ${tail} ${head}`, { id: arc, source: head, target: tail, cost: ms / 1000, reverse_cost: -1 });
  });
  return [...rows.values()];
}
