import {
  DomainError,
  MESSAGE_TRANSITIONS,
  MessageId,
  QUICK_TEXTS,
  type CommandBody,
  type CommandReply,
  type IncidentId,
  type Message,
  type MessageState,
  type VehicleId,
} from '#contracts';
import { deviceTime, MissionRow } from '#dispatch';
import { lockVehicle } from '#fleet';
import { followMerges } from '#incidents';
import { systemCommand, type Command, type Journal, type Pen } from '#journal';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { MessageRow, messageView } from './entities.js';

/**
 * Words between the room and the crews. Every state is a journal entry without the words; the words stand in the row.
 * All writes of one conversation take turns on the vehicle's row.
 */
export class MessagesService {
  constructor(private readonly journal: Journal) {}

  send(command: Command, body: CommandBody<'message.send'>): Promise<CommandReply<'message.send'>> {
    return this.journal.write(command, async (pen) => {
      const from = sideOf(pen);
      const quick = body.quick ? QUICK_TEXTS[body.quick] : null;
      if (quick && quick.from !== from) throw new DomainError('INVALID_INPUT', { quick: body.quick });
      await lockVehicle(pen.tx, body.vehicleId);
      const row: MessageRow = {
        id: MessageId.parse(uuidv7()),
        vehicleId: body.vehicleId,
        incidentId: await incidentOf(pen, body.vehicleId, body.incidentId),
        sender: from,
        quick: body.quick ?? null,
        text: body.text,
        asksAnswer: body.asksAnswer ?? quick?.asksAnswer ?? false,
        state: 'sent',
        sentAt: deviceTime(pen, body.deviceAt, null),
        sentBy: pen.command.actor.name,
        shownAt: null,
        acknowledgedAt: null,
        acknowledgedBy: null,
        filedAt: null,
      };
      await pen.tx.insert(MessageRow, row);
      record(pen, 'message.sent', row);
      return { message: messageView(row) };
    });
  }

  receive(command: Command, body: CommandBody<'message.receive'>): Promise<CommandReply<'message.receive'>> {
    return this.journal.write(command, async (pen) => {
      const rows = await lockForOtherSide(pen, body.vehicleId, body.messageIds);
      const shownAt = (row: MessageRow) => deviceTime(pen, body.deviceAt, row.sentAt);
      const messages: Message[] = [];
      for (const row of rows) messages.push(messageView(await move(pen, row, 'shown', { shownAt: shownAt(row) })));
      return { messages };
    });
  }

  acknowledge(
    command: Command,
    body: CommandBody<'message.acknowledge'>,
  ): Promise<CommandReply<'message.acknowledge'>> {
    return this.journal.write(command, async (pen) => {
      const [row] = await lockForOtherSide(pen, body.vehicleId, [body.messageId]);
      const at = deviceTime(pen, body.deviceAt, row!.sentAt);
      const columns = { shownAt: row!.shownAt ?? at, acknowledgedAt: at, acknowledgedBy: pen.command.actor.name };
      return { message: messageView(await move(pen, row!, 'acknowledged', columns)) };
    });
  }

  /** Takes messages off the board; who filed them a moment earlier did the same. */
  file(vehicleId: VehicleId, ids: readonly MessageId[]): Promise<void> {
    return this.journal.write(systemCommand('message.file', { vehicleId, ids }), async (pen) => {
      await lockVehicle(pen.tx, vehicleId);
      const rows = await pen.tx.findBy(MessageRow, { id: In([...ids]), vehicleId });
      for (const row of rows.filter(({ filedAt }) => filedAt === null)) {
        await pen.tx.update(MessageRow, { id: row.id }, { filedAt: pen.now });
        record(pen, 'message.filed', row);
      }
    });
  }
}

const sideOf = (pen: Pen): Message['from'] => (pen.command.actor.role === 'crew' ? 'crew' : 'room');

/** The incident a message is about: the one named, if the vehicle is or was on it, or the one it is on now. */
async function incidentOf(pen: Pen, vehicleId: VehicleId, named: IncidentId | undefined): Promise<IncidentId | null> {
  if (!named) {
    const mission = await pen.tx.findOneBy(MissionRow, { vehicleId, active: true });
    return mission?.incidentId ?? null;
  }
  const incidentId = await followMerges(pen.tx, named);
  if (sideOf(pen) === 'room' || (await pen.tx.existsBy(MissionRow, { vehicleId, incidentId }))) return incidentId;
  throw new DomainError('NOT_ALLOWED', { incidentId: named });
}

/** Rows written by the other side, in a turn of this conversation. @throws NOT_FOUND when one is not of it */
async function lockForOtherSide(pen: Pen, vehicleId: VehicleId, ids: readonly MessageId[]): Promise<MessageRow[]> {
  await lockVehicle(pen.tx, vehicleId);
  const sender = sideOf(pen) === 'crew' ? 'room' : 'crew';
  const rows = await pen.tx.find(MessageRow, {
    where: { id: In([...ids]), vehicleId, sender },
    order: { sentAt: 'ASC' },
  });
  if (rows.length < new Set(ids).size) throw new DomainError('NOT_FOUND', { what: 'message' });
  return rows;
}

/** A state that is behind already is no change: a receipt that comes after the answer says nothing new. */
async function move(pen: Pen, row: MessageRow, state: MessageState, columns: Partial<MessageRow>): Promise<MessageRow> {
  if (!MESSAGE_TRANSITIONS[row.state].includes(state)) return row;
  await pen.tx.update(MessageRow, { id: row.id }, { ...columns, state });
  record(pen, `message.${state}`, row);
  return { ...row, ...columns, state };
}

/** What happened to a message, without its words: a quick text is a word of the contract and may be told. */
function record(pen: Pen, kind: string, { id, incidentId, vehicleId, sender, quick, text }: MessageRow): void {
  pen.record({ kind, incidentId, vehicleId, facts: { messageId: id, from: sender, quick, typed: text !== '' } });
}
