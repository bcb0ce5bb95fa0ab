import type { LogFacts } from '#contracts';
import { listUnits } from '#dispatch';
import { HospitalRow, listCapacities } from '#fleet';
import { IncidentRow } from '#incidents';
import { listObstructions } from '#traffic';
import { Not, type EntityManager } from 'typeorm';

/** Hospitals that have no room for something, or little, as far as what they said still holds. */
async function shortOfRoom(tx: EntityManager, now: Date): Promise<LogFacts['hospitals']> {
  const names = new Map((await tx.find(HospitalRow)).map(({ id, name }) => [id, name]));
  return (await listCapacities(tx))
    .filter(({ expiresAt }) => new Date(expiresAt) > now)
    .map(({ id, states, expiresAt }) => ({
      name: names.get(id) ?? '',
      states: Object.fromEntries(Object.entries(states).filter(([, state]) => state !== 'open')),
      until: expiresAt,
    }))
    .filter(({ states }) => Object.keys(states).length > 0);
}

/** How things stand now: what the next shift finds. */
export async function readFacts(tx: EntityManager, now: Date): Promise<LogFacts> {
  const incidents = await tx.find(IncidentRow, { where: { state: Not('closed') }, order: { openedAt: 'ASC' } });
  const units = await listUnits(tx);
  const obstructions = await listObstructions(tx, 'open');
  return {
    incidents: incidents.map(({ number, reason, priority, state, dueAt }) => ({
      number,
      reason,
      priority,
      state,
      dueAt: dueAt && dueAt.toISOString(),
    })),
    outOfService: units
      .filter(({ status }) => status === 'out_of_service')
      .map(({ callSign, outOfServiceReason }) => ({ callSign, reason: outOfServiceReason })),
    obstructions: obstructions.map(({ kind, streets, until }) => ({ kind, streets, until })),
    hospitals: await shortOfRoom(tx, now),
  };
}
