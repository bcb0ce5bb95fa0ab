import { normalisePhone, type LngLat } from '#contracts';
import type { PhoneFix } from './phone-positions.service.js';

/** A fix a telephone sent as it began an emergency call, or why there is none in the message. */
export type AmlMessage = { kind: 'fix'; fix: PhoneFix } | { kind: 'ignored'; why: 'no_position' };

/** Beyond this a circle is no help, and surely an error. */
const MOST_ACCURACY_METRES = 100_000;
/** Times this far from now come from a clock that was never set. */
const CLOCK_MS = 3_600_000;

/**
 * Reads a message of Advanced Mobile Location (ETSI TS 103 625) as telephones post it by HTTPS: form fields, each of
 * them optional and perhaps malformed. It never throws; times are in milliseconds, accuracy in metres.
 */
export function decodeAml(body: unknown, now: Date): AmlMessage {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const at = positionIn(fields);
  if (!at) return { kind: 'ignored', why: 'no_position' };
  const fixedAt = timeIn(fields['location_time'], now) ?? timeIn(fields['time'], now) ?? now;
  const accuracy = numberIn(fields['location_accuracy']);
  return {
    kind: 'fix',
    fix: {
      phone: typeof fields['device_number'] === 'string' ? normalisePhone(fields['device_number']) : null,
      at,
      accuracyMetres: accuracy !== null && accuracy >= 0 && accuracy <= MOST_ACCURACY_METRES ? accuracy : null,
      source: 'aml',
      fixedAt,
      calledAt: timeIn(fields['time'], now),
    },
  };
}

function positionIn(fields: Record<string, unknown>): LngLat | null {
  const [lng, lat] = [numberIn(fields['location_longitude']), numberIn(fields['location_latitude'])];
  if (lng === null || lat === null || Math.abs(lng) > 180 || Math.abs(lat) > 90) return null;
  // What a telephone sends that has no fix.
  return lng === 0 && lat === 0 ? null : [lng, lat];
}

function numberIn(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\s*[+-]?\d{1,15}(\.\d{0,15})?\s*$/.test(value)) return null;
  return Number(value);
}

function timeIn(value: unknown, now: Date): Date | null {
  const ms = numberIn(value);
  return ms !== null && Math.abs(ms - now.getTime()) < CLOCK_MS ? new Date(ms) : null;
}
