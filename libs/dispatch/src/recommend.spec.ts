import { VehicleId, StationId, type LngLat, type Need } from '#contracts';
import { originOf, rankVehicles, type Candidate } from './recommend.js';

const NOW = new Date('2026-11-21T14:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const STATION = StationId.parse(uuid(900));
const AT: LngLat = [106.66, 10.99];
const BASE: LngLat = [106.67, 11.0];

const vehicle = (n: number, more: Partial<Candidate> = {}): Candidate => ({
  vehicleId: VehicleId.parse(uuid(n)),
  callSign: `BD-${n}`,
  level: 'als',
  equipment: ['defibrillator', 'oxygen', 'stretcher'],
  stationId: StationId.parse(uuid(900 + n)),
  stationAt: BASE,
  status: 'available',
  outOfServiceReason: null,
  incidentNumber: null,
  shiftEndsAt: minutesAgo(-300),
  position: { at: AT, fixedAt: NOW, headingDegrees: null },
  answeredBefore: null,
  ...more,
});
const arrest: Need = { priority: 1, level: 'als', equipment: ['defibrillator'], capabilities: [] };
const fall: Need = { priority: 3, level: 'bls', equipment: ['stretcher'], capabilities: [] };

function rank(candidates: Candidate[], seconds: (number | null)[], need: Need) {
  const travel = new Map(
    candidates.map((c, i) => [c.vehicleId, seconds[i] === null ? null : { seconds: seconds[i]!, metres: 1 }]),
  );
  const result = rankVehicles(candidates, travel, need, 'roads', NOW);
  const name = (id: string) => candidates.find((c) => c.vehicleId === id)!.callSign;
  return {
    order: result.ranked.map((v) => name(v.vehicleId)),
    reasons: Object.fromEntries(result.ranked.map((v) => [name(v.vehicleId), v.reasons.map((r) => r.key)])),
    excluded: Object.fromEntries(result.excluded.map((v) => [name(v.vehicleId), v.reasons.map((r) => r.key)])),
    first: result.ranked[0],
  };
}
const cover = [vehicle(8, { stationId: STATION }), vehicle(9, { stationId: STATION })];

describe('rankVehicles', () => {
  it('puts the nearest able vehicle first, by turnout and travel', () => {
    const { order, reasons, first } = rank([vehicle(1), vehicle(2)], [400, 300], arrest);
    expect(order).toEqual(['BD-2', 'BD-1']);
    expect(reasons['BD-2']).toEqual(expect.arrayContaining(['nearest', 'able']));
    expect(first).toMatchObject({ etaSeconds: 360, turnoutSeconds: 60, travelSeconds: 300 });
  });
  it('counts the shorter turnout of a vehicle that is already on the road', () => {
    const { order, reasons } = rank([vehicle(1), vehicle(2, { status: 'returning' })], [300, 320], arrest);
    expect(order).toEqual(['BD-2', 'BD-1']);
    expect(reasons['BD-2']).toContain('returning');
  });
  it('sends a farther ALS crew to a cardiac arrest before a nearer BLS one, but not any distance farther', () => {
    const bls = vehicle(1, { level: 'bls' });
    expect(rank([bls, vehicle(2)], [200, 400], arrest).order).toEqual(['BD-2', 'BD-1']);
    expect(rank([bls, vehicle(2)], [200, 700], arrest).order).toEqual(['BD-1', 'BD-2']);
    expect(rank([bls, vehicle(2)], [200, 700], arrest).reasons['BD-1']).toContain('lower_level');
  });
  it('keeps the ALS crew for those who need it', () => {
    const { order, reasons } = rank([vehicle(1), vehicle(2, { level: 'bls' })], [200, 300], fall);
    expect(order).toEqual(['BD-2', 'BD-1']);
    expect(reasons['BD-1']).toContain('more_than_needed');
  });
  it('says what a vehicle lacks', () => {
    const { reasons } = rank([vehicle(1, { equipment: [] })], [200], arrest);
    expect(reasons['BD-1']).toContain('missing_equipment');
  });
  it('says when its station is left empty, or with one', () => {
    const { reasons } = rank([vehicle(1), ...cover], [200, 300, 400], arrest);
    expect(reasons['BD-1']).toContain('leaves_empty');
    expect(reasons['BD-8']).toContain('leaves_one');
  });
  it('shows an old position, and starts a vehicle without one from its station', () => {
    const old = vehicle(1, { position: { at: AT, fixedAt: minutesAgo(4), headingDegrees: null } });
    const lost = vehicle(2, { position: { at: AT, fixedAt: minutesAgo(10), headingDegrees: null } });
    const { reasons } = rank([old, lost, vehicle(3, { position: null })], [200, 200, 200], arrest);
    expect(reasons['BD-1']).toContain('gps_old');
    expect(reasons['BD-2']).toContain('gps_lost');
    expect(reasons['BD-3']).toContain('gps_lost');
    expect(originOf(old, 1, NOW).at).toEqual(AT);
    expect(originOf(lost, 1, NOW).at).toEqual(BASE);
  });
  it('asks the roads for a drive with lights and sirens only where something is urgent, and for a motorbike as one', () => {
    const profile = (level: Candidate['level'], priority: Need['priority']) =>
      originOf(vehicle(1, { level }), priority, NOW).profile;
    expect(([1, 2, 3, 4] as const).map((priority) => profile('als', priority))).toEqual([
      'emergency',
      'emergency',
      'emergency',
      'normal',
    ]);
    expect(profile('motorbike', 4)).toBe('motorbike');
  });
  it('asks a station that has refused this incident last', () => {
    const { order, reasons } = rank([vehicle(1, { answeredBefore: 'refused' }), vehicle(2)], [100, 1_500], arrest);
    expect(order).toEqual(['BD-2', 'BD-1']);
    expect(reasons['BD-1']).toContain('refused_before');
  });
  it('excludes with a reason, and leaves nobody out', () => {
    const candidates = [
      vehicle(1),
      vehicle(2, { status: 'en_route', incidentNumber: '20261121-0001' }),
      vehicle(3, { status: 'out_of_service', outOfServiceReason: 'broken' }),
      vehicle(4, { shiftEndsAt: null }),
      vehicle(5, { level: 'motorbike' }),
      vehicle(6),
    ];
    const { order, excluded } = rank(candidates, [100, 10, 10, 10, 10, null], arrest);
    expect(order).toEqual(['BD-1']);
    expect(excluded).toEqual({
      'BD-2': ['committed'],
      'BD-3': ['out_of_service'],
      'BD-4': ['no_crew'],
      'BD-5': ['cannot_carry'],
      'BD-6': ['no_road'],
    });
  });
});
