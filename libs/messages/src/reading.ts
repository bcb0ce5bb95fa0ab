import type { Distress, IncidentId, Message, VehicleId } from '#contracts';
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { DistressRow, distressView, MessageRow, messageView } from './entities.js';

const ORDER = { sentAt: 'ASC', id: 'ASC' } as const;

/** Those named, or all that are on the board; oldest first. */
export async function listMessages(tx: EntityManager, ids: readonly string[] | 'board'): Promise<Message[]> {
  const where = ids === 'board' ? { filedAt: IsNull() } : { id: In(ids as MessageRow['id'][]) };
  return (await tx.find(MessageRow, { where, order: ORDER })).map(messageView);
}

/** What a crew reads: since its own shift began. */
export async function listMessagesOfCrew(tx: EntityManager, vehicleId: VehicleId, since: Date): Promise<Message[]> {
  const where = { vehicleId, filedAt: IsNull(), sentAt: MoreThanOrEqual(since) };
  return (await tx.find(MessageRow, { where, order: ORDER })).map(messageView);
}

export async function listMessagesOfIncident(tx: EntityManager, incidentId: IncidentId): Promise<Message[]> {
  return (await tx.find(MessageRow, { where: { incidentId }, order: ORDER })).map(messageView);
}

/** Those named, or all that are open; oldest first. */
export async function listDistresses(tx: EntityManager, ids: readonly string[] | 'open'): Promise<Distress[]> {
  const where = ids === 'open' ? { state: 'open' as const } : { id: In(ids as DistressRow['id'][]) };
  return (await tx.find(DistressRow, { where, order: { raisedAt: 'ASC' } })).map(distressView);
}

export async function findOpenDistress(tx: EntityManager, vehicleId: VehicleId): Promise<Distress | null> {
  const row = await tx.findOneBy(DistressRow, { vehicleId, state: 'open' });
  return row && distressView(row);
}
