import type { LngLat } from '#contracts';
import { overwritesConfirmed } from './amendment.js';

const THERE: LngLat = [106.66, 10.98];
const PHONE: LngLat = [106.67, 10.99];
const phone = { address: 'Chợ Búng', position: PHONE, source: 'phone' as const };
const row = (placeSource: 'typed' | 'gazetteer' | 'pin' | 'phone', more: object = {}) => ({
  placeSource,
  position: THERE as LngLat | null,
  placeConfirmed: null as string | null,
  ...more,
});

describe('a position from a telephone', () => {
  it.each(['typed', 'gazetteer', 'pin'] as const)('does not replace a place that a person set: %s', (source) => {
    expect(overwritesConfirmed(row(source), phone)).toBe(true);
  });
  it('does not replace what the caller confirmed, wherever it came from', () => {
    expect(overwritesConfirmed(row('phone', { placeConfirmed: 'gần Chợ Đình' }), phone)).toBe(true);
  });
  it('replaces an older one, and completes words that have no position', () => {
    expect(overwritesConfirmed(row('phone'), phone)).toBe(false);
    expect(overwritesConfirmed(row('typed', { position: null }), phone)).toBe(false);
  });
  it('is no change of position when only the words differ', () => {
    const confirmed = row('phone', { position: PHONE, placeConfirmed: 'gần Chợ Đình' });
    expect(overwritesConfirmed(confirmed, { ...phone, access: 'hẻm 12' })).toBe(false);
  });
  it('is the only source that is held back', () => {
    expect(overwritesConfirmed(row('pin'), { ...phone, source: 'pin' })).toBe(false);
    expect(overwritesConfirmed(row('pin'), undefined)).toBe(false);
  });
});
