import type { Incident } from '#contracts';
import { failureOf, read, useBoard, useSession, type Failure } from '#web';
import { useEffect, useMemo, useState } from 'react';
import { queueOf, type QueueRow } from './queue.js';

export type QueueView = 'open' | 'mine' | 'closed';

/** The queue as the board has it now. */
export function useQueue(): QueueRow[] {
  const incidents = useBoard((board) => board.incidents);
  const missions = useBoard((board) => board.missions);
  const units = useBoard((board) => board.units);
  const requests = useBoard((board) => board.requests);
  return useMemo(() => queueOf({ incidents, missions, units, requests }), [incidents, missions, units, requests]);
}

/** Whether the person signed in opened the incident. */
export function useIsMine(): (incident: Incident) => boolean {
  const account = useSession((session) => session.account);
  return ({ openedBy }) => account !== null && (openedBy === account.name || openedBy === account.login);
}

const CLOSED_SHOWN = 50;

/** The last closed incidents, asked for when they are looked at. */
export function useClosed(active: boolean) {
  const [closed, setClosed] = useState<Incident[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!active) return;
    const abort = new AbortController();
    setFailure(null);
    read('GET /api/incidents', { query: { limit: CLOSED_SHOWN }, signal: abort.signal })
      .then(setClosed)
      .catch((thrown: unknown) => {
        if (!abort.signal.aborted) setFailure(failureOf(thrown));
      });
    return () => abort.abort();
  }, [active, round]);
  return { closed, failure, retry: () => setRound((n) => n + 1) };
}
