import {
  DomainError,
  OFFER_TRANSITIONS,
  OfferId,
  REQUEST_TRANSITIONS,
  type MissionState,
  type OfferState,
  type RankedVehicle,
  type RequestId,
  type RequestState,
  type VehicleId,
} from '#contracts';
import { VehicleRow } from '#fleet';
import type { Pen } from '#journal';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { MissionRow, OfferRow, VehicleRequestRow } from './entities.js';
import { commitVehicle, moveMission } from './missions.js';

export async function lockRequest(tx: EntityManager, id: RequestId): Promise<VehicleRequestRow> {
  const request = await tx.findOne(VehicleRequestRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!request) throw new DomainError('NOT_FOUND', { what: 'request' });
  return request;
}

/** The one place where a request changes state. */
export async function moveRequest(
  pen: Pen,
  request: VehicleRequestRow,
  state: RequestState,
  facts: Record<string, unknown> = {},
): Promise<VehicleRequestRow> {
  if (!REQUEST_TRANSITIONS[request.state].includes(state))
    throw new DomainError('TRANSITION_NOT_ALLOWED', { from: request.state, to: state });
  await pen.tx.update(VehicleRequestRow, { id: request.id }, { state });
  pen.record({
    kind: 'request.moved',
    incidentId: request.incidentId,
    facts: { requestId: request.id, from: request.state, to: state, ...facts },
  });
  return { ...request, state };
}

export const listOpenOffers = (tx: EntityManager, requestId: RequestId): Promise<OfferRow[]> =>
  tx.find(OfferRow, { where: { requestId, state: 'open' }, order: { turn: 'ASC' } });

/** How an offer ended shows in its mission: only an accepted one goes on. */
const MISSION_AFTER: Record<Exclude<OfferState, 'open'>, MissionState> = {
  accepted: 'acknowledged',
  refused: 'refused',
  unanswered: 'unanswered',
  withdrawn: 'withdrawn',
};

/** The one place where an offer is answered, by a person or by silence; its mission follows in the same step. */
export async function settleOffer(
  pen: Pen,
  offer: OfferRow,
  state: Exclude<OfferState, 'open'>,
  answer: Pick<OfferRow, 'refusalReason' | 'refusalText'> = { refusalReason: null, refusalText: null },
): Promise<{ offer: OfferRow; mission: MissionRow }> {
  if (!OFFER_TRANSITIONS[offer.state].includes(state))
    throw new DomainError('OFFER_NOT_OPEN', { state: offer.state, answeredBy: offer.answeredBy });
  const settled = { state, answeredAt: pen.now, answeredBy: pen.command.actor.name, ...answer };
  await pen.tx.update(OfferRow, { id: offer.id }, settled);
  pen.record({
    kind: `offer.${state}`,
    incidentId: offer.incidentId,
    missionId: offer.missionId,
    vehicleId: offer.vehicleId,
    facts: {
      offerId: offer.id,
      requestId: offer.requestId,
      stationId: offer.stationId,
      turn: offer.turn,
      waitedSeconds: (pen.now.getTime() - offer.offeredAt.getTime()) / 1_000,
      ...(answer.refusalReason ? { reason: answer.refusalReason } : {}),
    },
  });
  const mission = await pen.tx.findOneByOrFail(MissionRow, { id: offer.missionId });
  return { offer: { ...offer, ...settled }, mission: await moveMission(pen, mission, MISSION_AFTER[state]) };
}

/** Who to ask, best first: those the dispatcher named, then the recommendation among those who do the same work. */
function askingOrder(
  { wanted, level, replaces }: VehicleRequestRow,
  ranked: readonly RankedVehicle[],
  asked: ReadonlySet<VehicleId>,
): VehicleId[] {
  const ahead = level === 'motorbike';
  // Somebody is on the way already: only the one that is nearer is worth asking.
  const others = replaces ? [] : ranked.filter(({ group = 'ambulance' }) => (group === 'two_wheeler') === ahead);
  const order = [...wanted, ...others.map((vehicle) => vehicle.vehicleId)];
  return [...new Set(order)].filter((id) => !asked.has(id));
}

/**
 * Asks until as many offers are open as the request runs in parallel, or nobody is left: then the request is
 * exhausted, and the dispatcher is told. A vehicle that somebody else committed meanwhile is passed over.
 * @param mustAsk the vehicle a person chose: if it cannot be asked, nothing is, and the reason is thrown
 */
export async function seek(
  pen: Pen,
  request: VehicleRequestRow,
  ranked: readonly RankedVehicle[],
  offerSeconds: number,
  mustAsk: VehicleId | null = null,
): Promise<VehicleRequestRow> {
  if (request.state !== 'seeking') return request;
  const offers = await pen.tx.findBy(OfferRow, { requestId: request.id });
  let open = offers.filter((offer) => offer.state === 'open').length;
  let turn = Math.max(0, ...offers.map((offer) => offer.turn));
  const promises = new Map(ranked.map((vehicle) => [vehicle.vehicleId, vehicle]));
  for (const vehicleId of askingOrder(request, ranked, new Set(offers.map((offer) => offer.vehicleId)))) {
    if (open >= request.parallel) break;
    const { mission, refusal } = await commitVehicle(pen, {
      incidentId: request.incidentId,
      requestId: request.id,
      vehicleId,
      promised: promises.get(vehicleId) ?? null,
      orderedBecause: null,
    });
    if (refusal && vehicleId === mustAsk) throw refusal;
    if (!mission) continue;
    await makeOffer(pen, mission, ++turn, offerSeconds);
    open++;
  }
  if (open > 0) return request;
  // Nothing is lacking when the nearer vehicle does not come: the present one still does.
  return moveRequest(pen, request, request.replaces ? 'cancelled' : 'exhausted', { asked: turn });
}

async function makeOffer(pen: Pen, mission: MissionRow, turn: number, offerSeconds: number): Promise<void> {
  const { stationId } = await pen.tx.findOneByOrFail(VehicleRow, { id: mission.vehicleId });
  const offer: OfferRow = {
    id: OfferId.parse(uuidv7()),
    requestId: mission.requestId,
    incidentId: mission.incidentId,
    missionId: mission.id,
    vehicleId: mission.vehicleId,
    stationId,
    state: 'open',
    turn,
    etaSeconds: mission.etaSeconds,
    offeredAt: pen.now,
    expiresAt: new Date(pen.now.getTime() + offerSeconds * 1_000),
    answeredAt: null,
    answeredBy: null,
    refusalReason: null,
    refusalText: null,
  };
  await pen.tx.insert(OfferRow, offer);
  pen.record({
    kind: 'offer.made',
    incidentId: offer.incidentId,
    missionId: offer.missionId,
    vehicleId: offer.vehicleId,
    facts: { offerId: offer.id, requestId: offer.requestId, stationId, turn, expiresAt: offer.expiresAt },
  });
}
