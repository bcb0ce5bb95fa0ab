import {
  CommandId,
  DomainError,
  normalisePhone,
  RING_TRANSITIONS,
  RingId,
  type CallBackCause,
  type CallId,
  type CommandBody,
  type CommandReply,
  type ExchangeEvent,
  type Ring,
} from '#contracts';
import type { AnsweredRing, RingBook } from '#incidents';
import { sha256, SYSTEM, systemCommand, type Command, type Journal, type Pen } from '#journal';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { addToCallBacks, settleByCall } from '../call-backs/call-backs.js';
import { RingRow, ringView } from '../entities.js';
import { insertIfNew } from '../insert-if-new.js';
import { callPositions, joinPositions } from '../positions/phone-positions.service.js';
import { deadlineOf, hear, ringStateOf, type Patience } from './ring.js';

/** Rings: heard from the exchange, taken by a person, and never lost: each becomes a call or goes to the call-back list. */
export class RingsService implements RingBook {
  constructor(
    private readonly journal: Journal,
    private readonly patience: Patience,
  ) {}

  /** One word of the exchange; the same event id has one effect however often it comes. */
  hear(event: ExchangeEvent): Promise<Ring> {
    return this.journal.write(eventCommand(event), async (pen) => {
      const said = new Date(event.at);
      const at = said > pen.now ? pen.now : said;
      const known = await openRing(pen, event, at);
      const phoneRaw = known.phoneRaw || (event.from ?? '');
      const heard = hear({ ...known, phoneRaw, phone: known.phone ?? normalisePhone(phoneRaw) }, event, at);
      const moved = await move(pen, known, heard);
      await joinPositions(pen, moved);
      return ringView(await listLost(pen, moved));
    });
  }

  /** Somebody writes this call down. @throws RING_TAKEN naming who does already */
  take(command: Command, { ringId }: CommandBody<'ring.take'>): Promise<CommandReply<'ring.take'>> {
    return this.journal.write(command, async (pen) => {
      const ring = await lockRing(pen.tx, ringId);
      if (!ring) throw new DomainError('NOT_FOUND', { what: 'ring' });
      const { accountId, name } = command.actor;
      const mine = ring.takenBy === name && ring.takenById === accountId;
      if (ring.callId || (ring.takenAt && !mine))
        throw new DomainError('RING_TAKEN', { by: ring.takenBy, at: ring.takenAt?.toISOString() ?? null });
      if (mine) return { ring: ringView(ring) };
      const taken = { takenBy: name, takenById: accountId, takenAt: pen.now };
      await pen.tx.update(RingRow, { id: ring.id }, taken);
      pen.record({ kind: 'ring.taken', facts: { ringId } });
      return { ring: ringView({ ...ring, ...taken }) };
    });
  }

  /** A call is being written down: its ring has ended there, and whoever waited under its number waits no longer. */
  async answer(
    pen: Pen,
    call: { id: CallId; phone: string | null },
    ringId: RingId | null,
  ): Promise<AnsweredRing | null> {
    const found = ringId && (await lockRing(pen.tx, ringId));
    // Saved twice by two people: the call of the first one is the ring's, and the second call is kept all the same.
    const ring = found && !found.callId ? found : null;
    if (ring) {
      const { name, accountId } = pen.command.actor;
      const by = ring.takenAt ? {} : { takenBy: name, takenById: accountId, takenAt: pen.now };
      await pen.tx.update(RingRow, { id: ring.id }, { callId: call.id, ...by });
      pen.record({ kind: 'ring.linked', callId: call.id, facts: { ringId: ring.id } });
      await callPositions(pen, ring.id, call.id);
    }
    await settleByCall(pen, { id: call.id, phone: call.phone ?? ring?.phone ?? null }, ring);
    return ring && { rangAt: ring.rangAt, phoneRaw: ring.phoneRaw };
  }

  /** Puts a ring whose patience has run out on the list; false when something has happened to it meanwhile. */
  expire(ringId: RingId): Promise<boolean> {
    return this.journal.write(systemCommand('ring.expire', { ringId }), async (pen) => {
      const ring = await lockRing(pen.tx, ringId);
      if (!ring || ring.callId || ring.callBackId || deadlineOf(ring, this.patience).at > pen.now) return false;
      const { cause } = deadlineOf(ring, this.patience);
      const silent = cause === 'missed' && ring.state === 'ringing';
      await addToCallBacks(pen, silent ? await move(pen, ring, { ...ring, endedAt: pen.now }) : ring, cause);
      return true;
    });
  }
}

/** A caller who hung up before anybody answered goes on the list at once. */
function listLost(pen: Pen, ring: RingRow): Promise<RingRow> | RingRow {
  const lost = ring.state === 'abandoned' || ring.state === 'missed';
  return lost && !ring.callId && !ring.callBackId ? addToCallBacks(pen, ring, ring.state as CallBackCause) : ring;
}

/** The command that an event is: its id follows from the event's own, so that a repeated one is known. */
function eventCommand({ pbx, eventId }: ExchangeEvent): Command {
  const bytes = sha256('exchange\n', pbx, '\n', eventId).subarray(0, 16);
  // A UUID of version 8: made by a rule of our own (RFC 9562).
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const id = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { id: CommandId.parse(id), name: 'ring.hear', body: { pbx, eventId }, actor: SYSTEM, clockOffsetMs: 0 };
}

const lockRing = (tx: EntityManager, id: RingId) =>
  tx.findOne(RingRow, { where: { id }, lock: { mode: 'pessimistic_write' } });

/** The ring of this call, locked; written now when this is the first word about it. */
async function openRing(pen: Pen, { pbx, callId }: ExchangeEvent, at: Date): Promise<RingRow> {
  const fresh: RingRow = {
    id: RingId.parse(uuidv7()),
    pbx,
    exchangeCallId: callId,
    state: 'ringing',
    phone: null,
    phoneRaw: '',
    queue: null,
    extension: null,
    rangAt: at,
    receivedAt: pen.now,
    answeredAt: null,
    endedAt: null,
    abandoned: false,
    recordingId: null,
    takenBy: null,
    takenById: null,
    takenAt: null,
    callId: null,
    callBackId: null,
  };
  if (await insertIfNew(pen.tx, RingRow, fresh)) {
    pen.record({ kind: 'ring.started', facts: { ringId: fresh.id, pbx } });
    return fresh;
  }
  return pen.tx.findOneOrFail(RingRow, {
    where: { pbx, exchangeCallId: callId },
    lock: { mode: 'pessimistic_write' },
  });
}

/** The one place where a ring changes state. The row must be locked. */
async function move(pen: Pen, from: RingRow, to: RingRow): Promise<RingRow> {
  const moved: RingRow = { ...to, state: ringStateOf(to) };
  if (moved.state !== from.state && !RING_TRANSITIONS[from.state].includes(moved.state))
    throw new DomainError('TRANSITION_NOT_ALLOWED', { from: from.state, to: moved.state });
  const { id, ...columns } = moved;
  await pen.tx.update(RingRow, { id }, columns);
  const facts = { ringId: id, from: from.state, to: moved.state, queue: moved.queue, extension: moved.extension };
  pen.record({ kind: moved.state === from.state ? 'ring.heard' : 'ring.moved', facts });
  return moved;
}
