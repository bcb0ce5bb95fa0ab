import { ENTITIES } from '#database';
import { openTestDatabase, type TestDatabase } from './support/database.js';

interface Column {
  table_name: string;
  column_name: string;
  is_nullable: 'YES' | 'NO';
  udt_name: string;
}

/** What PostgreSQL calls a type, by the name an entity gives it. */
const UDT: Record<string, string> = {
  uuid: 'uuid',
  text: 'text',
  integer: 'int4',
  smallint: 'int2',
  boolean: 'bool',
  timestamptz: 'timestamptz',
  'double precision': 'float8',
  jsonb: 'jsonb',
  bytea: 'bytea',
  geography: 'geography',
};

describe('Entities and migrations', () => {
  let database: TestDatabase;
  let columns: Column[];
  beforeAll(async () => {
    database = await openTestDatabase(2);
    columns = await database.dataSource.query(
      `select table_name, column_name, is_nullable, udt_name from information_schema.columns where table_schema = 'public'`,
    );
  });
  afterAll(() => database.close());

  it.each(ENTITIES.map((entity) => [entity.name, entity] as const))(
    '%s is the table as it was migrated',
    (_name, entity) => {
      const metadata = database.dataSource.getMetadata(entity);
      const inCode = metadata.columns.map((column) => ({
        name: column.databaseName,
        type: (column.isArray ? '_' : '') + UDT[String(column.type)],
        nullable: column.isNullable,
      }));
      const inDatabase = columns
        .filter((column) => column.table_name === metadata.tableName)
        .map((column) => ({ name: column.column_name, type: column.udt_name, nullable: column.is_nullable === 'YES' }));
      const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
      expect(inCode.sort(byName)).toEqual(inDatabase.sort(byName));
    },
  );

  it('names every constraint and index', async () => {
    const unnamed: { name: string }[] = await database.dataSource.query(
      `select conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
         join pg_namespace s on s.oid = t.relnamespace
       where s.nspname = 'public' and t.relname <> 'spatial_ref_sys' and contype in ('p', 'u', 'f', 'c')
         and conname !~ '_(pk|ux|fk|ck)$'
       union all
       select indexname from pg_indexes where schemaname = 'public' and tablename <> 'spatial_ref_sys'
         and indexname !~ '_(pk|ux|ix)$'`,
    );
    expect(unnamed).toEqual([]);
  });
});
