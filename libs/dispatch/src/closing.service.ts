import {
  DomainError,
  type CommandBody,
  type CommandReply,
  type IncidentId,
  type MissionId,
  type Patient,
  type VehicleId,
} from '#contracts';
import {
  addNote,
  CallRow,
  changeIncident,
  incidentView,
  lockIncident,
  lockOpenIncident,
  moveIncident,
  NoteRow,
  IncidentRow,
} from '#incidents';
import { Journal, type Command, type Pen } from '#journal';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { MissionRow, OfferRow, VehicleRequestRow } from './entities.js';
import { hasActiveMission, isAttended } from './missions.service.js';
import { listOpenOffers, moveRequest, settleOffer } from './requests.js';

/**
 * The end of an incident: closing, reopening, and two incidents that turn out to be one. A reason in free words is kept
 * as a note, and the journal's entry names that note.
 */
export class ClosingService {
  constructor(private readonly journal: Journal) {}

  /** Refused while a vehicle is on its way (invariant I18); stations still being asked are told to stand down. */
  close(command: Command, body: CommandBody<'incident.close'>): Promise<CommandReply<'incident.close'>> {
    return this.journal.write(command, async (pen) => {
      const incident = await lockOpenIncident(pen.tx, body.incidentId);
      await stopAsking(pen, incident.id);
      if (await hasActiveMission(pen.tx, incident))
        throw new DomainError('INCIDENT_HAS_ACTIVE_MISSION', { number: incident.number });
      const columns = { closeReason: body.reason, closedAt: pen.now };
      if (body.note) await addNote(pen, incident.id, body.note);
      return { incident: incidentView(await moveIncident(pen, incident, 'closed', columns, { reason: body.reason })) };
    });
  }

  reopen(command: Command, body: CommandBody<'incident.reopen'>): Promise<CommandReply<'incident.reopen'>> {
    return this.journal.write(command, async (pen) => {
      const incident = await lockIncident(pen.tx, body.incidentId);
      if (incident.mergedInto || incident.state !== 'closed')
        throw new DomainError('TRANSITION_NOT_ALLOWED', { from: incident.state, mergedInto: incident.mergedInto });
      const { id: because } = await addNote(pen, incident.id, body.because);
      return { incident: incidentView(await reopen(pen, incident, { because })) };
    });
  }

  /** Everything that belongs to `from` goes to `into` and remembers where it came from (invariant I17). */
  merge(command: Command, body: CommandBody<'incident.merge'>): Promise<CommandReply<'incident.merge'>> {
    return this.journal.write(command, async (pen) => {
      if (body.from === body.into) throw new DomainError('INVALID_INPUT', { from: body.from, into: body.into });
      const { from, into } = await lockBoth(pen.tx, body.from, body.into);
      if (from.state === 'closed') throw new DomainError('INCIDENT_CLOSED', { number: from.number });
      if (into.state === 'closed') throw new DomainError('INCIDENT_CLOSED', { number: into.number });
      if (from.caseType === 'mass_casualty') throw new DomainError('MASS_CASUALTY_STAYS', { number: from.number });
      await moveBelongings(pen, from.id, into.id);
      const columns = { closeReason: 'duplicate' as const, closedAt: pen.now, mergedInto: into.id };
      const merged = await moveIncident(pen, from, 'closed', columns, { reason: 'duplicate', mergedInto: into.id });
      const patients = [...into.patients, ...from.patients];
      const joined = await changeIncident(pen, into, { patients }, ['patients']);
      const { id: because } = await addNote(pen, into.id, body.because);
      pen.record({ kind: 'incident.merged', incidentId: into.id, facts: { from: from.id, because } });
      return { from: incidentView(merged), into: incidentView(await settleState(pen, joined)) };
    });
  }

  unmerge(command: Command, body: CommandBody<'incident.unmerge'>): Promise<CommandReply<'incident.unmerge'>> {
    return this.journal.write(command, async (pen) => {
      const before = await pen.tx.findOneBy(IncidentRow, { id: body.from });
      if (!before?.mergedInto) throw new DomainError('TRANSITION_NOT_ALLOWED', { merged: false });
      const { from, into } = await lockBoth(pen.tx, body.from, before.mergedInto);
      // Merged on since: the later merge is taken back first, or its records would be pulled from under it.
      if (into.mergedInto) throw new DomainError('TRANSITION_NOT_ALLOWED', { mergedInto: into.mergedInto });
      await returnBelongings(pen, from.id, into.id);
      const { id: because } = await addNote(pen, from.id, body.because);
      const restored = await reopen(pen, from, { because, unmergedFrom: into.id });
      const patients = without(into.patients, from.patients);
      const separated = await changeIncident(pen, into, { patients }, ['patients']);
      pen.record({ kind: 'incident.unmerged', incidentId: into.id, facts: { from: from.id, because } });
      return {
        from: incidentView(await settleState(pen, restored)),
        into: incidentView(into.state === 'closed' ? separated : await settleState(pen, separated)),
      };
    });
  }
}

async function reopen(pen: Pen, incident: IncidentRow, facts: Record<string, unknown>): Promise<IncidentRow> {
  const columns = { closeReason: null, closedAt: null, mergedInto: null };
  return moveIncident(pen, incident, incident.position ? 'waiting' : 'taken', columns, facts);
}

/** The list without one equal entry for each of `gone`: who was added or described anew since the merge stays. */
function without(patients: readonly Patient[], gone: readonly Patient[]): Patient[] {
  const left = [...patients];
  for (const patient of gone) {
    const at = left.findIndex((candidate) => isDeepStrictEqual(candidate, patient));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** After belongings came or went: attended exactly when a vehicle is on it. */
async function settleState(pen: Pen, incident: IncidentRow): Promise<IncidentRow> {
  if (await isAttended(pen.tx, incident)) return moveIncident(pen, incident, 'attended');
  return incident.state === 'attended' ? moveIncident(pen, incident, 'waiting') : incident;
}

async function stopAsking(pen: Pen, incidentId: IncidentId): Promise<void> {
  for (const request of await pen.tx.findBy(VehicleRequestRow, { incidentId, state: 'seeking' })) {
    for (const offer of await listOpenOffers(pen.tx, request.id)) await settleOffer(pen, offer, 'withdrawn');
    await moveRequest(pen, request, 'cancelled', { reason: 'incident_closed' });
  }
}

/** Two rows, always locked in the order of their ids: two people merging the same pair crosswise do not hang. */
async function lockBoth(tx: EntityManager, from: IncidentId, into: IncidentId) {
  const rows = new Map<IncidentId, IncidentRow>();
  for (const id of [from, into].sort()) rows.set(id, await lockIncident(tx, id));
  return { from: rows.get(from)!, into: rows.get(into)! };
}

/** What moves with an incident, and under which name the journal records it. */
const BELONGINGS = [
  { entity: CallRow, kind: 'call.transferred', key: 'callId' },
  { entity: NoteRow, kind: 'note.transferred', key: 'noteId' },
  { entity: VehicleRequestRow, kind: 'request.transferred', key: 'requestId' },
  { entity: MissionRow, kind: 'mission.transferred', key: 'missionId' },
] as const;

async function moveBelongings(pen: Pen, from: IncidentId, into: IncidentId): Promise<void> {
  const home = () => 'coalesce(home_incident_id, incident_id)';
  await transfer(pen, { incidentId: into, homeIncidentId: home }, 'incident_id = :of', from, { from, into });
}

/** Takes back what came from `home`, with what others had brought to it by earlier merges. */
async function returnBelongings(pen: Pen, home: IncidentId, from: IncidentId): Promise<void> {
  const brought = `home_incident_id in (with recursive merged(id) as (
      select id from incident where merged_into = :of
      union select i.id from incident i join merged on i.merged_into = merged.id) select id from merged)`;
  await transfer(pen, { incidentId: home }, brought, home, { from, into: home });
  const own = { incidentId: home, homeIncidentId: null };
  await transfer(pen, own, 'home_incident_id = :of', home, { from, into: home });
}

async function transfer(
  pen: Pen,
  columns: object,
  where: string,
  of: IncidentId,
  facts: { from: IncidentId; into: IncidentId },
): Promise<void> {
  for (const { entity, kind, key } of BELONGINGS) {
    const update = pen.tx.createQueryBuilder().update(entity).set(columns).where(where, { of });
    const { raw } = await update.returning('*').execute();
    for (const row of raw as { id: string; vehicle_id?: VehicleId }[]) {
      const subject = key === 'callId' || key === 'missionId' ? { [key]: row.id } : {};
      pen.record({
        kind,
        incidentId: facts.into,
        vehicleId: row.vehicle_id,
        ...subject,
        facts: { [key]: row.id, ...facts },
      });
      if (key === 'missionId')
        await pen.tx.update(OfferRow, { missionId: row.id as MissionId }, { incidentId: facts.into });
    }
  }
}
