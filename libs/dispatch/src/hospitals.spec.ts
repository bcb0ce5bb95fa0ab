import type { HospitalId } from '#contracts';
import { rankHospitals, subjectsOf, type HospitalCandidate } from './hospitals.js';

const NOW = new Date('2026-11-22T01:00:00Z');
const hospital = (name: string, more: Partial<HospitalCandidate> = {}): HospitalCandidate => ({
  hospitalId: name as HospitalId,
  capabilities: ['resuscitation', 'thrombolysis', 'neurosurgery'],
  drive: { seconds: 600, metres: 5_000 },
  handover: { medianSeconds: 900, count: 8, latestAt: '2026-11-21T23:00:00Z' },
  capacity: null,
  ...more,
});
const said = (states: object, expiresAt = '2026-11-22T02:00:00Z') => ({ states, expiresAt });
const order = (candidates: HospitalCandidate[], needed: Parameters<typeof rankHospitals>[1] = ['thrombolysis']) =>
  rankHospitals(candidates, needed, NOW).map(({ hospitalId }) => hospitalId);
const keysOf = (candidates: HospitalCandidate[], name: string) =>
  rankHospitals(candidates, ['thrombolysis'], NOW)
    .find(({ hospitalId }) => hospitalId === name)!
    .reasons.map(({ key }) => key);

describe('Which hospital comes first', () => {
  it('is the one where somebody takes over first, not the nearest one', () => {
    const slow = { handover: { medianSeconds: 2_400, count: 5, latestAt: NOW.toISOString() } };
    const near = hospital('near', { drive: { seconds: 300, metres: 2_000 }, ...slow });
    expect(order([near, hospital('quick')])).toEqual(['quick', 'near']);
    expect(keysOf([near, hospital('quick')], 'near')).toEqual(['able', 'nearest', 'slow_handover']);
  });

  it('is one that can treat it, before one that cannot', () => {
    const near = hospital('near', { capabilities: [], drive: { seconds: 100, metres: 500 } });
    expect(order([near, hospital('able')])).toEqual(['able', 'near']);
    expect(order([near, hospital('able')], [])).toEqual(['near', 'able']);
  });

  it('is one that has room: a full one is ranked down with its word and never left out', () => {
    const full = hospital('full', { drive: { seconds: 300, metres: 2_000 }, capacity: said({ emergency: 'full' }) });
    expect(order([full, hospital('open')])).toEqual(['open', 'full']);
    expect(keysOf([full, hospital('open')], 'full')).toContain('full');
  });

  it('counts only the room for what is needed, and the scanner for a stroke', () => {
    expect(subjectsOf(['thrombolysis'])).toEqual(['emergency', 'ct', 'thrombolysis']);
    const burns = hospital('burns', { drive: { seconds: 300, metres: 1 }, capacity: said({ burns: 'closed' }) });
    expect(order([burns, hospital('other')])).toEqual(['burns', 'other']);
    const noScanner = hospital('ct', { drive: { seconds: 300, metres: 1 }, capacity: said({ ct: 'closed' }) });
    expect(order([noScanner, hospital('other')])).toEqual(['other', 'ct']);
  });

  it('believes nothing that has expired, and says so', () => {
    const capacity = said({ emergency: 'closed' }, '2026-11-22T00:59:59Z');
    const expired = hospital('expired', { drive: { seconds: 300, metres: 2_000 }, capacity });
    expect(order([expired, hospital('other')])).toEqual(['expired', 'other']);
    expect(keysOf([expired], 'expired')).toContain('capacity_expired');
  });

  it('keeps those without a road at the end, in an order', () => {
    const far = hospital('far', { drive: null });
    expect(order([far, hospital('island', { drive: null, capabilities: [] }), hospital('near')])).toEqual([
      'near',
      'far',
      'island',
    ]);
  });
});
