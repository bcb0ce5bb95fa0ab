/**
 * Ticks of a zero-based axis: round steps of 1, 2 or 5 times a power of ten, the last one at or above `most`; at most
 * `count` steps.
 */
export function ticksTo(most: number, count = 5): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!,
  );
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

/** Every how many labels one is written, so that each has `needed` pixels. */
export const labelEvery = (count: number, width: number, needed: number): number =>
  Math.max(1, Math.ceil((count * needed) / Math.max(1, width)));

/** Unbroken runs of known values: a line is not drawn across a day that has none. */
export function runsOf(values: readonly (number | null)[]): { start: number; values: number[] }[] {
  const runs: { start: number; values: number[] }[] = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last && last.start + last.values.length === i) last.values.push(value);
    else runs.push({ start: i, values: [value] });
  });
  return runs;
}

/** Pushes labels apart that would overlap, keeping their order; in pixels, from the top down. */
export function spreadLabels(ys: readonly number[], height: number): number[] {
  const order = ys.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  for (let k = 1; k < order.length; k++) order[k]!.y = Math.max(order[k]!.y, order[k - 1]!.y + height);
  const spread = [...ys];
  for (const { y, i } of order) spread[i] = y;
  return spread;
}
