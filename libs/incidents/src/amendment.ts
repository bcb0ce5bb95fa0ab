import { normalisePhone, triage, type CommandBody, type Protocol } from '#contracts';
import type { IncidentRow } from './entities.js';

export type IncidentChanges = CommandBody<'incident.amend'>['changes'];
/** What an amendment touches, in the words of the form: the unit in which two people can collide. */
export type IncidentField = keyof IncidentChanges;

export const changedFields = (changes: IncidentChanges): IncidentField[] =>
  (Object.keys(changes) as IncidentField[]).filter((field) => changes[field] !== undefined);

/** The fields both sides changed since the version the second one saw; empty means the edits merge (invariant I6). */
export const collidingFields = (mine: readonly IncidentField[], theirs: readonly string[]): IncidentField[] =>
  mine.filter((field) => theirs.includes(field));

/**
 * Whether a telephone's position would replace a place that a person set or confirmed. Words without a position are
 * completed by it, an older position of a telephone is replaced by a newer one.
 */
export const overwritesConfirmed = (
  row: Pick<IncidentRow, 'position' | 'placeSource' | 'placeConfirmed'>,
  place: IncidentChanges['place'],
): boolean =>
  place?.source === 'phone' &&
  row.position !== null &&
  row.position.join() !== place.position?.join() &&
  (row.placeConfirmed !== null || row.placeSource !== 'phone');

/**
 * The columns an amendment writes. `protocol` is that of the reason as amended; another reason is asked about by the
 * questions in force, and keeps the answers that both know. A level set by a person stays until a person
 * changes it.
 */
export function amend(
  row: IncidentRow,
  changes: IncidentChanges,
  areas: Pick<IncidentRow, 'ward' | 'formerUnit'>,
  protocol: Protocol | null,
): Partial<IncidentRow> & Pick<IncidentRow, 'priority' | 'priorityReason'> {
  const columns: Partial<IncidentRow> = {};
  if (changes.caseType) columns.caseType = changes.caseType;
  if (changes.reason && changes.reason !== row.reason) {
    columns.reason = changes.reason;
    columns.protocolVersion = protocol?.version ?? null;
  }
  if (changes.answers) columns.answers = { ...row.answers, ...changes.answers };
  if (changes.callerPhone !== undefined)
    columns.callerPhone = normalisePhone(changes.callerPhone) ?? (changes.callerPhone || null);
  if (changes.callerName !== undefined) columns.callerName = changes.callerName;
  if (changes.patientCount !== undefined) columns.patientCount = changes.patientCount;
  if (changes.patients) columns.patients = changes.patients;
  if (changes.place) {
    columns.address = changes.place.address;
    columns.access = changes.place.access || null;
    columns.position = changes.place.position;
    columns.placeSource = changes.place.source;
    Object.assign(columns, areas);
    columns.placeConfirmed = changes.place.confirmed || null;
  }
  if (changes.priority) {
    return { ...columns, priority: changes.priority.level, priorityReason: changes.priority.because };
  }
  if (row.priorityReason !== null) return { ...columns, priority: row.priority, priorityReason: row.priorityReason };
  const { priority } = triage(columns.reason ?? row.reason, columns.answers ?? row.answers, protocol);
  return { ...columns, priority, priorityReason: null };
}
