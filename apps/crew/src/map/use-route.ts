import type { Instant, LngLat } from '#contracts';
import { failureOf, read, serverNow, type Failure, type ReadReply } from '#web';
import { useEffect, useRef, useState } from 'react';

export interface RouteState {
  route: (ReadReply<'GET /api/route'> & { askedAt: Instant }) | null;
  failure: Failure | null;
}

const REFRESH_MS = 30_000;
const NOTHING: RouteState = { route: null, failure: null };

/** The drive from here to `to`, asked again every half minute; the last answer stays while a newer one cannot be had. */
export function useRoute(from: LngLat | null, to: LngLat | null): RouteState {
  const [state, setState] = useState<RouteState>(NOTHING);
  const start = useRef(from);
  start.current = from;
  const known = from !== null;
  const target = to?.join(',') ?? null;
  useEffect(() => {
    setState(NOTHING);
    if (!known || target === null) return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const query = { from: start.current?.join(','), to: target };
        const route = await read('GET /api/route', { query, signal: stop.signal });
        setState({ route: { ...route, askedAt: new Date(serverNow()).toISOString() }, failure: null });
      } catch (thrown) {
        if (!stop.signal.aborted) setState(({ route }) => ({ route, failure: failureOf(thrown) }));
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), REFRESH_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [known, target]);
  return state;
}
