import {
  DomainError,
  ETIME_OF_STEP,
  MISSION_STEPS,
  type CommandBody,
  type CommandReply,
  type MissionId,
  type MissionOutcome,
  type MissionStep,
} from '#contracts';
import { addNote, lockIncident, moveIncident, type IncidentRow } from '#incidents';
import { Journal, type Command, type Pen } from '#journal';
import { IsNull, type EntityManager } from 'typeorm';
import { deviceTime, sourceOf } from './dispatch.service.js';
import { releaseReplacement, withdrawReplacement } from './replacement.js';
import { MissionRow, MissionTimeRow, OfferRow, VehicleRequestRow } from './entities.js';
import {
  currentTimes,
  incidentOfMission,
  lockMission,
  moveMission,
  returnToStation,
  setMissionState,
  viewMission,
  withdrawTimesAfter,
  writeTime,
} from './missions.js';

const rankOf = (step: string) => MISSION_STEPS.indexOf(step as MissionStep);

/** The crew's way through a mission: statuses forward, times kept three ways, corrections explicit. */
export class MissionsService {
  constructor(private readonly journal: Journal) {}

  /**
   * The big button. A step ahead moves the mission; a step that is behind and has no time yet is written in at its own
   * time (a tablet back from a dead spot); a step already reported changes nothing.
   */
  report(command: Command, body: CommandBody<'mission.report'>): Promise<CommandReply<'mission.report'>> {
    return this.journal.write(command, async (pen) => {
      const { mission, incident } = await lockInOrder(pen.tx, body.missionId);
      const times = await currentTimes(pen.tx, [mission.id]);
      const known = new Map(times.map((time) => [time.etime, time.at]));
      const etime = ETIME_OF_STEP[body.step];
      if (known.has(etime)) return { mission: await viewMission(pen.tx, mission) };
      if (body.step === 'notified') throw new DomainError('TRANSITION_NOT_ALLOWED', { to: body.step });
      if (mission.state === 'notified') await answerByReporting(pen, mission, body.step);
      // A mission that was refused, withdrawn or cancelled has no rank: every step is ahead of it, and none is allowed.
      const ahead = rankOf(body.step) > rankOf(mission.state);
      const at = deviceTime(pen, body.deviceAt, known.get('03') ?? null);
      const moved = ahead
        ? await this.advance(pen, mission, incident, body, known.has('09') || known.has('11'))
        : mission;
      await writeTime(pen, moved, etime, {
        at,
        deviceAt: body.deviceAt ? new Date(body.deviceAt) : null,
        source: sourceOf(pen),
      });
      return { mission: await viewMission(pen.tx, moved) };
    });
  }

  private async advance(
    pen: Pen,
    mission: MissionRow,
    incident: IncidentRow,
    body: CommandBody<'mission.report'>,
    carried: boolean,
  ): Promise<MissionRow> {
    if (body.step !== 'completed') {
      if (rankOf(body.step) >= rankOf('on_scene')) await withdrawReplacement(pen, mission.id);
      const hospitalId = body.hospitalId ?? mission.hospitalId;
      return moveMission(pen, mission, body.step, hospitalId === mission.hospitalId ? {} : { hospitalId });
    }
    const outcome = body.outcome ?? mission.outcome ?? (carried ? ('transported' as const) : null);
    const completed = await moveMission(pen, mission, 'completed', { outcome });
    await returnToStation(pen, mission);
    await closeWhenDone(pen, incident, outcome);
    return completed;
  }

  /** A time after the fact, marked as such; ahead of the current step it also moves the mission. */
  recordLate(command: Command, body: CommandBody<'mission.recordLate'>): Promise<CommandReply<'mission.recordLate'>> {
    return this.journal.write(command, async (pen) => {
      const { mission } = await lockInOrder(pen.tx, body.missionId);
      const at = new Date(body.at);
      if (at > pen.now) throw new DomainError('PERIOD_INVALID', { at: body.at });
      const etime = ETIME_OF_STEP[body.step];
      const times = await currentTimes(pen.tx, [mission.id]);
      if (times.some((time) => time.etime === etime))
        throw new DomainError('TRANSITION_NOT_ALLOWED', { etime, already: true });
      await refuseWhileAsked(pen, mission, body.step);
      const ahead = mission.active && rankOf(body.step) > rankOf(mission.state);
      // Completing frees the vehicle and may close the incident: it is reported, and its time corrected afterwards.
      if (!isServed(mission) || (ahead && body.step === 'completed'))
        throw new DomainError('TRANSITION_NOT_ALLOWED', { from: mission.state, to: body.step });
      const moved = ahead ? await moveMission(pen, mission, body.step) : mission;
      await writeTime(pen, moved, etime, { at, source: 'late_entry', because: body.because });
      return { mission: await viewMission(pen.tx, moved) };
    });
  }

  /** Back to an earlier step: what came after it did not happen, and its times are withdrawn, not erased. */
  correct(command: Command, body: CommandBody<'mission.correct'>): Promise<CommandReply<'mission.correct'>> {
    return this.journal.write(command, async (pen) => {
      const { mission } = await lockInOrder(pen.tx, body.missionId);
      const back = rankOf(body.step) < rankOf(mission.state) && rankOf(body.step) >= rankOf('acknowledged');
      if (!back || !mission.active)
        throw new DomainError('TRANSITION_NOT_ALLOWED', { from: mission.state, to: body.step });
      const { id: because } = await addNote(pen, mission.incidentId, body.because);
      const corrected = await setMissionState(pen, mission, body.step, 'mission.corrected', {}, { because });
      await withdrawTimesAfter(pen, corrected, body.step);
      return { mission: await viewMission(pen.tx, corrected) };
    });
  }

  correctTime(
    command: Command,
    body: CommandBody<'mission.correctTime'>,
  ): Promise<CommandReply<'mission.correctTime'>> {
    return this.journal.write(command, async (pen) => {
      const { mission } = await lockInOrder(pen.tx, body.missionId);
      const at = new Date(body.at);
      if (at > pen.now) throw new DomainError('PERIOD_INVALID', { at: body.at });
      const current = { missionId: mission.id, etime: body.etime, replacedAt: IsNull() };
      const known = await pen.tx.existsBy(MissionTimeRow, current);
      if (!known) throw new DomainError('NOT_FOUND', { what: 'time', etime: body.etime });
      await writeTime(pen, mission, body.etime, { at, source: 'late_entry', because: body.because });
      return { mission: await viewMission(pen.tx, mission) };
    });
  }

  cancel(command: Command, body: CommandBody<'mission.cancel'>): Promise<CommandReply<'mission.cancel'>> {
    return this.journal.write(command, async (pen) => {
      const { mission, incident } = await lockInOrder(pen.tx, body.missionId);
      const offer = await pen.tx.findOneBy(OfferRow, { missionId: mission.id, state: 'open' });
      if (offer) throw new DomainError('TRANSITION_NOT_ALLOWED', { offer: 'open' });
      const cancelled = await moveMission(pen, mission, 'cancelled', { cancelReason: body.reason });
      await writeTime(pen, cancelled, '14', { at: pen.now, source: sourceOf(pen), because: body.text || undefined });
      await returnToStation(pen, mission);
      await releaseReplacement(pen, mission.id);
      if (incident.state === 'attended' && !(await isAttended(pen.tx, incident)))
        await moveIncident(pen, incident, 'waiting');
      return { mission: await viewMission(pen.tx, cancelled) };
    });
  }

  chooseHospital(
    command: Command,
    body: CommandBody<'mission.chooseHospital'>,
  ): Promise<CommandReply<'mission.chooseHospital'>> {
    return this.journal.write(command, async (pen) => {
      const { mission } = await lockInOrder(pen.tx, body.missionId);
      if (!mission.active) throw new DomainError('TRANSITION_NOT_ALLOWED', { from: mission.state });
      await pen.tx.update(MissionRow, { id: mission.id }, { hospitalId: body.hospitalId });
      pen.record({
        kind: 'mission.hospitalChosen',
        incidentId: mission.incidentId,
        missionId: mission.id,
        vehicleId: mission.vehicleId,
        facts: { from: mission.hospitalId, to: body.hospitalId },
      });
      return { mission: await viewMission(pen.tx, { ...mission, hospitalId: body.hospitalId }) };
    });
  }
}

/** Incident before mission: the order in which everybody locks. */
async function lockInOrder(tx: EntityManager, id: MissionId) {
  const incident = await lockIncident(tx, await incidentOfMission(tx, id));
  return { incident, mission: await lockMission(tx, id) };
}

/**
 * A crew ordered directly acknowledges with its first tap. One that was asked must answer the offer: driving off
 * without accepting would leave a parallel offer open.
 */
async function answerByReporting(pen: Pen, mission: MissionRow, step: MissionStep): Promise<void> {
  await refuseWhileAsked(pen, mission, step);
  if (step === 'acknowledged') return;
  Object.assign(mission, await moveMission(pen, mission, 'acknowledged'));
  await writeTime(pen, mission, '04', { at: pen.now, source: sourceOf(pen) });
}

async function refuseWhileAsked(pen: Pen, mission: MissionRow, step: MissionStep): Promise<void> {
  const asked = await pen.tx.existsBy(OfferRow, { missionId: mission.id, state: 'open' });
  if (asked) throw new DomainError('TRANSITION_NOT_ALLOWED', { from: mission.state, to: step, offer: 'open' });
}

/** Somebody went, or is about to: an offer that nobody took has no times to tell. */
const isServed = ({ state }: MissionRow): boolean => !['refused', 'unanswered', 'withdrawn'].includes(state);

/** Who is only being asked does not attend yet: a vehicle is on its way once it was ordered or has accepted. */
export async function isAttended(tx: EntityManager, { id }: Pick<IncidentRow, 'id'>): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from mission m where m.incident_id = $1 and m.active
       and not exists (select 1 from offer o where o.mission_id = m.id and o.state = 'open') limit 1`,
    [id],
  );
  return rows.length > 0;
}

export const hasActiveMission = (tx: EntityManager, incident: Pick<IncidentRow, 'id'>): Promise<boolean> =>
  tx.existsBy(MissionRow, { incidentId: incident.id, active: true });

/**
 * When the last vehicle is done and nobody is being asked, the crew's outcome closes the incident; otherwise it waits
 * again, for a vehicle or for a person to close it.
 */
async function closeWhenDone(pen: Pen, incident: IncidentRow, outcome: MissionOutcome | null): Promise<void> {
  if (incident.state !== 'attended' || (await isAttended(pen.tx, incident))) return;
  const asking = await pen.tx.existsBy(VehicleRequestRow, { incidentId: incident.id, state: 'seeking' });
  if (!outcome || asking) return void (await moveIncident(pen, incident, 'waiting'));
  await moveIncident(
    pen,
    incident,
    'closed',
    { closeReason: outcome, closedAt: pen.now },
    { reason: outcome, by: 'outcome' },
  );
}
