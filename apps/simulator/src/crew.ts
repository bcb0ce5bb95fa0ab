import type { CommandInput, CrewView, Incident, LngLat, Mission, MissionStep, Prealert, Route, Unit } from '#contracts';
import { distanceMetres } from '#geo';
import { answerTo } from './answers.js';
import type { Client } from './client.js';
import { Drive } from './driving.js';
import { chooseHospital } from './hospital-choice.js';
import { planMission, type MissionPlan } from './mission-plan.js';
import type { Pace } from './pace.js';
import { Random } from '#chance';
import { Reading } from './reading.js';
import type { Tally } from './tally.js';
import type { Vehicle } from './vehicle.js';

const DRIVING_REPORT_SECONDS = 3;
/** The server doubts 50 m/s and more; a faster life does not make vehicles faster than that. */
const MAX_SPEED_MPS = 45;
const UNHURRIED = 0.75;
const THERE_METRES = 30;
/** A vehicle farther than this from its station, though not on a mission, drives home. */
const AWAY_METRES = 300;
/** When a person works the tablet of this vehicle, the simulated crew keeps its hands off for so long. */
const HANDS_OFF_MS = 300_000;
const SHIFT_MS = 12 * 3_600_000;
const SHIFT_RENEWAL_MS = 600_000;
const AFTER_FAILURE_SECONDS = 5;

/** What a crew is doing; when it changes, whatever it was waiting for is over. */
const situation = (job: CrewView | null) =>
  [job?.unit?.duty, job?.mission?.id, job?.mission?.state, job?.offer?.id, waitingPrealert(job)?.id].join(' ');
/** What this crew has been told to get ready for and has not answered. */
const waitingPrealert = (job: CrewView | null) => job?.prealerts.find(({ state }) => state === 'raised');

interface Task {
  readonly mission: Mission;
  readonly incident: Incident;
  readonly plan: MissionPlan;
  readonly disturbed: AbortSignal;
}

/** One vehicle's crew: looks at its tablet, and does the next thing. */
export class Crew {
  private job: CrewView | null = null;
  private disturbance = new AbortController();
  private pressed: MissionStep | null = null;
  private handsOffUntil = 0;
  private readonly reading: Reading;

  constructor(
    private readonly client: Client,
    private readonly vehicle: Vehicle,
    private readonly pace: Pace,
    private readonly seed: number,
    private readonly tally: Tally,
  ) {
    this.reading = new Reading(client, pace, tally);
  }

  show(job: CrewView): void {
    const before = this.job;
    this.job = job;
    if (performance.now() > this.handsOffUntil) this.reading.show(job);
    if (situation(before) === situation(job)) return;
    if (this.pressedByAnother(before, job)) this.handsOffUntil = performance.now() + HANDS_OFF_MS;
    this.disturbance.abort();
    this.disturbance = new AbortController();
  }

  async work(): Promise<void> {
    while (!this.pace.stopped) {
      try {
        await this.doNext(this.disturbance.signal);
      } catch (error) {
        this.tally.fail(error);
        await this.pace.pause(AFTER_FAILURE_SECONDS, this.disturbance.signal);
      }
    }
  }

  /** A step of the same mission that this crew did not report: somebody holds the real tablet. */
  private pressedByAnother(before: CrewView | null, job: CrewView): boolean {
    const { mission } = job;
    if (!mission || before?.mission?.id !== mission.id || before.mission.state === mission.state) return false;
    return mission.state !== 'acknowledged' && mission.state !== this.pressed;
  }

  private async doNext(disturbed: AbortSignal): Promise<void> {
    const { job } = this;
    const handsOffMs = this.handsOffUntil - performance.now();
    if (!job?.unit || job.unit.duty === 'out_of_service') return this.pace.pause(3_600, disturbed);
    if (handsOffMs > 0) return this.pace.pause(handsOffMs / 1_000, disturbed);
    if (job.offer) return this.answer(job.offer, disturbed);
    if (job.mission && job.incident) return this.carryOn(job.mission, job.incident, job.unit, disturbed);
    const prealert = waitingPrealert(job);
    if (prealert) return this.getReady(prealert, disturbed);
    if (await this.renewShift(job.unit)) return;
    const home = job.station?.position;
    if (home && distanceMetres(this.vehicle.at, home) > (job.unit.duty === 'returning' ? THERE_METRES : AWAY_METRES))
      return void (await this.driveTo(home, UNHURRIED, disturbed));
    return this.pace.pause(SHIFT_RENEWAL_MS / 2_000, disturbed);
  }

  private async getReady({ id }: Prealert, disturbed: AbortSignal): Promise<void> {
    await this.pace.wait(new Random(this.seed, id).between(4, 12), disturbed);
    if (disturbed.aborted || this.pace.stopped) return;
    await this.client.send('prealert.ready', { prealertId: id });
  }

  private async answer({ id }: NonNullable<CrewView['offer']>, disturbed: AbortSignal): Promise<void> {
    const answer = answerTo(id, this.seed);
    if (answer.by !== 'crew') return this.pace.pause(3_600, disturbed);
    await this.pace.wait(answer.afterSeconds, disturbed);
    if (disturbed.aborted || this.pace.stopped) return;
    const { mission } = await this.client.send('offer.accept', { offerId: id, deviceAt: new Date().toISOString() });
    this.tally.count('accepted');
    if (this.job) this.job = { ...this.job, mission, offer: null };
  }

  private carryOn(mission: Mission, incident: Incident, unit: Unit, disturbed: AbortSignal): Promise<void> {
    const plan = planMission(new Random(this.seed, mission.id), incident, unit.level);
    const task: Task = { mission, incident, plan, disturbed };
    switch (mission.state) {
      case 'acknowledged':
        return this.after(plan.turnoutSeconds, task, { step: 'en_route' });
      case 'en_route':
        return this.drive(incident.place.position, task, { step: 'on_scene' });
      case 'on_scene':
        if (plan.outcome === 'not_found') return this.after(plan.careSeconds, task, ended(plan));
        return this.after(plan.toPatientSeconds, task, { step: 'at_patient' });
      case 'at_patient':
        return this.leaveScene(task);
      case 'left_scene':
        return this.drive(this.hospitalOf(mission), task, { step: 'at_hospital' });
      case 'at_hospital':
        return this.after(plan.handoverSeconds, task, { step: 'handed_over' });
      case 'handed_over':
        return this.after(plan.readySeconds, task, { step: 'completed' });
      default:
        return this.pace.pause(3_600, disturbed);
    }
  }

  private async leaveScene(task: Task): Promise<void> {
    const { plan, incident } = task;
    if (plan.outcome !== 'transported') return this.after(plan.careSeconds, task, ended(plan));
    const hospitals = this.job?.hospitals ?? [];
    const route = (from: LngLat, to: LngLat) => this.findRoute(from, to);
    const hospital = await chooseHospital(hospitals, incident, this.job?.protocol ?? null, this.vehicle.at, route);
    return this.after(plan.careSeconds, task, { step: 'left_scene', hospitalId: hospital.id });
  }

  private hospitalOf(mission: Mission): LngLat | null {
    return this.job?.hospitals.find((hospital) => hospital.id === mission.hospitalId)?.position ?? null;
  }

  /** Reports a step when the last one is so many seconds old. */
  private async after(seconds: number, task: Task, report: Report): Promise<void> {
    const sinceSeconds = ((Date.now() - Date.parse(task.mission.since)) / 1_000) * this.pace.speed;
    await this.pace.wait(Math.max(1, seconds - sinceSeconds), task.disturbed);
    await this.report(task, report);
  }

  /** Without a destination (a hospital nobody named) the crew is where it should be. */
  private async drive(to: LngLat | null, task: Task, report: Report): Promise<void> {
    if (to) await this.driveTo(to, 1, task.disturbed);
    await this.report(task, report);
  }

  private async report({ mission, disturbed }: Task, report: Report): Promise<void> {
    if (disturbed.aborted || this.pace.stopped) return;
    this.pressed = report.step;
    const body = { missionId: mission.id, deviceAt: new Date().toISOString(), position: this.vehicle.at, ...report };
    const reply = await this.client.send('mission.report', body);
    if (!this.job || this.job.mission?.id !== mission.id) return;
    const done = reply.mission.state === 'completed';
    if (done) this.tally.count('missions');
    this.job = done ? { ...this.job, mission: null, incident: null } : { ...this.job, mission: reply.mission };
  }

  /** Drives along the road; ends early when the job changes under way. */
  private async driveTo(to: LngLat, hurry: number, disturbed: AbortSignal): Promise<void> {
    const from = this.vehicle.at;
    if (distanceMetres(from, to) <= THERE_METRES) return;
    const { line, metres, seconds } = await this.findRoute(from, to);
    const lifeSpeedMps = seconds > 0 ? (metres / seconds) * hurry : MAX_SPEED_MPS / 4;
    const drive = new Drive([from, ...line, to], Math.min(MAX_SPEED_MPS, lifeSpeedMps * this.pace.speed));
    const startedAt = performance.now();
    while (!disturbed.aborted && !this.pace.stopped) {
      const moment = drive.after((performance.now() - startedAt) / 1_000);
      this.vehicle.move(moment);
      if (moment.arrived) return;
      await this.pace.pause(DRIVING_REPORT_SECONDS, disturbed);
    }
    this.vehicle.halt();
  }

  private findRoute(from: LngLat, to: LngLat): Promise<Route> {
    return this.client.get(`/api/route?from=${from.join(',')}&to=${to.join(',')}`);
  }

  /** The same people stay on: a demonstration has nobody to relieve them. */
  private async renewShift({ id, shift }: Unit): Promise<boolean> {
    if (!shift || Date.parse(shift.endsAt) - Date.now() > SHIFT_RENEWAL_MS) return false;
    const crew = shift.crew.map(({ accountId, duty }) => ({ accountId, duty }));
    const endsAt = new Date(Date.now() + SHIFT_MS).toISOString();
    await this.client.send('shift.begin', { vehicleId: id, endsAt, crew });
    return true;
  }
}

type Report = Pick<CommandInput<'mission.report'>, 'step' | 'hospitalId' | 'outcome'>;
const ended = ({ outcome }: MissionPlan): Report => ({ step: 'completed', outcome });
