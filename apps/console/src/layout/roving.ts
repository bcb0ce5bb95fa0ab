const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Where a movement key leads in a list of `count` from place `at` (-1: nowhere yet); null for any other key. */
export function placeAfter(code: string, at: number, count: number): number | null {
  const step = STEPS[code];
  if (!step || count === 0) return null;
  return at < 0 ? (code === 'End' ? count - 1 : 0) : step(at, count);
}
