import { FEW_CASES, type Summary } from '#contracts';

/** Nearest rank on the full set: the smallest value that at least `share` of all values do not exceed. */
export function percentile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Median and P90 in seconds; none below {@link FEW_CASES}, because a percentile of few is noise. */
export function summarise(seconds: readonly number[]): Summary {
  const sorted = [...seconds].sort((a, b) => a - b);
  const enough = sorted.length >= FEW_CASES;
  return {
    n: sorted.length,
    medianSeconds: enough ? percentile(sorted, 0.5) : null,
    p90Seconds: enough ? percentile(sorted, 0.9) : null,
  };
}
