import type { LngLat, Recommendation, Route, VehicleId } from '#contracts';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen } from '../support/screen.js';

const AT_SEA: LngLat = [107.6, 9.6];

describe('B05 A recommendation explains itself', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  const preview = (more: object = {}) =>
    room.dispatcher.post<Recommendation>('/api/recommendation', { position: MARKET, reason: 'fall', ...more });
  const words = (shown: Recommendation, vehicleId: VehicleId) =>
    shown.ranked.find((vehicle) => vehicle.vehicleId === vehicleId)!.reasons;

  it('says that the place is unknown, and answers as soon as it is pinned', async () => {
    const place = { address: 'không rõ, gần chợ', position: null, source: 'typed' as const };
    const incident = await room.open({ place });
    expect(incident.state).toBe('taken');
    await expect(room.recommend(incident)).rejects.toMatchObject({ status: 422, code: 'PLACE_UNKNOWN' });
    await expect(room.dispatcher.send('dispatch.offer', { incidentId: incident.id })).rejects.toMatchObject({
      code: 'PLACE_UNKNOWN',
      view: { message: { vi: expect.stringContaining('vị trí'), en: expect.stringContaining('position') } },
    });
    const pinned = { ...place, position: MARKET, source: 'pin' as const };
    const amend = { incidentId: incident.id, version: 1, changes: { place: pinned } };
    const { incident: placed } = await room.dispatcher.send('incident.amend', amend);
    expect(placed).toMatchObject({ state: 'waiting', place: { position: MARKET, ward: expect.any(String) } });
    expect((await room.recommend(incident)).ranked.length).toBeGreaterThan(5);
  });

  it('keeps a position in the sea, and says that no road is near it', async () => {
    const place = { address: 'tàu cá', position: AT_SEA, source: 'phone' as const };
    const incident = await room.open({ place });
    expect(incident.place.position).toEqual(AT_SEA);
    await expect(room.recommend(incident)).rejects.toMatchObject({ status: 422, code: 'PLACE_OFF_ROADS' });
    await expect(preview({ position: AT_SEA })).rejects.toMatchObject({ code: 'PLACE_OFF_ROADS' });
    expect((await room.detail(incident)).incident.place.address).toBe('tàu cá');
  });

  it('answers before anything is saved, like it does afterwards', async () => {
    const before = await preview();
    const incident = await room.open();
    const after = await room.recommend(incident);
    expect(before.incidentId).toBeNull();
    expect(after.incidentId).toBe(incident.id);
    expect(before.ranked).toEqual(after.ranked);
  });

  it('draws the drive that was ranked: without urgency no ambulance is led where only a siren may go', async () => {
    const { stations } = room.snapshot;
    const differences: number[] = [];
    for (const priority of [1, 4] as const) {
      const { ranked } = await preview({ priority });
      for (const { vehicleId, travelSeconds } of ranked) {
        const { level, stationId } = room.unit(vehicleId);
        const from = stations.find(({ id }) => id === stationId)!.position;
        const drive = (driver: string) =>
          room.dispatcher.get<Route>(`/api/route?from=${from.join()}&to=${MARKET.join()}&${driver}`);
        expect((await drive(`level=${level}&priority=${priority}`)).seconds).toBeCloseTo(travelSeconds, 2);
        differences.push(travelSeconds - (await drive('')).seconds);
      }
    }
    expect(Math.max(...differences)).toBeGreaterThan(10);
  });

  it('ranks or excludes every vehicle, each with its reasons, by road', async () => {
    const shown = await preview();
    expect(shown.travelSource).toBe('roads');
    const ids = [...shown.ranked, ...shown.excluded].map(({ vehicleId }) => vehicleId);
    expect(ids.sort()).toEqual(room.snapshot.units.map(({ id }) => id).sort());
    for (const { reasons } of [...shown.ranked, ...shown.excluded]) expect(reasons.length).toBeGreaterThan(0);
    for (const vehicle of shown.ranked)
      expect(vehicle.etaSeconds).toBeCloseTo(vehicle.turnoutSeconds + vehicle.travelSeconds, 6);
    for (const { vehicleId, reasons } of shown.excluded)
      expect([room.unit(vehicleId).level, reasons[0]!.key]).toEqual(['motorbike', 'cannot_carry']);
    expect(shown.ranked.map(({ rank }) => rank)).toEqual(shown.ranked.map((_, i) => i + 1));
  });

  it('is refined by the answers: a patient who does not breathe needs the resuscitation crew', async () => {
    const before = await preview({ reason: 'faint' });
    expect(room.unit(before.ranked[0]!.vehicleId).level).toBe('bls');
    const after = await preview({ reason: 'faint', answers: { conscious: 'no', breathing: 'no' } });
    expect(room.unit(after.ranked[0]!.vehicleId).level).toBe('als');
    const basic = after.ranked.find(({ vehicleId }) => room.unit(vehicleId).level === 'bls')!;
    expect(basic.reasons).toContainEqual({ key: 'lower_level', tone: 'cost', facts: { level: 'bls', need: 'als' } });
    expect(basic.reasons).toContainEqual({
      key: 'missing_equipment',
      tone: 'cost',
      facts: { equipment: 'defibrillator' },
    });

    const incident = await room.open({ reason: 'faint' });
    const amend = { incidentId: incident.id, version: 1, changes: { answers: { conscious: 'no' as const } } };
    const { incident: raised } = await room.dispatcher.send('incident.amend', amend);
    expect([incident.priority, raised.priority]).toEqual([3, 1]);
    const unsure = { incidentId: incident.id, version: 2, changes: { answers: { breathing: 'unknown' as const } } };
    expect((await room.dispatcher.send('incident.amend', unsure)).incident.priority).toBe(1);
  });

  it('says how old a position is, and counts from the station when it is lost', async () => {
    const { ranked } = await preview();
    const vehicleId = ranked[0]!.vehicleId;
    expect(words(await preview(), vehicleId).map(({ key }) => key)).toContain('gps_lost');
    const tablet = await Screen.open(room, await room.crewOf(vehicleId));
    const fix = (secondsAgo: number) => ({
      at: [106.667, 10.985],
      fixedAt: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
    });
    await expect(tablet.emit('position.report', fix(240))).resolves.toMatchObject({ reply: { outcome: 'accepted' } });
    expect(words(await preview(), vehicleId)).toContainEqual({ key: 'gps_old', tone: 'cost', facts: { minutes: 4 } });
    await tablet.emit('position.report', fix(1));
    const live = words(await preview(), vehicleId).map(({ key }) => key);
    expect(live).not.toContain('gps_old');
    expect(live).not.toContain('gps_lost');
    tablet.close();
  });

  it('excludes with a reason who is on a mission, out of service or without a crew', async () => {
    const incident = await room.open();
    const { vehicleId } = await room.send(incident);
    const supervisor = await room.as('giamsat');
    const [resting, empty] = (await preview()).ranked.map((vehicle) => vehicle.vehicleId);
    await supervisor.send('vehicle.setDuty', { vehicleId: resting!, duty: 'out_of_service', reason: 'disinfection' });
    await supervisor.send('shift.end', { vehicleId: empty! });
    const { excluded } = await preview();
    const why = (id: VehicleId) => excluded.find((vehicle) => vehicle.vehicleId === id)?.reasons[0];
    expect(why(vehicleId)).toMatchObject({ key: 'committed', facts: { incident: incident.number } });
    expect(why(resting!)).toMatchObject({ key: 'out_of_service', facts: { reason: 'disinfection' } });
    expect(why(empty!)).toMatchObject({ key: 'no_crew' });
  });
});
