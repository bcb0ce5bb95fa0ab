import {
  DomainError,
  type Capacity,
  type CapacityState,
  type CapacitySubject,
  type CommandBody,
  type CommandReply,
  type HospitalId,
} from '#contracts';
import type { Command, Journal } from '#journal';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { HospitalRow } from './entities.js';

@Entity('capacity')
export class CapacityRow {
  @PrimaryColumn('uuid') hospitalId: HospitalId;
  @Column('jsonb') states: Partial<Record<CapacitySubject, CapacityState>>;
  @Column('text') note: string;
  @Column('text') setBy: string;
  @Column('timestamptz') setAt: Date;
  @Column('timestamptz') expiresAt: Date;
}

export const capacityView = (row: CapacityRow): Capacity => ({
  id: row.hospitalId,
  states: row.states,
  note: row.note,
  setBy: row.setBy,
  setAt: row.setAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});

export const listCapacities = async (tx: EntityManager): Promise<Capacity[]> =>
  (await tx.find(CapacityRow, { order: { hospitalId: 'ASC' } })).map(capacityView);

/** What hospitals have room for, as they last said it themselves or the room wrote it for them. */
export class CapacityService {
  constructor(private readonly journal: Journal) {}

  /** Replaces all that was said before; whoever says nothing of a thing leaves it unknown. */
  set(command: Command, body: CommandBody<'hospital.setCapacity'>): Promise<CommandReply<'hospital.setCapacity'>> {
    return this.journal.write(command, async (pen) => {
      const { hospitalId, states, note, minutes } = body;
      // The hospital's row serialises two who write at once.
      const hospital = await pen.tx.findOne(HospitalRow, {
        where: { id: hospitalId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!hospital) throw new DomainError('NOT_FOUND', { what: 'hospital' });
      const before = await pen.tx.findOneBy(CapacityRow, { hospitalId });
      const row: CapacityRow = {
        hospitalId,
        states,
        note,
        setBy: pen.command.actor.name,
        setAt: pen.now,
        expiresAt: new Date(pen.now.getTime() + minutes * 60_000),
      };
      await pen.tx.save(CapacityRow, row);
      // The note stays in the row: free words may name a patient.
      const facts = { hospitalId, from: before?.states ?? {}, to: states, expiresAt: row.expiresAt };
      pen.record({ kind: 'hospital.capacitySet', facts });
      return { capacity: capacityView(row) };
    });
  }
}
