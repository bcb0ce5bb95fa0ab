import type {
  BoardRecords,
  BoardSnapshot,
  CallId,
  Incident,
  IncidentDetail,
  IncidentId,
  ObstructionId,
  Position,
  TimelineEntry,
  VehicleId,
} from '#contracts';
import { listDirectory } from '#fleet';
import { CallRow, callView, getIncident, IncidentRow, incidentView, NoteRow, noteView } from '#incidents';
import { getHead, listEntriesOfIncident, readAtOneMoment, type Entry } from '#journal';
import { listObstructions } from '#traffic';
import { In, LessThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { MissionRow, OfferRow, VehicleRequestRow } from './entities.js';
import { currentTimes } from './missions.js';
import { listUnits } from './units.js';
import { missionView, offerView, requestView } from './views.js';

/** What a set of journal entries touched: whose records a screen needs anew. */
export interface Touched {
  readonly callIds: readonly CallId[];
  readonly incidentIds: readonly IncidentId[];
  readonly vehicleIds: readonly VehicleId[];
  readonly obstructionIds: readonly ObstructionId[];
}

export function touchedBy(entries: readonly Entry[]): Touched {
  const ids = <T>(of: (entry: Entry) => string | null) =>
    [...new Set(entries.map(of))].filter((id) => id !== null) as T[];
  return {
    callIds: ids<CallId>((entry) => entry.callId),
    incidentIds: ids<IncidentId>((entry) => entry.incidentId),
    vehicleIds: ids<VehicleId>((entry) => entry.vehicleId),
    obstructionIds: ids<ObstructionId>(({ kind, facts }) =>
      kind.startsWith('road.') ? (facts['obstructionId'] as ObstructionId) : null,
    ),
  };
}

/** The newest state of everything touched; an incident comes with all that belongs to it. */
export async function readRecords(tx: EntityManager, touched: Touched): Promise<BoardRecords> {
  const { callIds, incidentIds, vehicleIds, obstructionIds } = touched;
  const ofIncidents = await readIncidents(tx, incidentIds.length > 0 ? { id: In([...incidentIds]) } : null);
  const calls = callIds.length > 0 ? await tx.findBy(CallRow, { id: In([...callIds]) }) : [];
  const units = vehicleIds.length > 0 ? await listUnits(tx, vehicleIds) : [];
  const obstructions = obstructionIds.length > 0 ? await listObstructions(tx, obstructionIds) : [];
  return { ...ofIncidents, calls: calls.map(callView), units, obstructions };
}

async function readIncidents(tx: EntityManager, where: object | null) {
  const incidents = where ? await tx.find(IncidentRow, { where, order: { openedAt: 'ASC' } }) : [];
  const ids = incidents.map((incident) => incident.id);
  if (ids.length === 0) return { incidents: [], missions: [], requests: [], offers: [] };
  const missions = await tx.findBy(MissionRow, { incidentId: In(ids) });
  const times = await currentTimes(
    tx,
    missions.map((mission) => mission.id),
  );
  const requests = await tx.find(VehicleRequestRow, { where: { incidentId: In(ids) }, order: { openedAt: 'ASC' } });
  const offers = await tx.find(OfferRow, { where: { incidentId: In(ids) }, order: { offeredAt: 'ASC', turn: 'ASC' } });
  return {
    incidents: incidents.map(incidentView),
    missions: missions.map((mission) =>
      missionView(
        mission,
        times.filter((time) => time.missionId === mission.id),
      ),
    ),
    requests: requests.map(requestView),
    offers: offers.map(offerView),
  };
}

/** Everything a console shows, as it was at one moment, and the cursor of that moment. */
export const readSnapshot = (dataSource: DataSource, positions: Position[], now: Date): Promise<BoardSnapshot> =>
  readAtOneMoment(dataSource, async (tx) => {
    const { epoch, n } = await getHead(tx);
    const open = await readIncidents(tx, { state: Not('closed') });
    const calls = await tx.findBy(CallRow, { state: 'open' });
    return {
      cursor: { epoch, n },
      serverTime: now.toISOString(),
      ...open,
      calls: calls.map(callView),
      units: await listUnits(tx),
      obstructions: await listObstructions(tx, 'open'),
      ...(await listDirectory(tx)),
      positions,
    };
  });

export async function readIncidentDetail(tx: EntityManager, id: IncidentId): Promise<IncidentDetail> {
  const incident = await getIncident(tx, id);
  const [belongings, calls, notes, entries] = await Promise.all([
    readIncidents(tx, { id }),
    tx.find(CallRow, { where: { incidentId: id }, order: { receivedAt: 'ASC' } }),
    tx.find(NoteRow, { where: { incidentId: id }, order: { at: 'ASC' } }),
    listEntriesOfIncident(tx, id),
  ]);
  return {
    incident: incidentView(incident),
    calls: calls.map(callView),
    notes: notes.map(noteView),
    missions: belongings.missions,
    requests: belongings.requests,
    offers: belongings.offers,
    timeline: entries.map(timelineEntry),
  };
}

/** Newest first; `before` is the closing time to page on from. */
export async function listClosedIncidents(tx: EntityManager, before: Date | null, limit: number): Promise<Incident[]> {
  const rows = await tx.find(IncidentRow, {
    where: { state: 'closed', ...(before && { closedAt: LessThan(before) }) },
    order: { closedAt: 'DESC' },
    take: limit,
  });
  return rows.map(incidentView);
}

export const timelineEntry = (entry: Entry): TimelineEntry & { incidentId: string | null } => ({
  n: entry.n,
  at: entry.at.toISOString(),
  kind: entry.kind,
  by: entry.actor,
  byRole: entry.actorRole,
  incidentId: entry.incidentId,
  vehicleId: entry.vehicleId as VehicleId | null,
  facts: entry.facts,
});
