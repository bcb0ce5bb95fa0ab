import type { Obstruction, ObstructionId } from '#contracts';
import { In, type EntityManager } from 'typeorm';
import { ObstructionRow, obstructionView } from './entities.js';

/** Obstructions that are open, or those named, oldest first. */
export async function listObstructions(
  tx: EntityManager,
  of: readonly ObstructionId[] | 'open',
): Promise<Obstruction[]> {
  const rows = await tx.find(ObstructionRow, {
    where: of === 'open' ? { state: 'open' } : { id: In([...of]) },
    order: { reportedAt: 'ASC', id: 'ASC' },
  });
  return rows.map(obstructionView);
}
