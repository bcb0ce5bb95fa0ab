import type { CommandInput, CommandName } from '#contracts';
import { uuidv7 } from 'uuidv7';

/** What a command may be about. */
export interface Ids {
  callId: string;
  incidentId: string;
  vehicleId: string;
  missionId: string;
  offerId: string;
  obstructionId: string;
  prealertId: string;
  casualtyId: string;
}
/** A well-formed body for every command, which fails, if at all, later than the question of who may. */
export const wellFormedBodies = (given: Ids): { [N in CommandName]: CommandInput<N> } => {
  const ids = given as never as {
    callId: never;
    incidentId: never;
    vehicleId: never;
    missionId: never;
    offerId: never;
    obstructionId: never;
    prealertId: never;
    casualtyId: never;
  };
  const { callId, incidentId, vehicleId, missionId, offerId, obstructionId, prealertId, casualtyId } = ids;
  const other = uuidv7() as never;
  const past = '2026-01-01T00:00:00Z';
  const because = 'thử quyền';
  const paperCard = {
    number: '20260101-9999',
    writtenBy: 'thử',
    receivedAt: past,
    reason: 'unwell' as const,
    place: { address: 'x', position: null, source: 'typed' as const },
  };
  return {
    'call.take': {},
    'callerLink.create': { incidentId },
    'callerLink.send': { linkId: other, phone: '0908417226' },
    'callerLink.end': { linkId: other },
    'call.end': { callId, outcome: 'silent' },
    'call.link': { callId, incidentId },
    'ring.take': { ringId: other },
    'callBack.try': { callBackId: other },
    'callBack.settle': { callBackId: other, ending: 'reached' },
    'caller.mark': { phone: '0908417226', because },
    'caller.unmark': { phone: '0908417226', because },
    'incident.open': { reason: 'unwell', place: { address: 'x', position: null, source: 'typed' } },
    'incident.amend': { incidentId, version: 1, changes: {} },
    'incident.note': { incidentId, text: 'ghi chú' },
    'incident.reschedule': { incidentId: other, dueAt: past, because },
    'incident.instruct': { incidentId, card: 'wait' },
    'incident.keepApart': { incidentId, from: other },
    'prealert.raise': { draftId: other, position: [106.66, 10.98], reason: 'fall' },
    'prealert.ready': { prealertId },
    'prealert.drop': { draftId: other },
    'incident.merge': { from: other, into: incidentId, because },
    'incident.unmerge': { from: other, because },
    'incident.close': { incidentId: other, reason: 'duplicate' },
    'incident.reopen': { incidentId: other, because },
    'dispatch.offer': { incidentId: other },
    'dispatch.order': { incidentId: other, vehicleId, reason: 'other' },
    'dispatch.stop': { requestId: other, reason: 'other' },
    'dispatch.retry': { requestId: other },
    'dispatch.divert': { missionId: other, incidentId: other, reason: 'more_urgent' },
    'suggestion.take': { suggestionId: other },
    'suggestion.leave': { suggestionId: other },
    'offer.recordCall': { offerId: other, outcome: 'no_answer' },
    'vehicle.standby': { vehicleId: other, stationId: null },
    'hospital.setCapacity': { hospitalId: other, states: { emergency: 'full' } },
    'offer.accept': { offerId },
    'offer.refuse': { offerId, reason: 'crew_short' },
    'mission.report': { missionId, step: 'notified' },
    'mission.recordLate': { missionId, step: 'notified', at: past, because },
    'mission.correct': { missionId, step: 'notified', because },
    'mission.correctTime': { missionId, etime: '16', at: past, because },
    'mission.cancel': { missionId: other, reason: 'other' },
    'mission.chooseHospital': { missionId, hospitalId: other },
    'vehicle.setDuty': { vehicleId, duty: 'returning' },
    'shift.begin': { vehicleId, endsAt: past, crew: [{ accountId: other, duty: 'nurse' }] },
    'road.obstruct': { kind: 'jam', shape: { form: 'circle', at: [106.66, 10.98], radiusMetres: 60 }, vehicleId },
    'road.confirm': { obstructionId },
    'road.clear': { obstructionId },
    'message.send': { vehicleId, quick: 'stuck' },
    'message.receive': { vehicleId, messageIds: [other] },
    'message.acknowledge': { vehicleId, messageId: other },
    'distress.raise': { vehicleId },
    'distress.end': { distressId: other, reason: 'drill' },
    'massCasualty.declare': { incidentId: other },
    'massCasualty.amend': { incidentId: other },
    'massCasualty.end': { incidentId: other },
    'casualty.count': { incidentId, tag: 'red' },
    'casualty.amend': { casualtyId },
    'casualty.strike': { casualtyId },
    'shiftLog.write': { kind: 'other', text: 'thử quyền' },
    'shiftLog.receive': {},
    'shift.end': { vehicleId },
    'paper.allocate': { count: 1 },
    'paper.enter': paperCard,
    'paper.void': { number: '20260101-9999', because },
    'paper.beginDrill': {},
    'paper.showSheet': { drillId: other },
    'paper.enterDrillCard': { drillId: other, openedAt: past, entry: paperCard },
    'paper.endDrill': { drillId: other },
    'alarm.acknowledge': { causes: ['noVehicle:x'] },
    'tracker.register': { deviceId: 'máy', vehicleId: other },
  };
};
