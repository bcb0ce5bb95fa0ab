import type { Priority, StationId, Statistics } from '#contracts';
import { failureOf, read, type Failure } from '#web';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Question {
  from: string;
  to: string;
  priority: Priority | null;
  stationId: StationId | null;
}
export interface Answer {
  statistics: Statistics | null;
  failure: Failure | null;
  asking: boolean;
}

const REFRESH_MS = 60_000;

/**
 * The figures for a question, asked again every minute while it stands. What was answered before stays in sight until
 * the new answer is here; an answer to an earlier question is dropped.
 */
export function useStatistics(question: Question | null): Answer & { ask: () => void } {
  const [answer, setAnswer] = useState<Answer>({ statistics: null, failure: null, asking: true });
  const running = useRef<AbortController | null>(null);
  const key = JSON.stringify(question);
  const ask = useCallback(() => {
    const asked = JSON.parse(key) as Question | null;
    running.current?.abort();
    if (!asked) return;
    const stop = new AbortController();
    running.current = stop;
    setAnswer((before) => ({ ...before, asking: true }));
    const { from, to, priority, stationId } = asked;
    const query = { from, to, priority: priority ?? undefined, stationId: stationId ?? undefined };
    read('GET /api/statistics', { query, signal: stop.signal }).then(
      (statistics) => setAnswer({ statistics, failure: null, asking: false }),
      (thrown: unknown) => {
        if (!stop.signal.aborted) setAnswer((before) => ({ ...before, failure: failureOf(thrown), asking: false }));
      },
    );
  }, [key]);
  useEffect(() => {
    ask();
    const timer = setInterval(ask, REFRESH_MS);
    return () => {
      clearInterval(timer);
      running.current?.abort();
    };
  }, [ask]);
  return { ...answer, ask };
}
