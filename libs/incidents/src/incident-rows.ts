import { DomainError, INCIDENT_TRANSITIONS, type IncidentId, type IncidentState } from '#contracts';
import type { Pen } from '#journal';
import type { EntityManager } from 'typeorm';
import { IncidentRow } from './entities.js';
import { findProtocol } from './protocols.js';

export const recordApart = (pen: Pen, incidentId: IncidentId, from: IncidentId) =>
  pen.record({ kind: 'incident.keptApart', incidentId, facts: { from } });

/** Each card once, at the moment it was begun and never later than now. */
export async function giveInstructions(
  pen: Pen,
  row: IncidentRow,
  given: readonly { card: string; at: string }[],
): Promise<IncidentRow> {
  const known = new Set(row.instructions.map(({ card }) => card));
  const fresh = given.filter(({ card }) => !known.has(card) && known.add(card));
  if (fresh.length === 0) return row;
  const by = pen.command.actor.name;
  const added = fresh.map(({ card, at }) => ({
    card,
    at: (new Date(at) > pen.now ? pen.now : new Date(at)).toISOString(),
    by,
  }));
  const instructions = [...row.instructions, ...added];
  await pen.tx.update(IncidentRow, { id: row.id }, { instructions });
  for (const { card, at } of added)
    pen.record({ kind: 'incident.instructed', incidentId: row.id, facts: { card, begunAt: at } });
  return { ...row, instructions };
}

/** The questions an amendment is judged by: those it was asked under, or those in force for another reason. */
export const protocolAfter = (tx: EntityManager, row: IncidentRow, reason: IncidentRow['reason'] | undefined) =>
  reason && reason !== row.reason ? findProtocol(tx, reason, null) : findProtocol(tx, row.reason, row.protocolVersion);

/** Which fields the accepted writes after `version` changed: the journal knows. */
export async function fieldsChangedSince(
  tx: EntityManager,
  incidentId: IncidentId,
  version: number,
): Promise<string[]> {
  const rows: { field: string }[] = await tx.query(
    `select distinct jsonb_array_elements_text(facts->'fields') as field from journal
     where incident_id = $1 and kind = 'incident.amended' and (facts->>'version')::int > $2`,
    [incidentId, version],
  );
  return rows.map((row) => row.field);
}

/** The incident as it stands; throws NOT_FOUND. */
export async function getIncident(tx: EntityManager, id: IncidentId): Promise<IncidentRow> {
  const incident = await tx.findOneBy(IncidentRow, { id });
  if (!incident) throw new DomainError('NOT_FOUND', { what: 'incident' });
  return incident;
}

/** Every change around an incident starts by locking its row, so that closing, offering and accepting take turns. */
export async function lockIncident(tx: EntityManager, id: IncidentId): Promise<IncidentRow> {
  const incident = await tx.findOne(IncidentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!incident) throw new DomainError('NOT_FOUND', { what: 'incident' });
  return incident;
}

/** The incident that stands for this one: itself, or the one that it was merged into since. */
export async function followMerges(tx: EntityManager, id: IncidentId): Promise<IncidentId> {
  const row = await tx.findOne(IncidentRow, { where: { id }, select: { mergedInto: true } });
  return row?.mergedInto ? followMerges(tx, row.mergedInto) : id;
}

/** Who wrote to an incident that was merged away meanwhile means the one that stands for it. */
export async function lockStanding(tx: EntityManager, id: IncidentId): Promise<IncidentRow> {
  const incident = await lockIncident(tx, await followMerges(tx, id));
  return incident.mergedInto ? lockStanding(tx, incident.mergedInto) : incident;
}

export async function lockOpenIncident(tx: EntityManager, id: IncidentId): Promise<IncidentRow> {
  const incident = await lockIncident(tx, id);
  if (incident.state === 'closed') throw new DomainError('INCIDENT_CLOSED', { mergedInto: incident.mergedInto });
  return incident;
}

/** Writes columns as the next version and records which fields a person changed. The row must be locked. */
export async function changeIncident(
  pen: Pen,
  row: IncidentRow,
  columns: Partial<IncidentRow>,
  fields: readonly string[],
): Promise<IncidentRow> {
  const changed: IncidentRow = { ...row, ...columns, version: row.version + 1 };
  await pen.tx.update(IncidentRow, { id: row.id }, { ...columns, version: changed.version });
  pen.record({
    kind: 'incident.amended',
    incidentId: row.id,
    facts: {
      replaces: row.version,
      version: changed.version,
      fields,
      ...(changed.priority !== row.priority ? { priority: changed.priority, priorityBefore: row.priority } : {}),
      ...(changed.patientCount !== row.patientCount ? { patientCount: changed.patientCount } : {}),
      ...(changed.ward !== row.ward || changed.formerUnit !== row.formerUnit
        ? { ward: changed.ward, formerUnit: changed.formerUnit }
        : {}),
    },
  });
  return changed;
}

/** The one place where an incident changes state. The row must be locked; the same state is no change. */
export async function moveIncident(
  pen: Pen,
  row: IncidentRow,
  state: IncidentState,
  columns: Partial<IncidentRow> = {},
  facts: Record<string, unknown> = {},
): Promise<IncidentRow> {
  if (row.state === state) return row;
  if (!INCIDENT_TRANSITIONS[row.state].includes(state))
    throw new DomainError('TRANSITION_NOT_ALLOWED', { from: row.state, to: state });
  const moved = { ...row, ...columns, state };
  await pen.tx.update(IncidentRow, { id: row.id }, { ...columns, state });
  pen.record({ kind: 'incident.moved', incidentId: row.id, facts: { from: row.state, to: state, ...facts } });
  return moved;
}
