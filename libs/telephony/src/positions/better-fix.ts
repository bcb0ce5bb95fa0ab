import type { PhonePositionRow } from '../entities.js';

type Fix = Pick<PhonePositionRow, 'fixedAt' | 'accuracyMetres'>;

/** Older than this, a fix gives way to a newer one however coarse: people move. */
const STALE_MS = 60_000;
/** A fresh fix gives way only to one that is not much coarser. */
const COARSER = 2;

/** Whether a fix should replace the one that is known: newer, and not much coarser unless the known one is old. */
export function isBetterFix(fix: Fix, known: Fix): boolean {
  const newerByMs = fix.fixedAt.getTime() - known.fixedAt.getTime();
  if (newerByMs < 0) return false;
  if (newerByMs > STALE_MS || known.accuracyMetres === null) return true;
  return fix.accuracyMetres !== null && fix.accuracyMetres <= known.accuracyMetres * COARSER;
}
