import type { Diversion } from '#contracts';
import { Screen } from '../support/screen.js';
import { openRoom, type Room } from '../support/room.js';

describe('F10 A vehicle on its way to one patient is turned round for another', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ OFFER_SECONDS: '600' });
  });
  afterAll(() => room.close());

  const diversions = ({ id }: { id: string }) => room.dispatcher.get<Diversion[]>(`/api/incidents/${id}/diversions`);

  it('shows both patients, asks again for the first at once, and keeps both clocks', async () => {
    const first = await room.open({ reason: 'unwell' });
    const sent = await room.send(first);
    await sent.crew.send('mission.report', { missionId: sent.missionId as never, step: 'en_route' });
    const tablet = await Screen.open(room, sent.crew);
    await tablet.emit('position.report', { at: [106.667, 10.985], fixedAt: new Date().toISOString() });
    tablet.close();
    const second = await room.open({ reason: 'cardiac_arrest' });
    const [diversion] = await diversions(second);
    expect(diversion).toMatchObject({
      missionId: sent.missionId,
      vehicleId: sent.vehicleId,
      from: { incidentId: first.id, priority: 3, bumps: 0, nextVehicleId: expect.any(String) },
      to: { incidentId: second.id, priority: 1 },
    });
    const { from, to } = diversion!;
    expect(from.lossSeconds).toBeCloseTo(from.nextEtaSeconds! - from.etaSeconds, 6);
    expect(to.gainSeconds).toBeCloseTo(to.otherwiseEtaSeconds! - to.etaSeconds, 6);

    const body = { missionId: diversion!.missionId, incidentId: second.id, reason: 'more_urgent' as const };
    const reply = await room.dispatcher.send('dispatch.divert', { ...body, despite: true });
    expect(reply.released).toMatchObject({ id: sent.missionId, state: 'cancelled', cancelReason: 'diverted' });
    expect(reply.mission).toMatchObject({ vehicleId: sent.vehicleId, incidentId: second.id, state: 'notified' });
    const before = await room.detail(first);
    expect(before.incident).toMatchObject({ state: 'waiting', receivedAt: first.receivedAt, openedAt: first.openedAt });
    expect(before.offers.filter(({ state }) => state === 'open')).toHaveLength(1);
    expect(before.offers[0]!.vehicleId).not.toBe(sent.vehicleId);
    expect(before.timeline.map(({ kind }) => kind)).toContain('mission.diverted');
    expect((await room.detail(second)).incident.state).toBe('attended');
    const crew = await room.crewOf(sent.vehicleId);
    await crew.send('mission.report', { missionId: reply.mission.id, step: 'acknowledged' });
  });

  it('is refused with the objections where it harms, until a person decides despite them', async () => {
    const first = await room.open({ reason: 'cardiac_arrest' });
    const sent = await room.send(first);
    const second = await room.open({ reason: 'unwell' });
    const body = { missionId: sent.missionId as never, incidentId: second.id, reason: 'shift_lead' as const };
    const refusal = await room.dispatcher.send('dispatch.divert', body).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'DIVERSION_QUESTIONABLE',
      view: { details: { objections: expect.arrayContaining(['less_urgent']) } },
    });
    expect((await room.detail(first)).missions.map(({ state }) => state)).toEqual(['notified']);
    await room.dispatcher.send('dispatch.divert', { ...body, despite: true });
    expect((await room.detail(first)).incident.state).toBe('waiting');
  });

  it('is too late once the crew is there', async () => {
    const first = await room.open({ reason: 'unwell' });
    const sent = await room.send(first);
    await sent.crew.send('mission.report', { missionId: sent.missionId as never, step: 'on_scene' });
    const second = await room.open({ reason: 'cardiac_arrest' });
    expect((await diversions(second)).map(({ missionId }) => missionId)).not.toContain(sent.missionId);
    const body = { missionId: sent.missionId as never, incidentId: second.id, reason: 'more_urgent' as const };
    await expect(room.dispatcher.send('dispatch.divert', { ...body, despite: true })).rejects.toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
  });
});
