import {
  PhonePositionId,
  type CallId,
  type IncidentId,
  type LngLat,
  type PhonePositionSource,
  type RingId,
} from '#contracts';
import { systemCommand, type Journal, type Pen } from '#journal';
import { Between, IsNull, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { PhonePositionRow, RingRow } from '../entities.js';
import { insertIfNew } from '../insert-if-new.js';
import { isBetterFix } from './better-fix.js';

/** What a telephone says of where it is. */
export interface PhoneFix {
  /** E.164, when the telephone gave its number. */
  readonly phone?: string | null;
  /** What a person's link belongs to. */
  readonly callId?: CallId | null;
  readonly incidentId?: IncidentId | null;
  readonly at: LngLat;
  readonly accuracyMetres: number | null;
  readonly source: PhonePositionSource;
  readonly fixedAt: Date;
  /** When the call began, if the telephone says so. */
  readonly calledAt?: Date | null;
}

const MINUTE_MS = 60_000;
/** A position that belongs to no call known here stays on the map this long (AML practice). */
const UNMATCHED_MS = 15 * MINUTE_MS;
const MATCHED_MS = 60 * MINUTE_MS;
/** A position and a call of one number belong together when they began within this of each other. */
const SAME_CALL_MS = 120_000;

/** Where callers' telephones say they are: kept, joined to their calls, and ended by their own time. */
export class PhonePositionsService {
  constructor(private readonly journal: Journal) {}

  /**
   * Takes one fix. The same telephone, call or incident keeps one position, which moves when the fix is better.
   * @returns its id; null when the known position is better
   */
  receive(fix: PhoneFix): Promise<PhonePositionId | null> {
    return this.journal.write(systemCommand('phonePosition.receive'), async (pen) => {
      const ring = await findRingOf(pen.tx, fix);
      const row = rowOf(pen, fix, ring);
      if (await insertIfNew(pen.tx, PhonePositionRow, row)) {
        pen.record({ kind: 'phonePosition.received', ...aboutOf(row), facts: factsOf(row) });
        return row.id;
      }
      return moveKnown(pen, row);
    });
  }

  /** Its time has come; false when a newer fix came first. */
  expire(id: PhonePositionId): Promise<boolean> {
    return this.journal.write(systemCommand('phonePosition.expire', { id }), async (pen) => {
      const row = await pen.tx.findOne(PhonePositionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row || row.endedAt || row.until > pen.now) return false;
      await pen.tx.update(PhonePositionRow, { id }, { endedAt: pen.now });
      pen.record({ kind: 'phonePosition.expired', ...aboutOf(row), facts: factsOf(row) });
      return true;
    });
  }
}

/** A call came in: positions of its number that were waiting for it are its own from now on. */
export async function joinPositions(pen: Pen, ring: RingRow): Promise<void> {
  if (!ring.phone) return;
  const waiting = await pen.tx.find(PhonePositionRow, {
    where: { phone: ring.phone, endedAt: IsNull(), ringId: IsNull(), calledAt: around(ring.rangAt) },
    lock: { mode: 'pessimistic_write' },
  });
  for (const row of waiting) {
    const joined = { ringId: ring.id, until: new Date(row.receivedAt.getTime() + MATCHED_MS) };
    await pen.tx.update(PhonePositionRow, { id: row.id }, joined);
    pen.record({ kind: 'phonePosition.joined', facts: { ...factsOf(row), ringId: ring.id } });
  }
}

/** The ring became a call. */
export async function callPositions(pen: Pen, ringId: RingId, callId: CallId): Promise<void> {
  const rows = await pen.tx.findBy(PhonePositionRow, { ringId, endedAt: IsNull() });
  for (const row of rows) {
    await pen.tx.update(PhonePositionRow, { id: row.id }, { callId });
    pen.record({ kind: 'phonePosition.joined', callId, facts: factsOf(row) });
  }
}

const around = (at: Date) => Between(new Date(at.getTime() - SAME_CALL_MS), new Date(at.getTime() + SAME_CALL_MS));

function findRingOf(tx: EntityManager, { phone, fixedAt, calledAt }: PhoneFix): Promise<RingRow | null> {
  if (!phone) return Promise.resolve(null);
  return tx.findOne(RingRow, { where: { phone, rangAt: around(calledAt ?? fixedAt) }, order: { rangAt: 'DESC' } });
}

function rowOf({ now }: Pen, fix: PhoneFix, ring: RingRow | null): PhonePositionRow {
  const id = PhonePositionId.parse(uuidv7());
  const fixedAt = fix.fixedAt > now ? now : fix.fixedAt;
  const phone = fix.phone ?? null;
  const callId = fix.callId ?? ring?.callId ?? null;
  const incidentId = fix.incidentId ?? null;
  const isMatched = ring !== null || callId !== null || incidentId !== null;
  return {
    id,
    source: fix.source,
    subject: incidentId ?? fix.callId ?? phone ?? id,
    phone,
    at: fix.at,
    accuracyMetres: fix.accuracyMetres,
    fixedAt,
    receivedAt: now,
    calledAt: fix.calledAt ?? fixedAt,
    ringId: ring?.id ?? null,
    callId,
    incidentId,
    until: new Date(now.getTime() + (isMatched ? MATCHED_MS : UNMATCHED_MS)),
    endedAt: null,
  };
}

async function moveKnown(pen: Pen, row: PhonePositionRow): Promise<PhonePositionId | null> {
  const { source, subject } = row;
  const known = await pen.tx.findOne(PhonePositionRow, {
    where: { source, subject, endedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  if (!known || !isBetterFix(row, known)) return null;
  const { at, accuracyMetres, fixedAt, receivedAt } = row;
  const moved = {
    at,
    accuracyMetres,
    fixedAt,
    receivedAt,
    ringId: known.ringId ?? row.ringId,
    callId: known.callId ?? row.callId,
    until: row.until > known.until ? row.until : known.until,
  };
  await pen.tx.update(PhonePositionRow, { id: known.id }, moved);
  pen.record({ kind: 'phonePosition.moved', ...aboutOf(known), facts: factsOf({ ...known, ...moved }) });
  return known.id;
}

const aboutOf = ({ callId, incidentId }: PhonePositionRow) => ({ callId, incidentId });
/** No coordinates: where a patient is stays in the row. */
const factsOf = ({ id, source, accuracyMetres, ringId }: PhonePositionRow) => ({
  phonePositionId: id,
  source,
  accuracyMetres,
  ringId,
});
