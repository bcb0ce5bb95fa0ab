import type { RankedVehicle } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

describe('B02 A level 1 asks two stations at once', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ OFFER_SECONDS: '60' });
  });
  afterAll(() => room.close());

  it('lets the first acceptance win, and tells the other station that it is no longer asked', async () => {
    const incident = await room.open({ reason: 'cardiac_arrest' });
    const ranked = (await room.recommend(incident)).ranked;
    const first = ranked[0]!.vehicleId;
    const second = ranked.find(({ vehicleId }) => room.unit(vehicleId).stationId !== room.unit(first).stationId)!;
    const { request, offers } = await room.dispatcher.send('dispatch.offer', {
      incidentId: incident.id,
      vehicleIds: [first, second.vehicleId],
    });
    expect(request.parallel).toBe(2);
    expect(offers.map(({ turn, vehicleId }) => [turn, vehicleId])).toEqual([
      [1, first],
      [2, second.vehicleId],
    ]);

    const loser = await Screen.open(room, await room.deskOf(offers[0]!));
    await until(() => loser.last('desk.changed')?.offers.some(({ id }) => id === offers[0]!.id), 'the desk is asked');
    expect(loser.last('desk.changed')!.offers[0]!.incident).toEqual({
      number: incident.number,
      priority: 1,
      reason: 'cardiac_arrest',
      place: incident.place,
      patientCount: 1,
    });
    const winner = await room.crewOf(second.vehicleId);
    const { mission } = await winner.send('offer.accept', { offerId: offers[1]!.id });
    await until(() => loser.last('desk.changed')!.offers.length === 0, 'the other desk sees its order withdrawn');
    loser.close();

    const late = await room.deskOf(offers[0]!);
    await expect(late.send('offer.accept', { offerId: offers[0]!.id })).rejects.toMatchObject({
      status: 409,
      code: 'OFFER_NOT_OPEN',
    });
    const after = await room.detail(incident);
    expect(after.offers.map(({ state }) => state)).toEqual(['withdrawn', 'accepted']);
    expect(after.requests[0]!.state).toBe('filled');
    expect(after.missions.filter(({ state }) => state === 'acknowledged')).toEqual([mission]);
    const free = (await room.recommend(incident)).ranked.map(({ vehicleId }) => vehicleId);
    expect(free).toContain(first);
  });

  it('asks one after the other when one of two refuses, so that always two are asked', async () => {
    const incident = await room.open({ reason: 'choking' });
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    expect(offers).toHaveLength(2);
    const desk = await room.deskOf(offers[0]!);
    await desk.send('offer.refuse', { offerId: offers[0]!.id, reason: 'vehicle_broken' });
    const after = (await room.detail(incident)).offers;
    expect(after.filter(({ state }) => state === 'open').map(({ turn }) => turn)).toEqual([2, 3]);
    await room.dispatcher.send('incident.close', { incidentId: incident.id, reason: 'cancelled_by_caller' });
  });

  it('orders a vehicle without asking only with a reason, which stays on record', async () => {
    const incident = await room.open();
    const { vehicleId } = (await room.recommend(incident)).ranked[1]!;
    const order = { incidentId: incident.id, vehicleId };
    await expect(room.dispatcher.send('dispatch.order', order as never)).rejects.toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
    });
    const { mission } = await room.dispatcher.send('dispatch.order', { ...order, reason: 'station_agreed' });
    expect(mission).toMatchObject({ state: 'notified', orderedBecause: 'station_agreed' });
    const after = await room.detail(incident);
    expect(after.incident.state).toBe('attended');
    expect(after.timeline.find(({ kind }) => kind === 'request.opened')!.facts).toMatchObject({
      override: 'station_agreed',
    });
    await expect(room.dispatcher.send('dispatch.order', { ...order, reason: 'shift_lead' })).rejects.toMatchObject({
      code: 'VEHICLE_ALREADY_COMMITTED',
      view: { details: { incident: incident.number } },
    });
  });

  it('wants a reason for another vehicle than the recommended one, unless it is as near', async () => {
    const incident = await room.open();
    const { ranked } = await room.recommend(incident);
    const best = ranked[0]!;
    const worse = ranked.find((vehicle) => vehicle.etaSeconds > best.etaSeconds + 30) as RankedVehicle;
    const choose = (vehicleId: RankedVehicle['vehicleId'], override?: object) =>
      room.dispatcher.send('dispatch.offer', {
        incidentId: incident.id,
        vehicleIds: [vehicleId],
        ...(override ? { override: override as never } : {}),
      });
    await expect(choose(worse.vehicleId)).rejects.toMatchObject({
      status: 422,
      code: 'REASON_REQUIRED',
      view: { details: { recommended: best.vehicleId } },
    });
    expect((await room.detail(incident)).offers).toEqual([]);
    const { request } = await choose(worse.vehicleId, { reason: 'keep_cover' });
    await room.dispatcher.send('dispatch.stop', { requestId: request.id, reason: 'other' });

    const near = (await room.recommend(incident)).ranked;
    const equal = near.slice(1).find((vehicle) => vehicle.etaSeconds <= near[0]!.etaSeconds + 30) as RankedVehicle;
    expect(await choose(equal.vehicleId)).toMatchObject({ offers: [{ vehicleId: equal.vehicleId }] });
  });
});
