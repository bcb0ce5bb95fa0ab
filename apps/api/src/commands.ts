import { COMMANDS, DomainError, type CommandBody, type CommandName, type CommandReply } from '#contracts';
import type {
  ClosingService,
  DispatchService,
  DiversionService,
  DutyService,
  MissionsService,
  SuggestionsService,
} from '#dispatch';
import type { CapacityService } from '#fleet';
import type { IncidentsService } from '#incidents';
import type { Actor, Clock, Command } from '#journal';
import type { ObstructionsService } from '#traffic';
import type { Policy } from './access/policy.js';
import type { TrackersService } from './access/trackers.service.js';
import { parse } from './http/route.js';

type Handlers = { [N in CommandName]: (command: Command, body: CommandBody<N>) => Promise<CommandReply<N>> };

export interface Services {
  readonly incidents: IncidentsService;
  readonly dispatch: DispatchService;
  readonly missions: MissionsService;
  readonly closing: ClosingService;
  readonly duty: DutyService;
  readonly trackers: TrackersService;
  readonly obstructions: ObstructionsService;
  readonly suggestions: SuggestionsService;
  readonly diversion: DiversionService;
  readonly capacity: CapacityService;
}

/** Which use case serves which command: the product's table of contents. */
const handlersOf = ({
  incidents,
  dispatch,
  missions,
  closing,
  duty,
  trackers,
  obstructions,
  suggestions,
  diversion,
  capacity,
}: Services): Handlers => ({
  'call.take': (command, body) => incidents.takeCall(command, body),
  'call.end': (command, body) => incidents.endCall(command, body),
  'call.link': (command, body) => incidents.linkCall(command, body),
  'incident.open': (command, body) => incidents.openIncident(command, body),
  'incident.amend': (command, body) => incidents.amendIncident(command, body),
  'incident.note': (command, body) => incidents.addNote(command, body),
  'incident.merge': (command, body) => closing.merge(command, body),
  'incident.unmerge': (command, body) => closing.unmerge(command, body),
  'incident.close': (command, body) => closing.close(command, body),
  'incident.reopen': (command, body) => closing.reopen(command, body),
  'dispatch.offer': (command, body) => dispatch.offer(command, body),
  'dispatch.order': (command, body) => dispatch.order(command, body),
  'dispatch.stop': (command, body) => dispatch.stop(command, body),
  'dispatch.retry': (command, body) => dispatch.retry(command, body),
  'dispatch.divert': (command, body) => diversion.divert(command, body),
  'suggestion.take': (command, body) => suggestions.take(command, body),
  'suggestion.leave': (command, body) => suggestions.leave(command, body),
  'offer.recordCall': (command, body) => dispatch.recordCall(command, body),
  'offer.accept': (command, body) => dispatch.accept(command, body),
  'offer.refuse': (command, body) => dispatch.refuse(command, body),
  'mission.report': (command, body) => missions.report(command, body),
  'mission.recordLate': (command, body) => missions.recordLate(command, body),
  'mission.correct': (command, body) => missions.correct(command, body),
  'mission.correctTime': (command, body) => missions.correctTime(command, body),
  'mission.cancel': (command, body) => missions.cancel(command, body),
  'mission.chooseHospital': (command, body) => missions.chooseHospital(command, body),
  'vehicle.setDuty': (command, body) => duty.setDuty(command, body),
  'vehicle.standby': (command, body) => duty.standBy(command, body),
  'hospital.setCapacity': (command, body) => capacity.set(command, body),
  'shift.begin': (command, body) => duty.beginShift(command, body),
  'shift.end': (command, body) => duty.endShift(command, body),
  'road.obstruct': (command, body) => obstructions.obstruct(command, body),
  'road.confirm': (command, body) => obstructions.confirm(command, body),
  'road.clear': (command, body) => obstructions.clear(command, body),
  'tracker.register': (command, body) => trackers.register(command, body),
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
