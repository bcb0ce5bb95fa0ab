import type { CallerLink, CallerLinkId } from '#contracts';
import { In, IsNull, type EntityManager } from 'typeorm';
import { CallerLinkRow, callerLinkView } from './caller-link.entity.js';

/** Links that still open, or those named, oldest first. */
export async function listCallerLinks(tx: EntityManager, of: readonly CallerLinkId[] | 'open'): Promise<CallerLink[]> {
  const where = of === 'open' ? { endedAt: IsNull() } : { id: In([...of]) };
  return (await tx.find(CallerLinkRow, { where, order: { createdAt: 'ASC', id: 'ASC' } })).map(callerLinkView);
}
