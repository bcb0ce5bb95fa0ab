import { AlarmsService } from '#alarms';
import { CasualtiesService } from '#casualties';
import { COMMANDS, DomainError, type CommandBody, type CommandName, type CommandReply } from '#contracts';
import {
  ClosingService,
  DispatchService,
  DiversionService,
  DutyService,
  MissionsService,
  PrealertsService,
  SchedulesService,
  SuggestionsService,
} from '#dispatch';
import { CapacityService } from '#fleet';
import { IncidentsService } from '#incidents';
import type { Actor, Clock, Command } from '#journal';
import { CallerLinksService } from '#links';
import { DistressService, MessagesService } from '#messages';
import { ShiftLogService } from '#shift-log';
import { PaperService } from '#paper';
import { CallBacksService, CallerMarksService, RingsService } from '#telephony';
import { ObstructionsService } from '#traffic';
import type { Policy } from './access/policy.js';
import { TrackersService } from './access/trackers.service.js';
import { parse } from './http/route.js';

type Handlers = { [N in CommandName]: (command: Command, body: CommandBody<N>) => Promise<CommandReply<N>> };

/** Who serves the commands; another service is another line. */
export const SERVICES = {
  incidents: IncidentsService,
  dispatch: DispatchService,
  missions: MissionsService,
  closing: ClosingService,
  duty: DutyService,
  schedules: SchedulesService,
  trackers: TrackersService,
  obstructions: ObstructionsService,
  prealerts: PrealertsService,
  suggestions: SuggestionsService,
  diversion: DiversionService,
  capacity: CapacityService,
  alarms: AlarmsService,
  rings: RingsService,
  callBacks: CallBacksService,
  callerMarks: CallerMarksService,
  callerLinks: CallerLinksService,
  messages: MessagesService,
  distresses: DistressService,
  paper: PaperService,
  casualties: CasualtiesService,
  shiftLog: ShiftLogService,
} as const;
export type Services = { readonly [K in keyof typeof SERVICES]: InstanceType<(typeof SERVICES)[K]> };

/** Which use case serves which command: the product's table of contents. */
const handlersOf = (s: Services): Handlers => ({
  'call.take': (command, body) => s.incidents.takeCall(command, body),
  'call.end': (command, body) => s.incidents.endCall(command, body),
  'call.link': (command, body) => s.incidents.linkCall(command, body),
  'ring.take': (command, body) => s.rings.take(command, body),
  'callBack.try': (command, body) => s.callBacks.try(command, body),
  'callBack.settle': (command, body) => s.callBacks.settle(command, body),
  'caller.mark': (command, body) => s.callerMarks.mark(command, body),
  'caller.unmark': (command, body) => s.callerMarks.unmark(command, body),
  'callerLink.create': (command, body) => s.callerLinks.create(command, body),
  'callerLink.send': (command, body) => s.callerLinks.send(command, body),
  'callerLink.end': (command, body) => s.callerLinks.end(command, body),
  'incident.open': (command, body) => s.incidents.openIncident(command, body),
  'incident.amend': (command, body) => s.incidents.amendIncident(command, body),
  'incident.note': (command, body) => s.incidents.addNote(command, body),
  'incident.reschedule': (command, body) => s.schedules.reschedule(command, body),
  'incident.instruct': (command, body) => s.incidents.instruct(command, body),
  'incident.keepApart': (command, body) => s.incidents.keepApart(command, body),
  'incident.merge': (command, body) => s.closing.merge(command, body),
  'incident.unmerge': (command, body) => s.closing.unmerge(command, body),
  'incident.close': (command, body) => s.closing.close(command, body),
  'incident.reopen': (command, body) => s.closing.reopen(command, body),
  'prealert.raise': (command, body) => s.prealerts.raise(command, body),
  'prealert.ready': (command, body) => s.prealerts.ready(command, body),
  'prealert.drop': (command, body) => s.prealerts.drop(command, body),
  'dispatch.offer': (command, body) => s.dispatch.offer(command, body),
  'dispatch.order': (command, body) => s.dispatch.order(command, body),
  'dispatch.stop': (command, body) => s.dispatch.stop(command, body),
  'dispatch.retry': (command, body) => s.dispatch.retry(command, body),
  'dispatch.divert': (command, body) => s.diversion.divert(command, body),
  'suggestion.take': (command, body) => s.suggestions.take(command, body),
  'suggestion.leave': (command, body) => s.suggestions.leave(command, body),
  'offer.recordCall': (command, body) => s.dispatch.recordCall(command, body),
  'offer.accept': (command, body) => s.dispatch.accept(command, body),
  'offer.refuse': (command, body) => s.dispatch.refuse(command, body),
  'mission.report': (command, body) => s.missions.report(command, body),
  'mission.recordLate': (command, body) => s.missions.recordLate(command, body),
  'mission.correct': (command, body) => s.missions.correct(command, body),
  'mission.correctTime': (command, body) => s.missions.correctTime(command, body),
  'mission.cancel': (command, body) => s.missions.cancel(command, body),
  'mission.chooseHospital': (command, body) => s.missions.chooseHospital(command, body),
  'vehicle.setDuty': (command, body) => s.duty.setDuty(command, body),
  'vehicle.standby': (command, body) => s.duty.standBy(command, body),
  'hospital.setCapacity': (command, body) => s.capacity.set(command, body),
  'shift.begin': (command, body) => s.duty.beginShift(command, body),
  'shift.end': (command, body) => s.duty.endShift(command, body),
  'road.obstruct': (command, body) => s.obstructions.obstruct(command, body),
  'road.confirm': (command, body) => s.obstructions.confirm(command, body),
  'road.clear': (command, body) => s.obstructions.clear(command, body),
  'alarm.acknowledge': (command, body) => s.alarms.acknowledge(command, body),
  'message.send': (command, body) => s.messages.send(command, body),
  'message.receive': (command, body) => s.messages.receive(command, body),
  'message.acknowledge': (command, body) => s.messages.acknowledge(command, body),
  'distress.raise': (command, body) => s.distresses.raise(command, body),
  'distress.end': (command, body) => s.distresses.end(command, body),
  'paper.allocate': (command, body) => s.paper.allocate(command, body),
  'paper.enter': (command, body) => s.paper.enter(command, body),
  'paper.void': (command, body) => s.paper.void(command, body),
  'paper.beginDrill': (command) => s.paper.beginDrill(command),
  'paper.showSheet': (command, body) => s.paper.showSheet(command, body),
  'paper.enterDrillCard': (command, body) => s.paper.enterDrillCard(command, body),
  'paper.endDrill': (command, body) => s.paper.endDrill(command, body),
  'massCasualty.declare': (command, body) => s.casualties.declare(command, body),
  'massCasualty.amend': (command, body) => s.casualties.amend(command, body),
  'massCasualty.end': (command, body) => s.casualties.end(command, body),
  'casualty.count': (command, body) => s.casualties.count(command, body),
  'casualty.amend': (command, body) => s.casualties.amendCasualty(command, body),
  'casualty.strike': (command, body) => s.casualties.strike(command, body),
  'shiftLog.write': (command, body) => s.shiftLog.write(command, body),
  'shiftLog.receive': (command, body) => s.shiftLog.receive(command, body),
  'tracker.register': (command, body) => s.trackers.register(command, body),
});

export interface Received {
  readonly id: Command['id'];
  readonly name: string;
  readonly body: unknown;
  /** The sender's clock when it sent. */
  readonly sentAt?: string;
}

/** A clock this far off is no clock; its times are not shifted by it. */
const MAX_OFFSET_MS = 366 * 86_400_000;

/** Runs a command, whichever way it came: known, allowed, well-formed, once. */
export class Commands {
  private readonly handlers: Handlers;

  constructor(
    services: Services,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly observe: (name: CommandName, seconds: number, outcome: string) => void,
  ) {
    this.handlers = handlersOf(services);
  }

  async run({ id, name, body, sentAt }: Received, actor: Actor): Promise<unknown> {
    if (!isCommand(name)) throw new DomainError('UNKNOWN_COMMAND', { name: name.slice(0, 60) });
    const started = performance.now();
    let outcome = 'failed';
    try {
      const parsed = parse(COMMANDS[name].body, body);
      await this.policy.checkCommand(name, actor, parsed);
      const command: Command = { id, name, body: parsed, actor, clockOffsetMs: this.offset(sentAt) };
      const handler = this.handlers[name] as (command: Command, body: unknown) => Promise<unknown>;
      const reply = await handler(command, parsed);
      outcome = 'done';
      return reply;
    } catch (error) {
      if (error instanceof DomainError) outcome = error.code;
      throw error;
    } finally {
      this.observe(name, (performance.now() - started) / 1_000, outcome);
    }
  }

  private offset(sentAt: string | undefined): number {
    const sent = sentAt ? Date.parse(sentAt) : Number.NaN;
    const offset = this.clock.now().getTime() - sent;
    return Number.isFinite(offset) && Math.abs(offset) < MAX_OFFSET_MS ? offset : 0;
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
