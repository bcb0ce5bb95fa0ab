import type { Instant, LngLat, PositionMessage, Priority, VehicleLevel } from '#contracts';
import { failureOf, read, serverNow, type Failure, type ReadReply } from '#web';
import { useEffect, useRef, useState } from 'react';
import { countOff, hasLeftRoute, progressOn } from './progress.js';

export interface RouteState {
  route: (ReadReply<'GET /api/route'> & { askedAt: Instant }) | null;
  failure: Failure | null;
}
/** Where the vehicle is, as far as a route needs to know. */
export type RouteStart = Pick<PositionMessage, 'at' | 'headingDegrees'> & { readonly accuracyMetres?: number | null };
/** Who drives and how urgent it is: they decide what may be driven. */
export interface Driver {
  readonly level: VehicleLevel | undefined;
  readonly priority: Priority | undefined;
}

const REFRESH_MS = 30_000;
const NOTHING: RouteState = { route: null, failure: null };

/**
 * The drive from here to `to`: asked again every half minute, and at once when the vehicle leaves it. The last answer
 * stays while a newer one cannot be had.
 */
export function useRoute(
  from: RouteStart | null,
  to: LngLat | null,
  { level, priority }: Driver,
): RouteState & { offRoute: boolean } {
  const [state, setState] = useState<RouteState>(NOTHING);
  const start = useRef(from);
  start.current = from;
  const known = from !== null;
  const target = to?.join(',') ?? null;
  const { offRoute, timesLeft } = useLeftRoute(from, state.route?.line);
  useEffect(() => setState(NOTHING), [known, target]);
  useEffect(() => {
    if (!known || target === null) return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const { at, headingDegrees } = start.current!;
        const query = { from: at.join(','), to: target, heading: headingDegrees ?? undefined, level, priority };
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
    // Leaving the route starts the clock anew with a question.
  }, [known, target, timesLeft, level, priority]);
  return { ...state, offRoute };
}

/** Whether the last fixes lie beside the line, judged once for each fix, and how often that began. */
function useLeftRoute(from: RouteStart | null, line: readonly LngLat[] | undefined) {
  const fixesOff = useRef(0);
  const [left, setLeft] = useState({ offRoute: false, timesLeft: 0 });
  const key = from?.at.join(',');
  useEffect(() => {
    if (!from || !line) fixesOff.current = 0;
    else fixesOff.current = countOff(fixesOff.current, progressOn(line, from.at), from.accuracyMetres ?? null);
    const offRoute = hasLeftRoute(fixesOff.current);
    setLeft((before) =>
      offRoute === before.offRoute ? before : { offRoute, timesLeft: before.timesLeft + (offRoute ? 1 : 0) },
    );
    // A fix is new when its place is; the object may be made anew for the same one.
  }, [key, line]);
  return left;
}
