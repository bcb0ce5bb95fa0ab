/** How often the vehicles may move on the screen: one layout of all symbols per second is what 500 vehicles cost. */
const LEAST_PERIOD_MS = 1000;

/**
 * Passes on the last of many values: the first at once (with the next frame), then at most one per period, so that
 * nothing is lost and nothing is drawn twice. The returned function stops it.
 */
export function paced<T>(
  apply: (value: T) => void,
  periodMs = LEAST_PERIOD_MS,
): { push: (value: T) => void; stop: () => void } {
  let waiting: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let frame: number | null = null;
  const draw = () => {
    frame = null;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(() => {
      timer = null;
      if (waiting) frame = requestAnimationFrame(draw);
    }, periodMs);
    apply(value);
  };
  return {
    push(value) {
      waiting = { value };
      if (timer === null && frame === null) frame = requestAnimationFrame(draw);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      if (frame !== null) cancelAnimationFrame(frame);
      waiting = null;
    },
  };
}
