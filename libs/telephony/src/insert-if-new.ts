import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/** Inserts a row unless a unique index of its table knows it already; true when it was inserted. */
export async function insertIfNew<R extends ObjectLiteral>(tx: EntityManager, row: new () => R, values: R) {
  const insert = tx
    .createQueryBuilder()
    .insert()
    .into(row)
    .values(values as QueryDeepPartialEntity<R>)
    .orIgnore()
    .returning('id');
  const { raw } = await insert.execute();
  return (raw as unknown[]).length > 0;
}
