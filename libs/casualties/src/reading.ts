import { casualtyState, type Casualty, type IncidentId, type MassCasualty } from '#contracts';
import { MissionRow } from '#dispatch';
import { In, type EntityManager } from 'typeorm';
import { CasualtyRow, MassCasualtyRow, massCasualtyView } from './entities.js';

/** The patient as the vehicle has it: where it is, and the hospital it drives to. */
export const casualtyView = (row: CasualtyRow, mission: MissionRow | null): Casualty => ({
  id: row.id,
  incidentId: row.incidentId,
  number: row.number,
  tag: row.tag,
  state: casualtyState(row.state, mission),
  missionId: row.missionId,
  hospitalId: mission?.hospitalId ?? row.hospitalId,
  countedAt: row.countedAt.toISOString(),
  countedBy: row.countedBy,
});

export async function viewCasualty(tx: EntityManager, row: CasualtyRow): Promise<Casualty> {
  return casualtyView(row, row.missionId && (await tx.findOneBy(MissionRow, { id: row.missionId })));
}

/** Rows with their vehicles, in the order in which they were counted. */
export async function viewCasualties(tx: EntityManager, rows: readonly CasualtyRow[]): Promise<Casualty[]> {
  const ids = rows.map(({ missionId }) => missionId).filter((id) => id !== null);
  const missions = ids.length > 0 ? await tx.findBy(MissionRow, { id: In(ids) }) : [];
  const byId = new Map(missions.map((mission) => [mission.id, mission]));
  return rows.map((row) => casualtyView(row, (row.missionId && byId.get(row.missionId)) ?? null));
}

export async function listCasualties(tx: EntityManager, incidentId: IncidentId): Promise<Casualty[]> {
  return viewCasualties(tx, await tx.find(CasualtyRow, { where: { incidentId }, order: { number: 'ASC' } }));
}

export async function findMassCasualty(tx: EntityManager, incidentId: IncidentId): Promise<MassCasualty | null> {
  const row = await tx.findOneBy(MassCasualtyRow, { incidentId });
  return row && massCasualtyView(row);
}
