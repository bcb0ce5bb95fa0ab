import {
  DomainError,
  RequestId,
  type CommandBody,
  type CommandReply,
  type IncidentId,
  type OfferId,
  type RankedVehicle,
  type Recommendation,
  type TimeSource,
  type VehicleId,
} from '#contracts';
import { lockOpenIncident, moveIncident, needOf, type IncidentRow } from '#incidents';
import { Journal, systemCommand, type Command, type Pen } from '#journal';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { OfferRow, VehicleRequestRow } from './entities.js';
import { commitVehicle, viewMission, writeTime } from './missions.js';
import { dropPrealertOf } from './prealerts/prealerts.js';
import { RecommendationsService } from './recommendations.service.js';
import { listOpenOffers, lockRequest, moveRequest, seek, settleOffer } from './requests.js';
import { offerView, requestView } from './views.js';

/** Within this much of the best ETA a choice needs no explanation: the figures are not that exact. */
const EQUAL_ETA_SECONDS = 30;
const PARALLEL_OFFERS = { 1: 2, 2: 1, 3: 1, 4: 1 } as const;

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
    const recommended = await outcomeOf(this.recommendations.forIncident(body.incidentId));
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
    const recommended = await outcomeOf(this.recommendations.forIncident(body.incidentId));
    return this.journal.write(command, async (pen) => {
      const shown = recommended();
      const incident = await lockOpenIncident(pen.tx, body.incidentId);
      const asking = { vehicleIds: [body.vehicleId], override: { reason: body.reason, text: body.text } };
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
    const incidentId = await this.incidentOfRequest(body.requestId);
    const recommended = await outcomeOf(this.recommendations.forIncident(incidentId));
    return this.journal.write(command, async (pen) => {
      const shown = recommended();
      const { request, incident } = await lockRequestInOrder(pen.tx, body.requestId);
      if (request.state !== 'exhausted') throw new DomainError('TRANSITION_NOT_ALLOWED', { from: request.state });
      await moveRequest(pen, request, 'cancelled', { reason: 'retried' });
      const again = { vehicleIds: [], level: request.level, override: request.override ?? undefined };
      const opened = await openRequest(pen, incident, again, shown);
      const asked = await seek(pen, opened, shown.ranked, this.offerSeconds);
      return { request: requestView(asked), offers: (await listOpenOffers(pen.tx, asked.id)).map(offerView) };
    });
  }

  /** The first acceptance wins: the incident's lock makes the second one find its offer withdrawn. */
  accept(command: Command, body: CommandBody<'offer.accept'>): Promise<CommandReply<'offer.accept'>> {
    return this.journal.write(command, async (pen) => {
      const { offer, request, incident } = await lockOfferInOrder(pen.tx, body.offerId);
      const accepted = await settleOffer(pen, offer, 'accepted');
      await writeTime(pen, accepted.mission, '04', {
        at: deviceTime(pen, body.deviceAt, offer.offeredAt),
        deviceAt: body.deviceAt ? new Date(body.deviceAt) : null,
        source: sourceOf(pen),
      });
      await moveRequest(pen, request, 'filled', { missionId: offer.missionId });
      for (const other of await listOpenOffers(pen.tx, request.id)) await settleOffer(pen, other, 'withdrawn');
      await moveIncident(pen, incident, 'attended');
      return { offer: offerView(accepted.offer), mission: await viewMission(pen.tx, accepted.mission) };
    });
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
    const recommended = await outcomeOf(this.recommendations.forIncident(offer.incidentId));
    return (request) => {
      try {
        return recommended().ranked;
      } catch (failure) {
        if (failure instanceof DomainError) return request.shown?.ranked ?? [];
        throw failure;
      }
    };
  }

  private async incidentOfRequest(requestId: RequestId): Promise<IncidentId> {
    const request = await this.dataSource.manager.findOneBy(VehicleRequestRow, { id: requestId });
    if (!request) throw new DomainError('NOT_FOUND', { what: 'request' });
    return request.incidentId;
  }
}

type Ranking = (request: VehicleRequestRow) => readonly RankedVehicle[];

/**
 * Waits for something asked before the transaction and keeps its failure for later: inside, a command that was done
 * before gets its stored answer, whatever could be found out now.
 */
async function outcomeOf<T>(asked: Promise<T>): Promise<() => T> {
  const [outcome] = await Promise.allSettled([asked]);
  return () => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  };
}

/** A person who sends another than the recommended vehicle says why; an equal ETA needs no word. */
function needsReason(shown: Recommendation, chosen: VehicleId | undefined): boolean {
  const best = shown.ranked[0];
  if (!chosen || !best || best.vehicleId === chosen) return false;
  const asked = findRanked(shown.ranked, chosen);
  return asked === null || asked.etaSeconds > best.etaSeconds + EQUAL_ETA_SECONDS;
}

const findRanked = (ranked: readonly RankedVehicle[], id: VehicleId): RankedVehicle | null =>
  ranked.find((vehicle) => vehicle.vehicleId === id) ?? null;

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

async function openRequest(
  pen: Pen,
  incident: IncidentRow,
  body: Pick<CommandBody<'dispatch.offer'>, 'vehicleIds' | 'level' | 'override'>,
  shown: Recommendation,
): Promise<VehicleRequestRow> {
  const request: VehicleRequestRow = {
    id: RequestId.parse(uuidv7()),
    incidentId: incident.id,
    homeIncidentId: null,
    state: 'seeking',
    level: body.level ?? (await needOf(pen.tx, incident)).level,
    parallel: PARALLEL_OFFERS[incident.priority],
    wanted: body.vehicleIds,
    override: body.override ?? null,
    shown,
    openedAt: pen.now,
    openedBy: pen.command.actor.name,
  };
  await pen.tx.insert(VehicleRequestRow, request);
  pen.record({
    kind: 'request.opened',
    incidentId: incident.id,
    facts: {
      requestId: request.id,
      level: request.level,
      parallel: request.parallel,
      priority: incident.priority,
      override: request.override?.reason ?? null,
      recommended: shown.ranked.slice(0, 3).map(({ vehicleId, etaSeconds }) => ({ vehicleId, etaSeconds })),
    },
  });
  return request;
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
