/**
 * One statement on one database session, answered with its rows: what a `pg` client and a TypeORM query runner have in
 * common, so that the store needs neither.
 */
export type Query = <Row = Record<string, unknown>>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

/** A `pg` client (not a pool: a transaction needs one session) as a {@link Query}. */
export function queryOf(client: { query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }> }): Query {
  return async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[];
}
