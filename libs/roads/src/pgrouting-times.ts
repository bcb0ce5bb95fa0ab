import { DomainError, type LngLat } from '#contracts';
import { longitudeScale, METRES_PER_DEGREE } from '#geo';
import type { Query } from '#region';
import { SNAP_LIMIT_METRES } from './snap.js';
import type { Now, TravelAnswer, TravelOrigin, TravelTimes } from './travel-times.js';

interface SnappedRow {
  readonly edge: number;
  readonly source: number;
  readonly target: number;
  readonly cost: number;
  readonly reverse_cost: number;
  readonly fraction: number;
  readonly metres: number;
}

/** The vertex that stands for the place in the query; no road vertex has a negative id. */
const PLACE_VERTEX = -1;

/**
 * Travel times from pgRouting, over the same tables: of an emergency run, without turn restrictions and live conditions,
 * which is why it only stands in for our own search. Many-to-one runs one Dijkstra per vehicle in pgRouting; the same
 * question on the reversed network, from the place to all vehicles, runs one (500 vehicles: 0.15 s instead of 5.5 s).
 */
export class PgRoutingTimes implements TravelTimes {
  readonly source = 'pgrouting';

  constructor(
    private readonly query: Query,
    private readonly now: Now,
  ) {}

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    const [to, ...from] = await this.snap([place, ...origins.map(({ at }) => at)]);
    if (!to) throw new DomainError('PLACE_OFF_ROADS', { position: place });
    const seconds = await this.secondsToPlace(
      to,
      from.flatMap((row) => (row ? [row.source, row.target] : [])),
    );
    const times = from.map((row) => {
      const best = row ? bestStart(row, to, seconds) : Infinity;
      return best < Infinity ? { seconds: best, metres: null } : null;
    });
    return { source: this.source, computedAt: this.now(), times };
  }

  /** The nearest road of each position, null beyond the limit. Degrees are scaled so that near means near in metres. */
  private async snap(positions: readonly LngLat[]): Promise<(SnappedRow | null)[]> {
    const scale = longitudeScale(positions[0]![1]);
    const rows = await this.query<SnappedRow & { asked: number }>(
      `select asked.n::int as asked, near.*
       from json_to_recordset($1::json) as asked(n int, lng double precision, lat double precision)
       cross join lateral (select ST_SetSRID(ST_MakePoint(asked.lng, asked.lat), 4326) as geom) p
       cross join lateral (
         select id as edge, source, target, cost, reverse_cost,
           ST_LineLocatePoint(ST_Scale(geom, $2, 1), ST_Scale(p.geom, $2, 1)) as fraction,
           ST_Distance(ST_Scale(geom, $2, 1), ST_Scale(p.geom, $2, 1)) * $3 as metres
         from (select * from road_edge where road_class <> 'ferry' and (cost >= 0 or reverse_cost >= 0)
               order by road_edge.geom <-> p.geom limit 8) as candidate
         order by metres limit 1
       ) near`,
      [JSON.stringify(positions.map(([lng, lat], n) => ({ n, lng, lat }))), scale, METRES_PER_DEGREE],
    );
    const found: (SnappedRow | null)[] = positions.map(() => null);
    for (const row of rows) if (row.metres <= SNAP_LIMIT_METRES) found[row.asked] = row;
    return found;
  }

  private async secondsToPlace(to: SnappedRow, vertices: readonly number[]): Promise<Map<number, number>> {
    if (vertices.length === 0) return new Map();
    const rows = await this.query<{ vertex: string; seconds: number }>(
      'select end_vid as vertex, agg_cost as seconds from pgr_dijkstraCost($1, $2::bigint, $3::bigint[], true)',
      [reversedEdges(to), PLACE_VERTEX, [...new Set(vertices)]],
    );
    return new Map(rows.map(({ vertex, seconds }) => [Number(vertex), seconds]));
  }
}

/** The network with every edge turned round, and the place joined to both ends of its edge. */
function reversedEdges(to: SnappedRow): string {
  const joins = [
    { vertex: to.source, seconds: to.cost < 0 ? -1 : to.fraction * to.cost },
    { vertex: to.target, seconds: to.reverse_cost < 0 ? -1 : (1 - to.fraction) * to.reverse_cost },
  ];
  return [
    'select id::bigint, target::bigint as source, source::bigint as target, cost, reverse_cost from road_edge',
    ...joins.map(
      ({ vertex, seconds }, n) =>
        `select ${-1 - n}::bigint, ${PLACE_VERTEX}::bigint, ${Number(vertex)}::bigint, ${Number(seconds)}::float8, -1::float8`,
    ),
  ].join(' union all ');
}

function bestStart(from: SnappedRow, to: SnappedRow, seconds: ReadonlyMap<number, number>): number {
  const byTarget = (1 - from.fraction) * from.cost + (seconds.get(from.target) ?? Infinity);
  const bySource = from.fraction * from.reverse_cost + (seconds.get(from.source) ?? Infinity);
  const ahead = to.edge === from.edge ? to.fraction - from.fraction : NaN;
  return Math.min(
    from.cost < 0 ? Infinity : byTarget,
    from.reverse_cost < 0 ? Infinity : bySource,
    from.cost >= 0 && ahead >= 0 ? ahead * from.cost : Infinity,
    from.reverse_cost >= 0 && ahead <= 0 ? -ahead * from.reverse_cost : Infinity,
  );
}
