import type { Query } from './query.js';

/** The schemas of the region being written, and of the one served before. */
export const NEXT = 'region_next';
export const FORMER = 'region_former';
export type Shelf = typeof NEXT | typeof FORMER;

/** Tables on a shelf, e.g. what a killed import left behind. */
export async function listShelved(query: Query, shelf: Shelf): Promise<string[]> {
  const rows = await query<{ name: string }>('select tablename as name from pg_tables where schemaname = $1', [shelf]);
  return rows.map(({ name }) => name);
}

export async function clearShelf(query: Query, shelf: Shelf): Promise<void> {
  for (const table of await listShelved(query, shelf)) await query(`drop table ${shelf}.${table}`);
}

/**
 * An empty copy of a table on the shelf of the next region, with its constraints and indexes under the same names, read
 * from the catalogue so that a migration needs to know nothing of imports.
 */
export async function layOut(query: Query, table: string): Promise<void> {
  await query(`create table ${NEXT}.${table} (like public.${table} including defaults including generated)`);
  const constraints = await query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'u', 'c')`,
    [`public.${table}`],
  );
  for (const { name, definition } of constraints) {
    await query(`alter table ${NEXT}.${table} add constraint ${name} ${definition}`);
  }
  const indexes = await query<{ definition: string }>(
    `select pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
    [`public.${table}`],
  );
  for (const { definition } of indexes) await query(definition.replace(' ON public.', ` ON ${NEXT}.`));
}

/** Columns that can be copied from one table to another of the same kind. */
export async function columnsOf(query: Query, table: string): Promise<string> {
  const [row] = await query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return row!.columns;
}

/**
 * Lets the planner know the new table. Without its geometries, of which the embedded database would unpack thirty
 * thousand while everybody waits; a server's own housekeeping looks at them later.
 */
export async function analyseNumbers(query: Query, table: string): Promise<void> {
  const [row] = await query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and atttypid <> 'geometry'::regtype`,
    [`public.${table}`],
  );
  await query(`analyze public.${table} (${row!.columns})`);
}

/** What is served goes to the shelf of the former region, and the tables of the next one take its place. */
export async function exchange(query: Query, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await query(`alter table public.${table} set schema ${FORMER}`);
    await query(`alter table ${NEXT}.${table} set schema public`);
  }
}

/** True when a table on the shelf can stand in for the one that is served: no migration has come between them. */
export async function isAlike(query: Query, shelf: Shelf, table: string): Promise<boolean> {
  const [row] = await query<{ alike: boolean }>(
    `select count(*) filter (where shelved is distinct from served) = 0 as alike from (
       select bool_or(table_schema = $1) as shelved, bool_or(table_schema = 'public') as served
       from information_schema.columns where table_name = $2 and table_schema in ($1, 'public')
       group by column_name, udt_name) as columns`,
    [shelf, table],
  );
  return row!.alike;
}
