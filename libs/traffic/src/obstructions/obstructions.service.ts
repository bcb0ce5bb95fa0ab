import {
  DomainError,
  OBSTRUCTION_KINDS,
  OBSTRUCTION_TRANSITIONS,
  ObstructionId,
  type CommandBody,
  type CommandReply,
  type ObstructedDirection,
  type ObstructionKind,
  type ObstructionShape,
} from '#contracts';
import { systemCommand, type Command, type Journal, type Pen } from '#journal';
import { uuidv7 } from 'uuidv7';
import { usualPassage, usualSlowdown } from './effect.js';
import { ObstructionRow, obstructionView } from './entities.js';

/** What the service asks of the roads being served. */
export interface ObstructedRoads {
  /** Names of the roads that a shape lies on. @throws OBSTRUCTION_OFF_ROADS when it touches none */
  streetsUnder(shape: ObstructionShape, direction: ObstructedDirection): string[];
  /** Resolves when travel times count with what the database says now. */
  bringUpToDate(): Promise<void>;
}

/** A crew reports a spot, not a quarter of the town. */
const CREW_RADIUS_METRES = 200;
const MINUTE_MS = 60_000;

/** What stands in the roads: reported, confirmed, cleared, and ended by its own time. */
export class ObstructionsService {
  constructor(
    private readonly journal: Journal,
    private readonly roads: ObstructedRoads,
  ) {}

  /** The answer comes when the roads are weighed anew: whoever asks for a travel time next is told with it. */
  async obstruct(command: Command, body: CommandBody<'road.obstruct'>): Promise<CommandReply<'road.obstruct'>> {
    const reply = await this.journal.write(command, async (pen) => {
      const byCrew = command.actor.role === 'crew';
      if (byCrew && !isAroundCrew(body.shape)) throw new DomainError('NOT_ALLOWED', { shape: body.shape.form });
      const row = rowOf(pen, body, this.roads.streetsUnder(body.shape, body.direction));
      await pen.tx.insert(ObstructionRow, row);
      pen.record({
        kind: 'road.obstructed',
        vehicleId: row.vehicleId,
        facts: { ...factsOf(row), passage: row.passage, source: row.source, noted: row.note !== '' },
      });
      return { obstruction: obstructionView(row) };
    });
    await this.roads.bringUpToDate();
    return reply;
  }

  confirm(command: Command, body: CommandBody<'road.confirm'>): Promise<CommandReply<'road.confirm'>> {
    return this.journal.write(command, async (pen) => {
      const row = await lockOpen(pen, body.obstructionId);
      const until = minutesAfter(pen.now, body.minutes ?? OBSTRUCTION_KINDS[row.kind].usualMinutes);
      const confirmed = { ...row, confirmedAt: pen.now, until };
      await pen.tx.update(ObstructionRow, { id: row.id }, { confirmedAt: pen.now, until });
      pen.record({ kind: 'road.confirmed', vehicleId: row.vehicleId, facts: factsOf(confirmed) });
      return { obstruction: obstructionView(confirmed) };
    });
  }

  async clear(command: Command, body: CommandBody<'road.clear'>): Promise<CommandReply<'road.clear'>> {
    const reply = await this.journal.write(command, async (pen) => {
      const row = await lockOpen(pen, body.obstructionId);
      return { obstruction: obstructionView(await end(pen, row, 'cleared')) };
    });
    await this.roads.bringUpToDate();
    return reply;
  }

  /** Its time has run out; false when somebody was faster, or extended it. */
  async expire(id: ObstructionId): Promise<boolean> {
    const expired = await this.journal.write(systemCommand('road.expire', { obstructionId: id }), async (pen) => {
      const row = await lock(pen, id);
      if (row.state !== 'open' || row.until > pen.now) return false;
      await end(pen, row, 'expired');
      return true;
    });
    if (expired) await this.roads.bringUpToDate();
    return expired;
  }
}

const isAroundCrew = (shape: ObstructionShape) => shape.form === 'circle' && shape.radiusMetres <= CREW_RADIUS_METRES;

const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS);

function rowOf(pen: Pen, body: CommandBody<'road.obstruct'>, streets: string[]): ObstructionRow {
  const { kind, shape, direction, note } = body;
  const byCrew = pen.command.actor.role === 'crew';
  const depth = kind === 'flood' ? (body.depth ?? null) : null;
  const reportedAt = reportedTime(pen, body.deviceAt);
  return {
    id: ObstructionId.parse(uuidv7()),
    kind,
    shape,
    direction,
    depth,
    passage: body.passage ?? usualPassage(kind, depth),
    slowdown: body.slowdown ?? usualSlowdown(kind, depth),
    streets,
    state: 'open',
    source: byCrew ? 'crew' : 'room',
    reportedAt,
    reportedBy: pen.command.actor.name,
    vehicleId: byCrew ? (body.vehicleId ?? null) : null,
    confirmedAt: reportedAt,
    until: minutesAfter(reportedAt, body.minutes ?? usualMinutes(kind)),
    endedAt: null,
    note,
  };
}

const usualMinutes = (kind: ObstructionKind) => OBSTRUCTION_KINDS[kind].usualMinutes;

/** A tap that waited without a network counts from when it was made, by our clock; never from the future. */
function reportedTime({ now, command }: Pen, deviceAt: string | undefined): Date {
  if (!deviceAt) return now;
  return new Date(Math.min(now.getTime(), new Date(deviceAt).getTime() + command.clockOffsetMs));
}

async function lock(pen: Pen, id: ObstructionId): Promise<ObstructionRow> {
  const row = await pen.tx.findOne(ObstructionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new DomainError('NOT_FOUND', { what: 'obstruction' });
  return row;
}

async function lockOpen(pen: Pen, id: ObstructionId): Promise<ObstructionRow> {
  const row = await lock(pen, id);
  if (row.state !== 'open') throw new DomainError('OBSTRUCTION_NOT_OPEN', { state: row.state });
  return row;
}

/** The one place where an obstruction's state changes. */
async function end(pen: Pen, row: ObstructionRow, state: 'cleared' | 'expired'): Promise<ObstructionRow> {
  if (!OBSTRUCTION_TRANSITIONS[row.state].includes(state))
    throw new DomainError('TRANSITION_NOT_ALLOWED', { from: row.state, to: state });
  await pen.tx.update(ObstructionRow, { id: row.id }, { state, endedAt: pen.now });
  pen.record({ kind: `road.${state}`, vehicleId: row.vehicleId, facts: factsOf(row) });
  return { ...row, state, endedAt: pen.now };
}

/** What the journal keeps of it: no free words, which stay in the row. */
const factsOf = ({ id, kind, depth, until }: ObstructionRow) => ({
  obstructionId: id,
  kind,
  depth,
  until: until.toISOString(),
});
