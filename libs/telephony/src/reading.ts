import type { CallBack, CallBackId, PhonePosition, PhonePositionId, Ring, RingId } from '#contracts';
import { In, IsNull, type EntityManager } from 'typeorm';
import { CallBackRow, callBackView, PhonePositionRow, phonePositionView, RingRow, ringView } from './entities.js';

/** Rings that have not ended anywhere yet, or those named, oldest first. */
export async function listRings(tx: EntityManager, of: readonly RingId[] | 'open'): Promise<Ring[]> {
  const where = of === 'open' ? { callId: IsNull(), callBackId: IsNull() } : { id: In([...of]) };
  return (await tx.find(RingRow, { where, order: { rangAt: 'ASC', id: 'ASC' } })).map(ringView);
}

/** The exchange's own names of its calls that have not ended yet. */
export async function listOpenExchangeCalls(tx: EntityManager, pbx: string): Promise<string[]> {
  const rows = await tx.findBy(RingRow, { pbx, endedAt: IsNull() });
  return rows.map(({ exchangeCallId }) => exchangeCallId);
}

/** Call-backs that wait, or those named, oldest first. */
export async function listCallBacks(tx: EntityManager, of: readonly CallBackId[] | 'waiting'): Promise<CallBack[]> {
  const where = of === 'waiting' ? { state: 'waiting' as const } : { id: In([...of]) };
  return (await tx.find(CallBackRow, { where, order: { firstRangAt: 'ASC', id: 'ASC' } })).map(callBackView);
}

/** Positions of telephones that are still shown, or those named. */
export async function listPhonePositions(
  tx: EntityManager,
  of: readonly PhonePositionId[] | 'open',
): Promise<PhonePosition[]> {
  const where = of === 'open' ? { endedAt: IsNull() } : { id: In([...of]) };
  return (await tx.find(PhonePositionRow, { where, order: { receivedAt: 'ASC', id: 'ASC' } })).map(phonePositionView);
}
