import type { IncidentDetail, IncidentId, TimelineEntry, VehicleId } from '#contracts';
import { CallRow, callView, getIncident, incidentView, NoteRow, noteView } from '#incidents';
import { listEntriesOfIncident, type Entry } from '#journal';
import { listMessagesOfIncident } from '#messages';
import type { EntityManager } from 'typeorm';
import { KINDS } from './kinds.js';

/** One incident with everything that belongs to it, and its history. @throws NOT_FOUND */
export async function readIncidentDetail(tx: EntityManager, id: IncidentId): Promise<IncidentDetail> {
  const incident = await getIncident(tx, id);
  const [missions, requests, offers, calls, notes, messages, entries] = await Promise.all([
    KINDS.missions.of(tx, [id]),
    KINDS.requests.of(tx, [id]),
    KINDS.offers.of(tx, [id]),
    tx.find(CallRow, { where: { incidentId: id }, order: { receivedAt: 'ASC' } }),
    tx.find(NoteRow, { where: { incidentId: id }, order: { at: 'ASC' } }),
    listMessagesOfIncident(tx, id),
    listEntriesOfIncident(tx, id),
  ]);
  return {
    incident: incidentView(incident),
    calls: calls.map(callView),
    notes: notes.map(noteView),
    messages,
    missions,
    requests,
    offers,
    timeline: entries.map(timelineEntry),
  };
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
