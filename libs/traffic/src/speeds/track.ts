import type { LngLat } from '#contracts';
import { distanceMetres } from '#geo';

/** One position of a vehicle on its way, as its receiver told it. */
export interface TrackFix {
  readonly at: LngLat;
  readonly fixedAt: Date;
  readonly accuracyMetres: number | null;
}

const WORST_ACCURACY_METRES = 80;
/** Nearer than this to the last one kept, a fix says more of the receiver's error than of the road. */
const LEAST_STEP_METRES = 25;

/** The fixes worth matching, in order: the first, the last, and between them those that are good and have moved on. */
export function thinned(fixes: readonly TrackFix[]): TrackFix[] {
  const good = fixes
    .filter(({ accuracyMetres }) => (accuracyMetres ?? 0) <= WORST_ACCURACY_METRES)
    .toSorted((a, b) => a.fixedAt.getTime() - b.fixedAt.getTime());
  const kept: TrackFix[] = [];
  good.forEach((fix, i) => {
    const last = kept.at(-1);
    if (last && fix.fixedAt.getTime() <= last.fixedAt.getTime()) return;
    if (!last || distanceMetres(last.at, fix.at) >= LEAST_STEP_METRES) kept.push(fix);
    // The last one tells when the drive ended: it takes the place of one it hardly moved from.
    else if (i === good.length - 1) {
      if (kept.length > 1) kept.pop();
      kept.push(fix);
    }
  });
  return kept;
}
