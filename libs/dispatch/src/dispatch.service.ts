import {
  DomainError,
  type CommandBody,
  type CommandReply,
  type OfferId,
  type RequestId,
  type RankedVehicle,
  type TimeSource,
} from '#contracts';
import { lockOpenIncident, moveIncident } from '#incidents';
import { Journal, systemCommand, type Command, type Pen } from '#journal';
import type { DataSource, EntityManager } from 'typeorm';
import { MissionRow, OfferRow, VehicleRequestRow } from './entities.js';
import { callOff, commitVehicle, viewMission, writeTime } from './missions.js';
import { findRanked, needsReason, openRequest, outcomeOf } from './opening.js';
import { dropPrealertOf } from './prealerts/prealerts.js';
import { RecommendationsService } from './recommendations.service.js';
import { listOpenOffers, lockRequest, moveRequest, seek, settleOffer } from './requests.js';
import { offerView, requestView } from './views.js';

/**
 * Sending help: one request per vehicle needed, which asks station after station until one accepts. Every question
 * and every answer, silence included, is on record with its times.
 */
export class DispatchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: Journal,
    private readonly recommendations: RecommendationsService,
    private readonly offerSeconds: number,
  ) {}

  async offer(command: Command, body: CommandBody<'dispatch.offer'>): Promise<CommandReply<'dispatch.offer'>> {
    const recommended = await outcomeOf(this.recommendations.forIncident(body.incidentId, body.needs));
    return this.journal.write(command, async (pen) => {
      const shown = recommended();
      if (needsReason(shown, body.vehicleIds[0]) && !body.override)
        throw new DomainError('REASON_REQUIRED', { recommended: shown.ranked[0]?.vehicleId });
      const incident = await lockOpenIncident(pen.tx, body.incidentId);
      const opened = await openRequest(pen, incident, body, shown);
      const request = await seek(pen, opened, shown.ranked, this.offerSeconds, body.vehicleIds[0] ?? null);
      await dropPrealertOf(pen, incident.id);
      return { request: requestView(request), offers: (await listOpenOffers(pen.tx, request.id)).map(offerView) };
    });
  }

  async order(command: Command, body: CommandBody<'dispatch.order'>): Promise<CommandReply<'dispatch.order'>> {
    const recommended = await outcomeOf(this.recommendations.forIncident(body.incidentId, body.needs));
    return this.journal.write(command, async (pen) => {
      const shown = recommended();
      const incident = await lockOpenIncident(pen.tx, body.incidentId);
      const { vehicleId, needs, seenAt } = body;
      const override = { reason: body.reason, text: body.text };
      const asking = { vehicleIds: [vehicleId], override, needs, seenAt };
      const opened = await openRequest(pen, incident, asking, shown);
      const { mission, refusal } = await commitVehicle(pen, {
        incidentId: incident.id,
        requestId: opened.id,
        vehicleId: body.vehicleId,
        promised: findRanked(shown.ranked, body.vehicleId),
        orderedBecause: body.reason,
      });
      if (refusal) throw refusal;
      await dropPrealertOf(pen, incident.id);
      const request = await moveRequest(pen, opened, 'filled', { missionId: mission.id });
      await moveIncident(pen, incident, 'attended');
      return { request: requestView(request), mission: await viewMission(pen.tx, mission) };
    });
  }

  stop(command: Command, body: CommandBody<'dispatch.stop'>): Promise<CommandReply<'dispatch.stop'>> {
    return this.journal.write(command, async (pen) => {
      const { request } = await lockRequestInOrder(pen.tx, body.requestId);
      for (const offer of await listOpenOffers(pen.tx, request.id)) await settleOffer(pen, offer, 'withdrawn');
      return { request: requestView(await moveRequest(pen, request, 'cancelled', { reason: body.reason })) };
    });
  }

  /** Asks everybody once more, those who refused at the end of the line. */
  async retry(command: Command, body: CommandBody<'dispatch.retry'>): Promise<CommandReply<'dispatch.retry'>> {
    const asked = await this.getRequest(body.requestId);
    const recommended = await outcomeOf(this.recommendations.forIncident(asked.incidentId, asked.needs));
    return this.journal.write(command, async (pen) => {
      const shown = recommended();
      const { request, incident } = await lockRequestInOrder(pen.tx, body.requestId);
      if (request.state !== 'exhausted') throw new DomainError('TRANSITION_NOT_ALLOWED', { from: request.state });
      await moveRequest(pen, request, 'cancelled', { reason: 'retried' });
      const { level, needs } = request;
      const again = { vehicleIds: [], level, needs, override: request.override ?? undefined };
      const opened = await openRequest(pen, incident, again, shown);
      const sought = await seek(pen, opened, shown.ranked, this.offerSeconds);
      return { request: requestView(sought), offers: (await listOpenOffers(pen.tx, sought.id)).map(offerView) };
    });
  }

  /** The first acceptance wins: the incident's lock makes the second one find its offer withdrawn. */
  accept(command: Command, body: CommandBody<'offer.accept'>): Promise<CommandReply<'offer.accept'>> {
    return this.journal.write(command, async (pen) => {
      const { offer, request, incident } = await lockOfferInOrder(pen.tx, body.offerId);
      const accepted = await this.takeAcceptance(pen, { offer, request, incident }, body.deviceAt);
      return { offer: offerView(accepted.offer), mission: await viewMission(pen.tx, accepted.mission) };
    });
  }

  private async takeAcceptance(
    pen: Pen,
    { offer, request, incident }: Awaited<ReturnType<typeof lockOfferInOrder>>,
    deviceAt?: string,
  ) {
    const accepted = await settleOffer(pen, offer, 'accepted');
    await writeTime(pen, accepted.mission, '04', {
      at: deviceTime(pen, deviceAt, offer.offeredAt),
      deviceAt: deviceAt ? new Date(deviceAt) : null,
      source: sourceOf(pen),
    });
    await moveRequest(pen, request, 'filled', { missionId: offer.missionId });
    for (const other of await listOpenOffers(pen.tx, request.id)) await settleOffer(pen, other, 'withdrawn');
    await moveIncident(pen, incident, 'attended');
    if (request.replaces) await callOff(pen, request.replaces);
    return accepted;
  }

  async refuse(command: Command, body: CommandBody<'offer.refuse'>): Promise<CommandReply<'offer.refuse'>> {
    if (body.reason === 'other' && !body.text) throw new DomainError('REASON_REQUIRED');
    const ranking = await this.rankingForOffer(body.offerId);
    return this.journal.write(command, async (pen) => {
      const { offer, request } = await lockOfferInOrder(pen.tx, body.offerId);
      const refused = await settleOffer(pen, offer, 'refused', {
        refusalReason: body.reason,
        refusalText: body.text || null,
      });
      await seek(pen, request, ranking(request), this.offerSeconds);
      return { offer: offerView(refused.offer) };
    });
  }

  /**
   * What was said by telephone about an open offer: an acceptance or a refusal answers it on their behalf, a telephone
   * that nobody takes is only noted, and the countdown goes on.
   */
  async recordCall(command: Command, body: CommandBody<'offer.recordCall'>): Promise<CommandReply<'offer.recordCall'>> {
    const ranking = await this.rankingForOffer(body.offerId);
    return this.journal.write(command, async (pen) => {
      const { offer, request, incident } = await lockOfferInOrder(pen.tx, body.offerId);
      if (offer.state !== 'open') throw new DomainError('OFFER_NOT_OPEN', { state: offer.state });
      const { incidentId, missionId, vehicleId } = offer;
      const facts = { offerId: offer.id, outcome: body.outcome };
      pen.record({ kind: 'offer.called', incidentId, missionId, vehicleId, facts });
      if (body.outcome === 'agreed') {
        await pen.tx.update(MissionRow, { id: missionId }, { orderedBecause: 'station_agreed' });
        return { offer: offerView((await this.takeAcceptance(pen, { offer, request, incident })).offer) };
      }
      if (body.outcome === 'no_answer') return { offer: offerView(offer) };
      const refused = await settleOffer(pen, offer, 'refused', { refusalReason: 'other', refusalText: null });
      await seek(pen, request, ranking(request), this.offerSeconds);
      return { offer: offerView(refused.offer) };
    });
  }

  /** Silence is an answer: the countdown ran out. False when somebody answered in the last moment. */
  async expire(offerId: OfferId): Promise<boolean> {
    const ranking = await this.rankingForOffer(offerId);
    return this.journal.write(systemCommand('offer.expire', { offerId }), async (pen) => {
      const { offer, request } = await lockOfferInOrder(pen.tx, offerId);
      if (offer.state !== 'open' || offer.expiresAt > pen.now) return false;
      await settleOffer(pen, offer, 'unanswered');
      await seek(pen, request, ranking(request), this.offerSeconds);
      return true;
    });
  }

  /**
   * Who to ask next. A refusal or a silence is taken even when nobody can be ranked now (the place was unpinned, the
   * roads are gone): the asking then goes on in the order that the dispatcher saw.
   */
  private async rankingForOffer(offerId: OfferId): Promise<Ranking> {
    const offer = await this.dataSource.manager.findOneBy(OfferRow, { id: offerId });
    if (!offer) throw new DomainError('NOT_FOUND', { what: 'offer' });
    const { needs } = await this.getRequest(offer.requestId);
    const recommended = await outcomeOf(this.recommendations.forIncident(offer.incidentId, needs));
    return (request) => {
      try {
        return recommended().ranked;
      } catch (failure) {
        if (failure instanceof DomainError) return request.shown?.ranked ?? [];
        throw failure;
      }
    };
  }

  private async getRequest(id: RequestId): Promise<VehicleRequestRow> {
    const request = await this.dataSource.manager.findOneBy(VehicleRequestRow, { id });
    if (!request) throw new DomainError('NOT_FOUND', { what: 'request' });
    return request;
  }
}

type Ranking = (request: VehicleRequestRow) => readonly RankedVehicle[];

/** Who pressed: that is where a time comes from. */
export function sourceOf(pen: Pen): TimeSource {
  const { role } = pen.command.actor;
  if (role === 'crew') return 'crew_button';
  if (role === 'station') return 'station';
  return role === 'system' ? 'geofence' : 'dispatcher';
}

/** The device's time on our clock, never after now and never before what it answers. */
export function deviceTime(pen: Pen, deviceAt: string | undefined, notBefore: Date | null): Date {
  if (!deviceAt) return pen.now;
  const corrected = new Date(deviceAt).getTime() + pen.command.clockOffsetMs;
  return new Date(Math.max(notBefore?.getTime() ?? 0, Math.min(corrected, pen.now.getTime())));
}

/** Locks in the one order used everywhere: incident, request, offer. */
async function lockOfferInOrder(tx: EntityManager, id: OfferId) {
  const found = await tx.findOneBy(OfferRow, { id });
  if (!found) throw new DomainError('NOT_FOUND', { what: 'offer' });
  const { incident, request } = await lockRequestInOrder(tx, found.requestId);
  const offer = await tx.findOneOrFail(OfferRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return { incident, request, offer };
}

async function lockRequestInOrder(tx: EntityManager, id: RequestId) {
  const found = await tx.findOneBy(VehicleRequestRow, { id });
  if (!found) throw new DomainError('NOT_FOUND', { what: 'request' });
  const incident = await lockOpenIncident(tx, found.incidentId);
  return { incident, request: await lockRequest(tx, id) };
}
