import { metresBetween, normalisePhone, type LngLat, type PhonePosition } from '#contracts';
import type { Draft } from '../intake/draft.js';

/** A place this much farther from the telephone than its accuracy is worth a question. */
const APART_METRES = 300;

/** The telephone's position of the call in the form: of its ring, else of its number; the newest one. */
export function positionOf(draft: Pick<Draft, 'ringId' | 'phone'>, positions: readonly PhonePosition[]) {
  const phone = normalisePhone(draft.phone);
  const own = positions.filter(
    (position) =>
      position.endedAt === null &&
      ((draft.ringId !== null && position.ringId === draft.ringId) || (phone !== null && position.phone === phone)),
  );
  return own.sort((a, b) => b.fixedAt.localeCompare(a.fixedAt))[0] ?? null;
}

/** How far the chosen place is from the telephone, when that is more than its accuracy explains; null otherwise. */
export function metresApart(place: LngLat | null, { at, accuracyMetres }: PhonePosition): number | null {
  if (!place) return null;
  const metres = metresBetween(place, at);
  return metres > (accuracyMetres ?? 0) + APART_METRES ? metres : null;
}
