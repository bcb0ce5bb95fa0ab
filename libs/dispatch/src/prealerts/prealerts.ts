import {
  DomainError,
  isStanding,
  PREALERT_TRANSITIONS,
  STANDING_PREALERTS,
  type DraftId,
  type IncidentId,
  type Prealert,
  type PrealertId,
  type PrealertState,
  type StationId,
  type VehicleId,
} from '#contracts';
import type { Pen } from '#journal';
import { In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { MissionRow } from '../entities.js';
import { PrealertRow, prealertView } from './entities.js';

const standing = { state: In([...STANDING_PREALERTS]) };

/** Pre-alerts that stand, of everybody, of a vehicle or of a station; newest first. */
export async function listStandingPrealerts(
  tx: EntityManager,
  of: { vehicleId?: VehicleId; stationId?: StationId } = {},
): Promise<Prealert[]> {
  const rows = await tx.find(PrealertRow, { where: { ...standing, ...of }, order: { raisedAt: 'DESC', id: 'DESC' } });
  return rows.map(prealertView);
}

export async function listPrealerts(tx: EntityManager, ids: readonly PrealertId[]): Promise<Prealert[]> {
  return (await tx.findBy(PrealertRow, { id: In([...ids]) })).map(prealertView);
}

/** What stands for a draft, locked; null when nobody is getting ready for it. */
export const lockStanding = (tx: EntityManager, draftId: DraftId): Promise<PrealertRow | null> =>
  tx.findOne(PrealertRow, { where: { draftId, ...standing }, lock: { mode: 'pessimistic_write' } });

export async function lockPrealert(tx: EntityManager, id: PrealertId): Promise<PrealertRow> {
  const row = await tx.findOne(PrealertRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new DomainError('NOT_FOUND', { what: 'prealert' });
  return row;
}

/** Facts of a pre-alert's journal entries: what a later study of turnout times needs, and never an address. */
export const prealertFacts = ({ id, draftId, stationId, reason, priority, ward }: PrealertRow) => ({
  prealertId: id,
  draftId,
  stationId,
  reason,
  priority,
  ward,
});

/** The one place where a pre-alert changes state. The row must be locked. */
export async function movePrealert(
  pen: Pen,
  row: PrealertRow,
  state: PrealertState,
  about: { incidentId?: IncidentId; missionId?: MissionRow['id']; because?: string } = {},
): Promise<PrealertRow> {
  if (!PREALERT_TRANSITIONS[row.state].includes(state))
    throw new DomainError('TRANSITION_NOT_ALLOWED', { from: row.state, to: state });
  const { incidentId, missionId, ...more } = about;
  const changed =
    state === 'readying'
      ? { state, readiedAt: pen.now }
      : { state, ...(isStanding(state) ? {} : { endedAt: pen.now }) };
  await pen.tx.update(PrealertRow, { id: row.id }, changed);
  pen.record({
    kind: `prealert.${state}`,
    vehicleId: row.vehicleId,
    incidentId,
    missionId,
    facts: {
      ...prealertFacts(row),
      from: row.state,
      stoodSeconds: (pen.now.getTime() - row.raisedAt.getTime()) / 1_000,
      ...more,
    },
  });
  return { ...row, ...changed };
}

/**
 * The vehicle was sent for an incident: its own pre-alert has become the order, and whoever else had it getting ready
 * looks for another. The vehicle must be locked.
 */
export async function turnPrealerts(pen: Pen, mission: MissionRow): Promise<void> {
  const where: FindOptionsWhere<PrealertRow> = { vehicleId: mission.vehicleId, ...standing };
  const rows = await pen.tx.find(PrealertRow, { where, lock: { mode: 'pessimistic_write' } });
  if (rows.length === 0) return;
  const draftId = await draftOf(pen.tx, mission.incidentId);
  for (const row of rows)
    if (row.draftId === draftId)
      await movePrealert(pen, row, 'offered', { incidentId: mission.incidentId, missionId: mission.id });
    else await movePrealert(pen, row, 'dropped', { because: 'committed' });
}

/** Help has been sent for and the vehicle that was getting ready was not asked. */
export async function dropPrealertOf(pen: Pen, incidentId: IncidentId): Promise<void> {
  const draftId = await draftOf(pen.tx, incidentId);
  const row = draftId && (await lockStanding(pen.tx, draftId));
  if (row) await movePrealert(pen, row, 'dropped', { incidentId, because: 'another_vehicle' });
}

async function draftOf(tx: EntityManager, incidentId: IncidentId): Promise<DraftId | null> {
  const [row]: { draft_id: DraftId | null }[] = await tx.query('select draft_id from incident where id = $1', [
    incidentId,
  ]);
  return row?.draft_id ?? null;
}
