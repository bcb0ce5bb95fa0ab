import type { ShiftLogDay } from '#contracts';
import { failureOf, read, type Failure } from '#web';
import { useEffect, useState } from 'react';

const AGAIN_MS = 10_000;

/** The log of a day; of the shift that is on now when none is named. Read again every ten seconds and after `written`. */
export function useShiftLog(day: string | null) {
  const [log, setLog] = useState<ShiftLogDay | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const ask = () =>
      read('GET /api/shift-log', { query: { day: day ?? undefined }, signal: abort.signal })
        .then((answer) => {
          setLog(answer);
          setFailure(null);
        })
        .catch((thrown: unknown) => {
          if (!abort.signal.aborted) setFailure(failureOf(thrown));
        });
    void ask();
    const timer = setInterval(() => void ask(), AGAIN_MS);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [day, round]);
  return { log, failure, again: () => setRound((n) => n + 1) };
}
