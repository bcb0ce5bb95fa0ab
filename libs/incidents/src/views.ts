import type { Call, Incident, Note } from '#contracts';
import type { CallRow, IncidentRow, NoteRow } from './entities.js';

const iso = (at: Date | null) => at && at.toISOString();

export const callView = (row: CallRow): Call => ({
  id: row.id,
  number: row.number,
  state: row.state,
  receivedAt: row.receivedAt.toISOString(),
  takenBy: row.takenBy,
  phone: row.phone,
  phoneRaw: row.phoneRaw,
  callerName: row.callerName,
  incidentId: row.incidentId,
  outcome: row.outcome,
  endedAt: iso(row.endedAt),
});

export const incidentView = (row: IncidentRow): Incident => ({
  id: row.id,
  number: row.number,
  version: row.version,
  state: row.state,
  caseType: row.caseType,
  reason: row.reason,
  priority: row.priority,
  priorityReason: row.priorityReason,
  answers: row.answers,
  protocolVersion: row.protocolVersion,
  instructions: row.instructions,
  place: {
    address: row.address,
    access: row.access ?? undefined,
    position: row.position,
    source: row.placeSource,
    ward: row.ward ?? undefined,
    formerUnit: row.formerUnit ?? undefined,
    confirmed: row.placeConfirmed ?? undefined,
  },
  patientCount: row.patientCount,
  patients: row.patients,
  callerPhone: row.callerPhone,
  callerName: row.callerName,
  receivedAt: row.receivedAt.toISOString(),
  openedAt: row.openedAt.toISOString(),
  openedBy: row.openedBy,
  closedAt: iso(row.closedAt),
  closeReason: row.closeReason,
  mergedInto: row.mergedInto,
  dueAt: iso(row.dueAt),
  startAt: iso(row.startAt),
  destinationId: row.destinationId,
  draftId: row.draftId,
  apartFrom: row.apartFrom,
});

export const noteView = (row: NoteRow): Note => ({
  id: row.id,
  incidentId: row.incidentId,
  at: row.at.toISOString(),
  by: row.by,
  text: row.text,
});
