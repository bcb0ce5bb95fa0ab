import { RING_ENDS, type RingEnd, type RingLedger } from '#contracts';
import { CallRow, IncidentRow } from '#incidents';
import { Between, type EntityManager } from 'typeorm';
import { CallBackRow, RingRow, ringView } from '../entities.js';
import { deadlineOf, type Patience } from './ring.js';

/** More than a centre's busiest month; a longer period is asked in parts. */
const MOST_RINGS = 50_000;
/** The clock looks every second; a ring this long past its deadline has been forgotten by it. */
const GRACE_MS = 60_000;

/** Every ring of a period, newest first, and how it ended: the proof of invariant I10. */
export async function readRingLedger(
  tx: EntityManager,
  from: Date,
  to: Date,
  patience: Patience,
  now: Date,
): Promise<RingLedger> {
  const rings = await tx.find(RingRow, {
    where: { rangAt: Between(from, to) },
    order: { rangAt: 'DESC', id: 'DESC' },
    take: MOST_RINGS,
  });
  const calls = await byId(
    tx,
    CallRow,
    rings.map(({ callId }) => callId),
  );
  const callBacks = await byId(
    tx,
    CallBackRow,
    rings.map(({ callBackId }) => callBackId),
  );
  const incidents = await byId(
    tx,
    IncidentRow,
    [...calls.values()].map(({ incidentId }) => incidentId),
  );
  const counts = Object.fromEntries(Object.keys(RING_ENDS).map((end) => [end, 0])) as Record<RingEnd, number>;
  const lines = rings.map((ring) => {
    const call = ring.callId ? (calls.get(ring.callId) ?? null) : null;
    const callBack = ring.callBackId ? (callBacks.get(ring.callBackId) ?? null) : null;
    const end = endOf(ring, call, callBack, patience, now);
    counts[end]++;
    return {
      ...ringView(ring),
      end,
      callNumber: call?.number ?? null,
      incidentNumber: (call?.incidentId && incidents.get(call.incidentId)?.number) ?? null,
      callBackEnding: callBack?.ending ?? null,
      settledBy: callBack?.settledBy ?? null,
    };
  });
  return { from: from.toISOString(), to: to.toISOString(), counts, rings: lines };
}

/** How one ring ended. A ring past its deadline that is nowhere is what must never be. */
export function endOf(
  ring: Parameters<typeof deadlineOf>[0],
  call: Pick<CallRow, 'state'> | null,
  callBack: Pick<CallBackRow, 'state'> | null,
  patience: Patience,
  now: Date,
): RingEnd {
  if (call) return ({ linked: 'incident', ended: 'outcome', open: 'call_open' } as const)[call.state];
  if (callBack) return callBack.state === 'settled' ? 'called_back' : 'to_call_back';
  const overdueMs = now.getTime() - deadlineOf(ring, patience).at.getTime();
  return overdueMs > GRACE_MS ? 'unexplained' : 'in_progress';
}

async function byId<R extends { id: string }>(
  tx: EntityManager,
  row: new () => R,
  ids: readonly (string | null)[],
): Promise<Map<string, R>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await tx.createQueryBuilder(row, 'own').where('own.id = any(:known)', { known }).getMany();
  return new Map(rows.map((found) => [found.id, found]));
}
