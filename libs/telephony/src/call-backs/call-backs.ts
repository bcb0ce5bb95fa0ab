import {
  CALL_BACK_TRANSITIONS,
  CallBackId,
  DomainError,
  type CallBackCause,
  type CallBackEnding,
  type CallId,
} from '#contracts';
import type { Pen } from '#journal';
import { IsNull, MoreThan, Not } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CallBackRow, RingRow } from '../entities.js';
import { insertIfNew } from '../insert-if-new.js';
import { waitSeconds } from '../rings/ring.js';

/**
 * Puts a ring that belongs to no call on the list: with the same number's others while those wait. Whoever called
 * again later and was answered needs nobody to call back. The ring must be locked.
 */
export async function addToCallBacks(pen: Pen, ring: RingRow, cause: CallBackCause): Promise<RingRow> {
  const fresh = callBackOf(ring, cause, pen.now);
  const added = await insertIfNew(pen.tx, CallBackRow, fresh);
  const callBack = added ? fresh : await joinWaiting(pen, fresh);
  if (added) pen.record({ kind: 'callBack.added', facts: { callBackId: fresh.id, cause } });
  await pen.tx.update(RingRow, { id: ring.id }, { callBackId: callBack.id });
  pen.record({ kind: 'ring.listed', facts: { ringId: ring.id, callBackId: callBack.id, cause } });
  const again = await findLaterCall(pen, ring);
  if (again) await settle(pen, callBack, 'called_again', { callId: again });
  return { ...ring, callBackId: callBack.id };
}

const callBackOf = (ring: RingRow, cause: CallBackCause, now: Date): CallBackRow => ({
  id: CallBackId.parse(uuidv7()),
  state: 'waiting',
  cause,
  phone: ring.phone,
  phoneRaw: ring.phoneRaw,
  queue: ring.queue,
  ringCount: 1,
  firstRangAt: ring.rangAt,
  lastRangAt: ring.rangAt,
  longestWaitSeconds: waitSeconds(ring, now),
  tries: [],
  ending: null,
  note: '',
  settledAt: null,
  settledBy: null,
  callId: null,
  incidentId: null,
});

/** The same number waits already: it has rung once more. */
async function joinWaiting(pen: Pen, { phone, firstRangAt, longestWaitSeconds }: CallBackRow): Promise<CallBackRow> {
  const row = await pen.tx.findOneOrFail(CallBackRow, {
    where: { phone: phone!, state: 'waiting' },
    lock: { mode: 'pessimistic_write' },
  });
  const joined = {
    ringCount: row.ringCount + 1,
    firstRangAt: firstRangAt < row.firstRangAt ? firstRangAt : row.firstRangAt,
    lastRangAt: firstRangAt > row.lastRangAt ? firstRangAt : row.lastRangAt,
    longestWaitSeconds: Math.max(longestWaitSeconds, row.longestWaitSeconds),
  };
  await pen.tx.update(CallBackRow, { id: row.id }, joined);
  pen.record({ kind: 'callBack.rangAgain', facts: { callBackId: row.id, ringCount: joined.ringCount } });
  return { ...row, ...joined };
}

/** Words of the exchange may be late: this caller has called again since, and that call was written down. */
async function findLaterCall({ tx }: Pen, { phone, rangAt }: RingRow): Promise<CallId | null> {
  if (!phone) return null;
  const where = { phone, rangAt: MoreThan(rangAt), callId: Not(IsNull()) };
  const later = await tx.findOne(RingRow, { where, order: { rangAt: 'ASC' } });
  return later?.callId ?? null;
}

/** A call was written down: whoever waited under its number, or for this very ring, waits no longer. */
export async function settleByCall(
  pen: Pen,
  call: { id: CallId; phone: string | null },
  ring: RingRow | null,
): Promise<void> {
  const waiting = await pen.tx.find(CallBackRow, {
    where: [
      ...(call.phone ? [{ phone: call.phone, state: 'waiting' as const }] : []),
      ...(ring?.phone ? [{ phone: ring.phone, state: 'waiting' as const }] : []),
      ...(ring?.callBackId ? [{ id: ring.callBackId, state: 'waiting' as const }] : []),
    ],
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const row of waiting) {
    const another = ring !== null && ring.callBackId !== row.id;
    await settle(pen, row, another ? 'called_again' : 'recorded', { callId: call.id });
  }
}

/** The one place where a call-back changes state. The row must be locked. */
export async function settle(
  pen: Pen,
  row: CallBackRow,
  ending: CallBackEnding,
  { callId = null, incidentId = null, note = '' }: Partial<Pick<CallBackRow, 'callId' | 'incidentId' | 'note'>> = {},
): Promise<CallBackRow> {
  if (!CALL_BACK_TRANSITIONS[row.state].includes('settled'))
    throw new DomainError('CALL_BACK_SETTLED', { by: row.settledBy, ending: row.ending });
  const settled = {
    state: 'settled' as const,
    ending,
    note,
    settledAt: pen.now,
    settledBy: pen.command.actor.name,
    callId,
    incidentId,
  };
  await pen.tx.update(CallBackRow, { id: row.id }, settled);
  const facts = { callBackId: row.id, ending, tries: row.tries.length, noted: note !== '' };
  pen.record({ kind: 'callBack.settled', callId, incidentId, facts });
  return { ...row, ...settled };
}
