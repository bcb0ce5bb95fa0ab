import type { Incident, Report } from '#contracts';
import type { Draft } from '../intake/draft.js';

/** An incident, as the duplicate radar compares it. */
export const incidentReport = ({ place, patients, callerPhone, ...incident }: Incident): Report => ({
  position: place.position,
  address: place.address,
  reason: incident.reason,
  receivedAt: incident.receivedAt,
  phone: callerPhone ?? '',
  patientCount: incident.patientCount,
  ageYears: patients[0]?.ageYears ?? null,
  sex: patients[0]?.sex ?? null,
});

const wholeNumber = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

/** The call being typed; null before anything was. */
export function draftReport(draft: Draft): Report | null {
  if (!draft.receivedAt) return null;
  return {
    position: draft.position,
    address: draft.address,
    reason: draft.reason,
    receivedAt: draft.receivedAt,
    phone: draft.phone,
    patientCount: wholeNumber(draft.patientCount) ?? 1,
    ageYears: wholeNumber(draft.ageYears),
    sex: draft.sex || null,
  };
}
