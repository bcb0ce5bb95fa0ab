import type { MissionId } from '#contracts';
import type { Pen } from '#journal';
import { VehicleRequestRow } from './entities.js';
import { listOpenOffers, moveRequest, settleOffer } from './requests.js';

/** The search for a nearer vehicle in place of this mission's, while it runs. */
const findReplacing = (pen: Pen, replaces: MissionId): Promise<VehicleRequestRow | null> =>
  pen.tx.findOneBy(VehicleRequestRow, { replaces, state: 'seeking' });

/** The present vehicle has arrived: nobody need come in its place. The incident must be locked. */
export async function withdrawReplacement(pen: Pen, missionId: MissionId): Promise<void> {
  const request = await findReplacing(pen, missionId);
  if (!request) return;
  for (const offer of await listOpenOffers(pen.tx, request.id)) await settleOffer(pen, offer, 'withdrawn');
  await moveRequest(pen, request, 'cancelled', { reason: 'arrived' });
}

/** The present vehicle is lost: whoever was asked in its place is asked for good, and others after it. */
export async function releaseReplacement(pen: Pen, missionId: MissionId): Promise<void> {
  const request = await findReplacing(pen, missionId);
  if (!request) return;
  await pen.tx.update(VehicleRequestRow, { id: request.id }, { replaces: null });
  pen.record({
    kind: 'request.widened',
    incidentId: request.incidentId,
    facts: { requestId: request.id, replaces: missionId },
  });
}
