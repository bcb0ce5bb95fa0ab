import type { Offer } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

describe('B01 A refusal and a silence lead to the next station', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ OFFER_SECONDS: '4' });
  });
  afterAll(() => room.close());

  const openOffer = (offers: readonly Offer[]) => offers.find((offer) => offer.state === 'open');

  it('asks station after station in turn, and everything is on record with its times', async () => {
    const incident = await room.open();
    const console_ = await Screen.open(room, room.dispatcher);
    const { ranked } = await room.recommend(incident);
    const { request, offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    expect(request).toMatchObject({ state: 'seeking', parallel: 1 });
    expect(offers[0]).toMatchObject({ turn: 1, vehicleId: ranked[0]!.vehicleId, etaSeconds: ranked[0]!.etaSeconds });

    const desk = await room.deskOf(offers[0]!);
    const nextBest = (await room.recommend(incident)).ranked[0]!;
    await desk.send('offer.refuse', { offerId: offers[0]!.id, reason: 'crew_short' });
    const second = (await room.detail(incident)).offers.find((offer) => offer.turn === 2)!;
    expect(second).toMatchObject({ state: 'open', vehicleId: nextBest.vehicleId });

    // Nobody says a word; the countdown runs out and the third is asked.
    const third = await until(
      async () => (await room.detail(incident)).offers.find((offer) => offer.turn === 3),
      'the silence leads on',
    );
    const crew = await room.crewOf(third.vehicleId);
    await crew.send('offer.accept', { offerId: third.id });

    const after = await room.detail(incident);
    expect(after.offers.map(({ turn, state }) => [turn, state])).toEqual([
      [1, 'refused'],
      [2, 'unanswered'],
      [3, 'accepted'],
    ]);
    expect(after.offers[0]).toMatchObject({ refusalReason: 'crew_short', answeredBy: desk.account.name });
    expect(after.offers[1]).toMatchObject({ answeredBy: '115' });
    for (const offer of after.offers)
      expect(Date.parse(offer.answeredAt!)).toBeGreaterThanOrEqual(Date.parse(offer.offeredAt));
    const waited = Date.parse(after.offers[1]!.answeredAt!) - Date.parse(after.offers[1]!.offeredAt);
    expect(waited).toBeGreaterThanOrEqual(1_000);
    expect(after.missions.map(({ state }) => state).sort()).toEqual(['acknowledged', 'refused', 'unanswered']);
    expect(after.incident.state).toBe('attended');
    expect(after.requests[0]!.state).toBe('filled');

    await until(() => console_.kinds.includes('offer.accepted'), 'the console is told of the acceptance');
    const told = console_.kinds.filter((kind) => kind.startsWith('offer.'));
    expect(told).toEqual([
      'offer.made',
      'offer.refused',
      'offer.made',
      'offer.unanswered',
      'offer.made',
      'offer.accepted',
    ]);
    const refusal = console_
      .all('board.changed')
      .flatMap(({ entries }) => entries)
      .find(({ kind }) => kind === 'offer.refused')!;
    expect(refusal).toMatchObject({ by: desk.account.name, facts: { reason: 'crew_short' } });
    console_.close();
  });

  it('takes a refusal for another reason only with its text', async () => {
    const incident = await room.open();
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const desk = await room.deskOf(offers[0]!);
    const refuse = { offerId: offers[0]!.id, reason: 'other' as const };
    await expect(desk.send('offer.refuse', refuse)).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await desk.send('offer.refuse', { ...refuse, text: 'Đường vào trạm đang sửa' });
    const [first] = (await room.detail(incident)).offers;
    expect(first).toMatchObject({ state: 'refused', refusalText: 'Đường vào trạm đang sửa' });
    await room.dispatcher.send('incident.close', { incidentId: incident.id, reason: 'cancelled_by_caller' });
  });

  it('withdraws what is asked when the dispatcher stops asking', async () => {
    const incident = await room.open();
    const { request, offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const desk = await room.deskOf(offers[0]!);
    const stop = { requestId: request.id, reason: 'caller_cancelled' as const };
    expect((await room.dispatcher.send('dispatch.stop', stop)).request.state).toBe('cancelled');
    await expect(desk.send('offer.accept', { offerId: offers[0]!.id })).rejects.toMatchObject({
      code: 'OFFER_NOT_OPEN',
    });
    const after = await room.detail(incident);
    expect(after.offers.map(({ state }) => state)).toEqual(['withdrawn']);
    expect(after.incident.state).toBe('waiting');
  });

  it('goes on in the order that was shown when the place is unpinned while stations are being asked', async () => {
    const incident = await room.open();
    const { offers } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const place = { address: 'Người gọi không chắc nữa', position: null, source: 'typed' as const };
    await room.dispatcher.send('incident.amend', { incidentId: incident.id, version: 1, changes: { place } });
    const desk = await room.deskOf(offers[0]!);
    await desk.send('offer.refuse', { offerId: offers[0]!.id, reason: 'vehicle_busy' });
    await until(
      async () => (await room.detail(incident)).offers.find(({ turn }) => turn === 3),
      'a refusal, then a silence, lead on without a position',
    );
    await room.dispatcher.send('incident.close', { incidentId: incident.id, reason: 'cancelled_by_caller' });
  });

  it('says when nobody is left to ask, and asks everybody again on request', async () => {
    const incident = await room.open();
    const able = (await room.recommend(incident)).ranked.map(({ vehicleId }) => vehicleId);
    const supervisor = await room.as('giamsat');
    for (const vehicleId of able.slice(2))
      await supervisor.send('vehicle.setDuty', { vehicleId, duty: 'out_of_service', reason: 'rest' });
    const console_ = await Screen.open(room, room.dispatcher);
    const { request } = await room.dispatcher.send('dispatch.offer', { incidentId: incident.id });
    const asked: string[] = [];
    for (let turn = 1; turn <= 2; turn++) {
      const offer = openOffer((await room.detail(incident)).offers)!;
      asked.push(offer.vehicleId);
      await (await room.deskOf(offer)).send('offer.refuse', { offerId: offer.id, reason: 'vehicle_busy' });
    }
    expect(asked.sort()).toEqual(able.slice(0, 2).sort());
    expect((await room.detail(incident)).requests[0]).toMatchObject({ id: request.id, state: 'exhausted' });
    await until(
      () =>
        console_
          .all('board.changed')
          .some(({ records }) => records.requests.some(({ id, state }) => id === request.id && state === 'exhausted')),
      'the console is told that nobody is left',
    );
    const again = await room.dispatcher.send('dispatch.retry', { requestId: request.id });
    expect(again.request.state).toBe('seeking');
    expect(asked).toContain(again.offers[0]!.vehicleId);
    const { ranked } = await room.recommend(incident);
    expect(ranked.flatMap(({ reasons }) => reasons.map(({ key }) => key))).toContain('refused_before');
    // A second press while stations are being asked would leave the first question without an owner.
    await expect(room.dispatcher.send('dispatch.retry', { requestId: again.request.id })).rejects.toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
    console_.close();
  });
});
