export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return rounded(sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!);
}

export const halfAndMost = (values: readonly number[]) => ({
  p50Ms: percentile(values, 50),
  p95Ms: percentile(values, 95),
});
