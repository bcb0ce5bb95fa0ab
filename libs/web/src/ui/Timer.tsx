import type { Instant } from '#contracts';
import { useNow } from '../time/clock.js';
import { formatDuration, secondsSince } from '../time/format.js';

/** How a time stands against its target: within, close (from 75 %), over. */
export type Pace = 'within' | 'close' | 'over';

export function paceOf(elapsedSeconds: number, targetSeconds: number | null): Pace {
  if (targetSeconds === null || elapsedSeconds < targetSeconds * 0.75) return 'within';
  return elapsedSeconds <= targetSeconds ? 'close' : 'over';
}

/** Time since an instant, counting up once a second with every other timer; coloured against its target when it has one;
 * `worst` softens the colour of a step that is merely late. */
export function Timer(props: { since: Instant; targetSeconds?: number | null; worst?: Pace }) {
  const elapsed = secondsSince(props.since, useNow());
  const pace = paceOf(elapsed, props.targetSeconds ?? null);
  return (
    <span className="timer tn" data-pace={pace === 'over' ? (props.worst ?? pace) : pace} role="timer" aria-live="off">
      {formatDuration(elapsed)}
    </span>
  );
}

/** Time left until an instant, counting down to 00:00. */
export function Countdown({ until }: { until: Instant }) {
  const left = Math.ceil((new Date(until).getTime() - useNow()) / 1000);
  return (
    <span className="timer tn" data-pace={left > 10 ? 'within' : 'close'} role="timer" aria-live="off">
      {formatDuration(left)}
    </span>
  );
}
