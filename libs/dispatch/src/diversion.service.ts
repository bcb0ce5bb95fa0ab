import {
  DomainError,
  type CommandBody,
  type CommandReply,
  type Diversion,
  type IncidentId,
  type Recommendation,
} from '#contracts';
import { getIncident, lockOpenIncident, moveIncident, type IncidentRow } from '#incidents';
import { Journal, type Clock, type Command, type Pen } from '#journal';
import type { TravelTimes } from '#roads';
import type { DataSource, EntityManager } from 'typeorm';
import { objectionsTo } from './diversion.js';
import { MissionRow, MissionTimeRow, VehicleRequestRow } from './entities.js';
import { commitVehicle, isOnTheWay, lockMission, moveMission, viewMission, writeTime } from './missions.js';
import { isAttended } from './missions.service.js';
import { openRequest, outcomeOf } from './opening.js';
import type { RecommendationsService } from './recommendations.service.js';
import { remainingSeconds, wayOf } from './remaining.js';
import { releaseReplacement } from './replacement.js';
import { moveRequest, seek } from './requests.js';
import { requestView } from './views.js';

/**
 * Turning a vehicle on its way to one patient round to another. Both clocks go on: the first incident keeps its times,
 * waits again and is asked for at once, in the same transaction, so that nobody is ever forgotten in between.
 */
export class DiversionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: Journal,
    private readonly recommendations: RecommendationsService,
    private readonly travelTimes: TravelTimes,
    private readonly clock: Clock,
    private readonly offerSeconds: number,
  ) {}

  /** Every vehicle on its way to another incident, the greatest gain first. */
  async list(incidentId: IncidentId): Promise<Diversion[]> {
    const { manager } = this.dataSource;
    const incident = await getIncident(manager, incidentId);
    if (!incident.position) throw new DomainError('PLACE_UNKNOWN');
    const missions = (await listOnTheWay(manager)).filter((mission) => mission.incidentId !== incidentId);
    if (missions.length === 0) return [];
    const shown = await this.recommendations.forIncident(incidentId);
    const found = await Promise.all(missions.map((mission) => this.weigh(mission, incident, shown)));
    return found
      .filter((diversion) => diversion !== null)
      .sort((a, b) => (b.to.gainSeconds ?? Infinity) - (a.to.gainSeconds ?? Infinity));
  }

  /** @throws DIVERSION_QUESTIONABLE with the objections, unless a person has decided despite them */
  async divert(command: Command, body: CommandBody<'dispatch.divert'>): Promise<CommandReply<'dispatch.divert'>> {
    const weighed = await outcomeOf(this.weighOnce(body));
    return this.journal.write(command, async (pen) => {
      const { diversion, first, second } = weighed();
      const { objections } = diversion;
      if (objections.length > 0 && !body.despite)
        throw new DomainError('DIVERSION_QUESTIONABLE', { objections, diversion });
      const { from, to } = await lockBoth(pen.tx, diversion.from.incidentId, body.incidentId);
      const mission = await lockMission(pen.tx, body.missionId);
      if (!isOnTheWay(mission) || mission.incidentId !== from.id || (await isAsked(pen.tx, mission)))
        throw new DomainError('TRANSITION_NOT_ALLOWED', { from: mission.state });
      const released = await this.release(pen, mission, diversion, body);
      const { request, mission: sent } = await this.send(pen, to, body, mission, second, diversion);
      const again = await this.askAgain(pen, from, mission, first);
      return {
        request: requestView(request),
        mission: await viewMission(pen.tx, sent),
        released: await viewMission(pen.tx, released),
        again: requestView(again),
      };
    });
  }

  private async release(
    pen: Pen,
    mission: MissionRow,
    { from, to, objections }: Diversion,
    { incidentId, reason }: CommandBody<'dispatch.divert'>,
  ): Promise<MissionRow> {
    const released = await moveMission(pen, mission, 'cancelled', { cancelReason: 'diverted' });
    await writeTime(pen, released, '14', { at: pen.now, source: 'dispatcher' });
    await releaseReplacement(pen, mission.id);
    pen.record({
      kind: 'mission.diverted',
      incidentId: mission.incidentId,
      missionId: mission.id,
      vehicleId: mission.vehicleId,
      facts: { to: incidentId, reason, objections, lossSeconds: from.lossSeconds, gainSeconds: to.gainSeconds },
    });
    return released;
  }

  /** The vehicle is ordered, not asked: it is on the road already. */
  private async send(
    pen: Pen,
    to: IncidentRow,
    { reason }: CommandBody<'dispatch.divert'>,
    { vehicleId }: MissionRow,
    shown: Recommendation,
    diversion: Diversion,
  ) {
    const asking = { vehicleIds: [vehicleId], override: { reason, text: '' } };
    const opened = await openRequest(pen, to, asking, shown);
    const { etaSeconds } = diversion.to;
    const { mission, refusal } = await commitVehicle(pen, {
      incidentId: to.id,
      requestId: opened.id,
      vehicleId,
      promised: {
        etaSeconds,
        etaP90Seconds: etaSeconds,
        travelSeconds: etaSeconds,
        travelSource: shown.travelSource,
        learnedFromDrives: 0,
      },
      orderedBecause: reason,
    });
    if (refusal) throw refusal;
    const request = await moveRequest(pen, opened, 'filled', { missionId: mission.id });
    await moveIncident(pen, to, 'attended');
    return { request, mission };
  }

  /** The first patient waits again and stations are asked at once, as before; nobody left is said aloud. */
  private async askAgain(
    pen: Pen,
    from: IncidentRow,
    mission: MissionRow,
    shown: Recommendation,
  ): Promise<VehicleRequestRow> {
    const before = await pen.tx.findOneByOrFail(VehicleRequestRow, { id: mission.requestId });
    if (from.state === 'attended' && !(await isAttended(pen.tx, from))) await moveIncident(pen, from, 'waiting');
    const opened = await openRequest(pen, from, { vehicleIds: [], level: before.level, needs: before.needs }, shown);
    return seek(pen, opened, shown.ranked, this.offerSeconds);
  }

  private async weighOnce({ missionId, incidentId }: CommandBody<'dispatch.divert'>) {
    const { manager } = this.dataSource;
    const mission = await manager.findOneBy(MissionRow, { id: missionId });
    if (!mission) throw new DomainError('NOT_FOUND', { what: 'mission' });
    if (mission.incidentId === incidentId) throw new DomainError('INVALID_INPUT', { incidentId });
    const incident = await getIncident(manager, incidentId);
    const { needs } = await manager.findOneByOrFail(VehicleRequestRow, { id: mission.requestId });
    const first = await this.recommendations.forIncident(mission.incidentId, needs);
    const second = await this.recommendations.forIncident(incidentId);
    if (!isOnTheWay(mission)) throw new DomainError('TRANSITION_NOT_ALLOWED', { from: mission.state });
    const diversion = await this.weigh(mission, incident, second, first);
    if (!diversion) throw new DomainError('VEHICLE_NOT_AVAILABLE', { position: 'lost' });
    return { diversion, first, second };
  }

  /** What both would gain and lose; null for a vehicle whose way nobody can tell. */
  private async weigh(
    mission: MissionRow,
    to: IncidentRow,
    toShown: Recommendation,
    fromShown?: Recommendation,
  ): Promise<Diversion | null> {
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const from = await getIncident(manager, mission.incidentId);
    const candidate = await this.recommendations.findCandidate(mission.vehicleId);
    if (!candidate || !from.position || !to.position) return null;
    const way = wayOf(candidate, mission, await notifiedAt(manager, mission), to.priority, now);
    if (!way.origin) return null;
    const [toFirst, toSecond] = await Promise.all(
      [from.position, to.position].map((place) => this.travelTimes.toPlace([way.origin!], place)),
    );
    const etaSeconds = remainingSeconds(way, toFirst!.times[0]?.seconds ?? null);
    const there = toSecond!.times[0];
    if (etaSeconds === null || !there) return null;
    const next = (fromShown ?? (await this.recommendations.forIncident(from.id))).ranked[0] ?? null;
    const newEta = way.turnoutSeconds + there.seconds;
    const otherwise = toShown.ranked[0]?.etaSeconds ?? null;
    const bumps = await manager.countBy(MissionRow, { incidentId: from.id, cancelReason: 'diverted' });
    const figures = {
      from: {
        incidentId: from.id,
        priority: from.priority,
        etaSeconds,
        nextVehicleId: next?.vehicleId ?? null,
        nextEtaSeconds: next?.etaSeconds ?? null,
        lossSeconds: next && next.etaSeconds - etaSeconds,
        bumps,
      },
      to: {
        incidentId: to.id,
        priority: to.priority,
        etaSeconds: newEta,
        otherwiseEtaSeconds: otherwise,
        gainSeconds: otherwise === null ? null : otherwise - newEta,
      },
    };
    return { missionId: mission.id, vehicleId: mission.vehicleId, ...figures, objections: objectionsTo(figures) };
  }
}

/** Two incidents are locked in the order of their ids, so that two diversions across each other take turns. */
async function lockBoth(tx: EntityManager, fromId: IncidentId, toId: IncidentId) {
  const rows = new Map<IncidentId, IncidentRow>();
  for (const id of [fromId, toId].sort()) rows.set(id, await lockOpenIncident(tx, id));
  return { from: rows.get(fromId)!, to: rows.get(toId)! };
}

/** Vehicles that have been ordered or have accepted, and have not arrived: who is only being asked is not on its way. */
export const listOnTheWay = (tx: EntityManager): Promise<MissionRow[]> =>
  tx
    .createQueryBuilder(MissionRow, 'm')
    .where(`m.active and m.state in ('notified', 'acknowledged', 'en_route')`)
    .andWhere(`not exists (select 1 from offer o where o.mission_id = m.id and o.state = 'open')`)
    .orderBy('m.since')
    .getMany();

const isAsked = async (tx: EntityManager, { id }: MissionRow): Promise<boolean> =>
  ((await tx.query(`select 1 from offer where mission_id = $1 and state = 'open'`, [id])) as unknown[]).length > 0;

/** What the promise counts from. */
export async function notifiedAt(tx: EntityManager, { id, since }: MissionRow): Promise<Date> {
  const times = await tx.findBy(MissionTimeRow, { missionId: id, etime: '03' });
  return times.find(({ replacedAt }) => replacedAt === null)?.at ?? since;
}
