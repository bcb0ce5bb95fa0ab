import type { CallerHistory, EarlierCall } from '#contracts';
import { CallRow, IncidentRow } from '#incidents';
import { In, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { CallerMarkRow, callerMarkView } from '../entities.js';

const YEAR_MS = 365 * 86_400_000;
/** As many as a person reads while somebody waits on the line. */
const SHOWN = 8;

/** What is known of a number (E.164): its calls of twelve months, the newest in words, and its mark. */
export async function readCallerHistory(tx: EntityManager, phone: string, now: Date): Promise<CallerHistory> {
  const receivedAt = MoreThan(new Date(now.getTime() - YEAR_MS));
  const [rows, callCount] = await tx.findAndCount(CallRow, {
    where: { phone, receivedAt },
    order: { receivedAt: 'DESC' },
    take: SHOWN,
  });
  const ids = rows.flatMap(({ incidentId }) => (incidentId ? [incidentId] : []));
  const incidents = ids.length > 0 ? await tx.findBy(IncidentRow, { id: In(ids) }) : [];
  const mark = await tx.findOneBy(CallerMarkRow, { phone, endedAt: IsNull(), until: MoreThan(now) });
  return {
    phone,
    callCount,
    calls: rows.map((row) => earlierCall(row, incidents.find(({ id }) => id === row.incidentId) ?? null)),
    mark: mark && callerMarkView(mark),
  };
}

const earlierCall = (call: CallRow, incident: IncidentRow | null): EarlierCall => ({
  callId: call.id,
  number: call.number,
  receivedAt: call.receivedAt.toISOString(),
  state: call.state,
  outcome: call.outcome,
  incident: incident && {
    id: incident.id,
    number: incident.number,
    state: incident.state,
    reason: incident.reason,
    priority: incident.priority,
    address: incident.address,
    ward: incident.ward,
    closeReason: incident.closeReason,
  },
});
