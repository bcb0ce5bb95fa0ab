import { likelySame, type Incident, type Likeness, type Report } from '#contracts';
import { failureOf, isPassing, read, serverNow, useBoard } from '#web';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { incidentReport } from './reports.js';

const AGAIN_AFTER_MS = 60_000;
const RECENT_MS = 3_600_000;
const MOST = 50;

/** Incidents that were closed in the last hour: a late caller may mean one of them. */
const useClosedLately = create<{ closed: readonly Incident[] }>(() => ({ closed: [] }));

/** Looks up what was closed lately, as long as the console is open. */
export function useWatchClosed(): void {
  useEffect(() => {
    const abort = new AbortController();
    const look = () =>
      read('GET /api/incidents', { query: { limit: MOST }, signal: abort.signal })
        .then((closed) => useClosedLately.setState({ closed }))
        .catch((thrown: unknown) => {
          if (!abort.signal.aborted && !isPassing(failureOf(thrown))) console.warn('closed incidents', thrown);
        });
    void look();
    const timer = setInterval(() => void look(), AGAIN_AFTER_MS);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, []);
}

export interface LikelySame {
  candidate: Incident;
  likeness: Likeness;
}

/** Incidents that may be about the same event, likeliest first; `apart` are those a person has set aside. */
export function useLikelySame(report: Report | null, apart: readonly string[]): LikelySame[] {
  const incidents = useBoard((board) => board.incidents);
  const { closed } = useClosedLately();
  return useMemo(() => {
    if (!report) return [];
    const lately = closed.filter(
      ({ id, closedAt, mergedInto }) =>
        !incidents[id] && mergedInto === null && closedAt !== null && serverNow() - Date.parse(closedAt) < RECENT_MS,
    );
    const open = Object.values(incidents).filter(({ state }) => state !== 'closed');
    const candidates = [...open, ...lately].filter(({ id }) => !apart.includes(id));
    return likelySame(report, candidates, incidentReport);
  }, [report, apart, incidents, closed]);
}
