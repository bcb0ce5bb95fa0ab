/** Moves a time by minutes without leaving the span from the order to now; all in milliseconds. */
export const movedTime = (atMs: number, minutes: number, earliestMs: number, latestMs: number): number =>
  Math.max(earliestMs, Math.min(latestMs, atMs + minutes * 60_000));
