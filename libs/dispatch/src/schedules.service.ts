import { DomainError, INCIDENT_TRANSITIONS, type CommandBody, type CommandReply, type IncidentId } from '#contracts';
import {
  addNote,
  IncidentRow,
  incidentView,
  lockIncident,
  lockOpenIncident,
  moveIncident,
  openingState,
  startOf,
  type LeadRules,
} from '#incidents';
import { systemCommand, type Command, type Journal, type Pen } from '#journal';
import type { EntityManager } from 'typeorm';
import { VehicleRequestRow } from './entities.js';
import type { RecommendationsService } from './recommendations.service.js';

/** A start that moves by less is no news to anybody. */
const NEWS_MS = 5 * 60_000;

/** Rides ordered for a time: when they turn into work, and that they do. */
export class SchedulesService {
  constructor(
    private readonly journal: Journal,
    private readonly recommendations: Pick<RecommendationsService, 'forIncident'>,
    private readonly lead: LeadRules,
  ) {}

  /** Refused once a vehicle is on it. The reason is a note, and the journal's entry names it. */
  async reschedule(
    command: Command,
    body: CommandBody<'incident.reschedule'>,
  ): Promise<CommandReply<'incident.reschedule'>> {
    const etaSeconds = await this.likelyEta(body.incidentId);
    return this.journal.write(command, async (pen) => {
      const incident = await lockOpenIncident(pen.tx, body.incidentId);
      const asking = await pen.tx.existsBy(VehicleRequestRow, { incidentId: incident.id, state: 'seeking' });
      if (!incident.dueAt || asking) throw new DomainError('TRANSITION_NOT_ALLOWED', { from: incident.state });
      const dueAt = new Date(body.dueAt);
      const startAt = startOf(dueAt, etaSeconds, this.lead);
      const state = openingState({ startAt, position: incident.position }, pen.now);
      if (state !== incident.state && !INCIDENT_TRANSITIONS[incident.state].includes(state))
        throw new DomainError('TRANSITION_NOT_ALLOWED', { from: incident.state, to: state });
      const { id: because } = await addNote(pen, incident.id, body.because);
      await setTimes(pen, incident, { dueAt, startAt }, { because });
      return { incident: incidentView(await moveIncident(pen, { ...incident, dueAt, startAt }, state)) };
    });
  }

  /** Looks once more at the roads; what they say now counts if it is news. */
  async review(incidentId: IncidentId): Promise<void> {
    const etaSeconds = await this.likelyEta(incidentId);
    if (etaSeconds === null) return;
    await this.journal.write(systemCommand('incident.review', { incidentId }), async (pen) => {
      const incident = await lockIncident(pen.tx, incidentId);
      if (incident.state !== 'scheduled' || !incident.dueAt) return;
      const startAt = startOf(incident.dueAt, etaSeconds, this.lead);
      if (incident.startAt && Math.abs(startAt.getTime() - incident.startAt.getTime()) < NEWS_MS) return;
      await setTimes(pen, incident, { dueAt: incident.dueAt, startAt });
    });
  }

  /** Its time has come; false when somebody changed the time, or sent a vehicle, a moment earlier. */
  begin(incidentId: IncidentId): Promise<boolean> {
    return this.journal.write(systemCommand('incident.begin', { incidentId }), async (pen) => {
      const incident = await lockIncident(pen.tx, incidentId);
      if (incident.state !== 'scheduled' || openingState(incident, pen.now) === 'scheduled') return false;
      await moveIncident(pen, incident, openingState(incident, pen.now), {}, { due: incident.dueAt });
      return true;
    });
  }

  /** Turnout and drive of the vehicle that would be asked first now; null when nobody can say. */
  private async likelyEta(incidentId: IncidentId): Promise<number | null> {
    try {
      return (await this.recommendations.forIncident(incidentId)).ranked[0]?.etaSeconds ?? null;
    } catch (failure) {
      if (failure instanceof DomainError) return null;
      throw failure;
    }
  }
}

async function setTimes(
  pen: Pen,
  incident: IncidentRow,
  times: { dueAt: Date; startAt: Date },
  facts: Record<string, unknown> = {},
): Promise<void> {
  await pen.tx.update(IncidentRow, { id: incident.id }, times);
  pen.record({ kind: 'incident.scheduled', incidentId: incident.id, facts: { ...times, ...facts } });
}

/** Rides whose time has come. */
export const listDueRides = (tx: Pick<EntityManager, 'query'>, now: Date): Promise<{ id: IncidentId }[]> =>
  tx.query(`select id from incident where state = 'scheduled' and start_at <= $1 order by start_at`, [now]);

/** Rides that are near enough for today's roads to say when to leave. */
export const listNearRides = (tx: Pick<EntityManager, 'query'>, before: Date): Promise<{ id: IncidentId }[]> =>
  tx.query(`select id from incident where state = 'scheduled' and due_at <= $1 order by due_at`, [before]);
