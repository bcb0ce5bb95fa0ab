import { DistressId, DomainError, type CommandBody, type CommandReply } from '#contracts';
import { deviceTime, MissionRow } from '#dispatch';
import { lockVehicle } from '#fleet';
import type { Command, Journal } from '#journal';
import { uuidv7 } from 'uuidv7';
import { DistressRow, distressView } from './entities.js';

/** A crew in danger: raised by the crew, ended by the room. */
export class DistressService {
  constructor(private readonly journal: Journal) {}

  /** A second call while one is open is the same danger: the open one is the answer. */
  raise(command: Command, body: CommandBody<'distress.raise'>): Promise<CommandReply<'distress.raise'>> {
    return this.journal.write(command, async (pen) => {
      const { vehicleId } = body;
      await lockVehicle(pen.tx, vehicleId);
      const open = await pen.tx.findOneBy(DistressRow, { vehicleId, state: 'open' });
      if (open) return { distress: distressView(open) };
      const mission = await pen.tx.findOneBy(MissionRow, { vehicleId, active: true });
      const row: DistressRow = {
        id: DistressId.parse(uuidv7()),
        vehicleId,
        incidentId: mission?.incidentId ?? null,
        position: body.position ?? null,
        state: 'open',
        raisedAt: deviceTime(pen, body.deviceAt, null),
        raisedBy: pen.command.actor.name,
        endedAt: null,
        endedBy: null,
        endReason: null,
        endText: null,
      };
      await pen.tx.insert(DistressRow, row);
      const { incidentId } = row;
      pen.record({ kind: 'distress.raised', incidentId, vehicleId, facts: { distressId: row.id } });
      return { distress: distressView(row) };
    });
  }

  end(command: Command, body: CommandBody<'distress.end'>): Promise<CommandReply<'distress.end'>> {
    return this.journal.write(command, async (pen) => {
      const row = await pen.tx.findOne(DistressRow, {
        where: { id: body.distressId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!row) throw new DomainError('NOT_FOUND', { what: 'distress' });
      if (row.state !== 'open') throw new DomainError('TRANSITION_NOT_ALLOWED', { from: row.state });
      const ended = {
        state: 'ended' as const,
        endedAt: pen.now,
        endedBy: pen.command.actor.name,
        endReason: body.reason,
        endText: body.text || null,
      };
      await pen.tx.update(DistressRow, { id: row.id }, ended);
      const { incidentId, vehicleId } = row;
      const facts = { distressId: row.id, reason: body.reason };
      pen.record({ kind: 'distress.ended', incidentId, vehicleId, facts });
      return { distress: distressView({ ...row, ...ended }) };
    });
  }
}
