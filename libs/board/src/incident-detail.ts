import type { Incident, IncidentDetail, IncidentId, TimelineEntry, VehicleId } from '#contracts';
import { CallRow, callView, findProtocol, getIncident, IncidentRow, incidentView, NoteRow, noteView } from '#incidents';
import { listEntriesOfIncident, type Entry } from '#journal';
import { LessThan, type EntityManager } from 'typeorm';
import { KINDS } from './kinds.js';

/** One incident with everything that belongs to it, and its history. @throws NOT_FOUND */
export async function readIncidentDetail(tx: EntityManager, id: IncidentId): Promise<IncidentDetail> {
  const incident = await getIncident(tx, id);
  const [missions, requests, offers, calls, notes, entries] = await Promise.all([
    KINDS.missions.of(tx, [id]),
    KINDS.requests.of(tx, [id]),
    KINDS.offers.of(tx, [id]),
    tx.find(CallRow, { where: { incidentId: id }, order: { receivedAt: 'ASC' } }),
    tx.find(NoteRow, { where: { incidentId: id }, order: { at: 'ASC' } }),
    listEntriesOfIncident(tx, id),
  ]);
  return {
    incident: incidentView(incident),
    protocol: await findProtocol(tx, incident.reason, incident.protocolVersion),
    calls: calls.map(callView),
    notes: notes.map(noteView),
    missions,
    requests,
    offers,
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
