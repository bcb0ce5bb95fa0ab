import type { Fix } from './fix.js';

/** What a decoder makes of any bytes: a fix, something to ignore, or something invalid. It never throws. */
export type Decoded =
  | { readonly kind: 'fix'; readonly fix: Omit<Fix, 'deviceId'>; readonly alarm: string | null }
  | { readonly kind: 'ignored' | 'invalid'; readonly why: string };

export const ignored = (why: string): Decoded => ({ kind: 'ignored', why });
export const invalid = (why: string): Decoded => ({ kind: 'invalid', why });

const MOVING_SPEED_MPS = 1;
/** What a device that only tells its speed says about moving. */
export const isMoving = (speedMps: number | null): boolean => (speedMps ?? 0) > MOVING_SPEED_MPS;

type Parts = Omit<Fix, 'deviceId' | 'mock' | 'moving'> & { mock?: boolean; moving?: boolean; alarm: string | null };
export const fixFrom = ({ alarm, ...parts }: Parts): Decoded =>
  Number.isNaN(parts.fixedAt.getTime())
    ? invalid('timestamp')
    : { kind: 'fix', fix: { mock: false, moving: isMoving(parts.speedMps), ...parts }, alarm };

/** A finite number, or null for anything else (`-1` is left to the protocol). */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The text of a plain value; objects, which may not even convert, are no text. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

export const mpsFromKnots = (knots: number | null) => (knots === null || knots < 0 ? null : knots * 0.514444);
export const mpsFromKmh = (kmh: number | null) => (kmh === null || kmh < 0 ? null : kmh / 3.6);
