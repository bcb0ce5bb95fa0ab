import { READS, type AlarmHour, type RingLedger } from '#contracts';
import { failureOf, read, useSession, type Failure } from '#web';
import { useEffect, useState } from 'react';

export interface RoomFigures {
  hours: readonly AlarmHour[] | null;
  ledger: RingLedger | null;
  failure: Failure | null;
}
const NOTHING: RoomFigures = { hours: null, ledger: null, failure: null };

/** Alarms and calls of a period. Asked once and not again by itself: every look into the ledger, which is a supervisor's, is written down. */
export function useRoomFigures(from: string, to: string, asked: number): RoomFigures {
  const [figures, setFigures] = useState(NOTHING);
  const role = useSession(({ account }) => account?.role);
  const { roles } = READS['GET /api/rings/ledger'];
  const mayReadLedger = typeof roles !== 'string' && role !== undefined && roles.includes(role);
  useEffect(() => {
    const stop = new AbortController();
    const asking = { query: { from, to }, signal: stop.signal };
    const ledger = mayReadLedger ? read('GET /api/rings/ledger', asking) : null;
    Promise.all([read('GET /api/alarms/rate', asking), ledger]).then(
      ([hours, rings]) => setFigures({ hours, ledger: rings, failure: null }),
      (thrown: unknown) => {
        if (!stop.signal.aborted) setFigures((before) => ({ ...before, failure: failureOf(thrown) }));
      },
    );
    return () => stop.abort();
  }, [from, to, asked, mayReadLedger]);
  return figures;
}
