import type { DataSource, EntityManager } from 'typeorm';
import { type Entry } from './entry.js';

type Queries = Pick<DataSource | EntityManager, 'query'>;

/**
 * Several reads that must agree with each other: they see the database as it was at their first one. Without it a
 * vehicle could be shown by one commit and its mission by the next.
 */
export const readAtOneMoment = <T>(dataSource: DataSource, read: (tx: EntityManager) => Promise<T>): Promise<T> =>
  dataSource.transaction('REPEATABLE READ', read);

export interface Head {
  readonly epoch: string;
  readonly n: number;
}

/** The journal's newest number, and the epoch it counts in. */
export async function getHead(db: Queries): Promise<Head> {
  const [row]: { epoch: string; n: string }[] = await db.query('select epoch, n from journal_head');
  return { epoch: row!.epoch, n: Number(row!.n) };
}

export interface EntryRow {
  n: string;
  at: Date;
  kind: string;
  call_id: string | null;
  incident_id: string | null;
  mission_id: string | null;
  vehicle_id: string | null;
  actor_id: string | null;
  actor: string;
  actor_role: string;
  command_id: string;
  facts: Record<string, unknown>;
}

export const ENTRY_COLUMNS =
  'n, at, kind, call_id, incident_id, mission_id, vehicle_id, actor_id, actor, actor_role, command_id, facts';

export const toEntry = (row: EntryRow): Entry => ({
  n: Number(row.n),
  at: new Date(row.at),
  kind: row.kind,
  callId: row.call_id,
  incidentId: row.incident_id,
  missionId: row.mission_id,
  vehicleId: row.vehicle_id,
  actorId: row.actor_id,
  actor: row.actor,
  actorRole: row.actor_role,
  commandId: row.command_id,
  facts: row.facts,
});

/** Entries after number `after`, in order, at most `limit`. */
export async function listEntriesAfter(db: Queries, after: number, limit: number): Promise<Entry[]> {
  const rows: EntryRow[] = await db.query(`select ${ENTRY_COLUMNS} from journal where n > $1 order by n limit $2`, [
    after,
    limit,
  ]);
  return rows.map(toEntry);
}

/** An incident's history, oldest first. */
export async function listEntriesOfIncident(db: Queries, incidentId: string): Promise<Entry[]> {
  const rows: EntryRow[] = await db.query(`select ${ENTRY_COLUMNS} from journal where incident_id = $1 order by n`, [
    incidentId,
  ]);
  return rows.map(toEntry);
}
