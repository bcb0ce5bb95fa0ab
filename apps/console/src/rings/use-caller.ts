import { normalisePhone, type CallerHistory } from '#contracts';
import { failureOf, machineNow, read, type Failure } from '#web';
import { useEffect } from 'react';
import { create } from 'zustand';

interface Known {
  history: CallerHistory | null;
  failure: Failure | null;
  atMs: number;
}
/** Every look at a history is written down, so one look is kept for a while; whoever marks a number looks again. */
const FRESH_MS = 5 * 60_000;
const MOST_KEPT = 50;
/** A number is looked up when the typing has come to rest. */
const PAUSE_MS = 300;

const useCallers = create<Record<string, Known>>(() => ({}));

export function forgetCaller(phone: string): void {
  useCallers.setState(({ [phone]: _gone, ...rest }) => rest, true);
}

/** What is known of a number, as typed or as it rang; null while it is not known, or is no number. */
export function useCaller(raw: string): Known | null {
  const phone = normalisePhone(raw);
  const known = useCallers((callers) => (phone ? callers[phone] : undefined));
  const isStale = known === undefined;
  useEffect(() => {
    if (!phone || !isStale) return;
    const timer = setTimeout(() => {
      read('GET /api/callers', { query: { phone } }).then(
        (history) => keep(phone, { history, failure: null, atMs: machineNow() }),
        (thrown: unknown) => keep(phone, { history: null, failure: failureOf(thrown), atMs: machineNow() }),
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [phone, isStale]);
  return known ?? null;
}

function keep(phone: string, known: Known): void {
  const fresh = Object.entries(useCallers.getState()).filter(([, { atMs }]) => machineNow() - atMs < FRESH_MS);
  useCallers.setState({ ...Object.fromEntries(fresh.slice(-MOST_KEPT)), [phone]: known }, true);
}
