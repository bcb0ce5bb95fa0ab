import type { LogFacts } from '#contracts';
import { listUnits } from '#dispatch';
import { IncidentRow } from '#incidents';
import { listObstructions } from '#traffic';
import { Not, type EntityManager } from 'typeorm';

/** How things stand now: what the next shift finds. */
export async function readFacts(tx: EntityManager): Promise<LogFacts> {
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
  };
}
