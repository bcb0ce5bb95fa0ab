import type { BoardSnapshot, Suggestion, VehicleId } from '#contracts';
import { openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

describe('F09 A nearer vehicle is suggested while help is on its way', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom({ OFFER_SECONDS: '600' });
  });
  afterAll(() => room.close());

  /** A far vehicle is sent because the near one is out of service, and then the near one is back. */
  async function helpFromAfar() {
    const incident = await room.open({ reason: 'cardiac_arrest' });
    const { ranked } = await room.recommend(incident);
    const [near] = ranked;
    const far = ranked.find(({ etaSeconds }) => etaSeconds > near!.etaSeconds + 400)!;
    const resting = ranked.filter(({ etaSeconds }) => etaSeconds < far.etaSeconds - 1);
    for (const { vehicleId } of resting)
      await room.dispatcher.send('vehicle.setDuty', { vehicleId, duty: 'out_of_service', reason: 'rest' });
    const order = { incidentId: incident.id, vehicleId: far.vehicleId, reason: 'station_agreed' as const };
    const { mission } = await room.dispatcher.send('dispatch.order', order);
    await room.dispatcher.send('vehicle.setDuty', { vehicleId: near!.vehicleId, duty: 'available' });
    const back = () =>
      Promise.all(
        resting
          .slice(1)
          .map(({ vehicleId }) => room.dispatcher.send('vehicle.setDuty', { vehicleId, duty: 'available' })),
      );
    return { incident, mission, near: near!.vehicleId, back };
  }

  const suggestionFor = async (screen: Screen, near: VehicleId): Promise<Suggestion> =>
    until(() => {
      const changes = screen.all('board.changed').flatMap(({ records }) => records.suggestions);
      return changes.filter(({ betterVehicleId }) => betterVehicleId === near).at(-1);
    }, 'a suggestion');

  it('says how much sooner; nothing changes until it is taken and accepted, and nobody is ever without a vehicle', async () => {
    const screen = await Screen.open(room, room.dispatcher);
    const { incident, mission, near, back } = await helpFromAfar();
    const suggestion = await suggestionFor(screen, near);
    expect(suggestion).toMatchObject({ state: 'open', missionId: mission.id, incidentId: incident.id });
    expect(suggestion.gainSeconds).toBeGreaterThan(90);
    expect(suggestion.gainSeconds).toBeCloseTo(suggestion.etaSeconds - suggestion.betterEtaSeconds, 6);
    expect((await room.detail(incident)).missions.map(({ state }) => state)).toEqual(['notified']);

    const taken = await room.dispatcher.send('suggestion.take', { suggestionId: suggestion.id });
    expect(taken.offers.map(({ vehicleId }) => vehicleId)).toEqual([near]);
    expect(taken.request.replaces).toBe(mission.id);
    const asked = await room.detail(incident);
    expect(asked.incident.state).toBe('attended');
    expect(asked.missions.find(({ id }) => id === mission.id)!.state).toBe('notified');

    await (await room.crewOf(near)).send('offer.accept', { offerId: taken.offers[0]!.id });
    const after = await room.detail(incident);
    expect(after.incident.state).toBe('attended');
    expect(after.missions.map(({ vehicleId, state, cancelReason }) => [vehicleId, state, cancelReason]).sort()).toEqual(
      [
        [mission.vehicleId, 'cancelled', 'nearer_vehicle'],
        [near, 'acknowledged', null],
      ].sort(),
    );
    const kinds = after.timeline.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['suggestion.made', 'suggestion.taken']));
    // At every moment of the history somebody was on the way.
    expect(kinds.indexOf('offer.accepted')).toBeLessThan(
      after.timeline.findIndex(({ facts }) => facts['cancelReason'] === 'nearer_vehicle'),
    );
    await back();
    screen.close();
  });

  it('leaves the present vehicle alone when the nearer one refuses, and asks nobody else', async () => {
    const screen = await Screen.open(room, room.dispatcher);
    const { incident, mission, near, back } = await helpFromAfar();
    const { id: suggestionId } = await suggestionFor(screen, near);
    const { offers, request } = await room.dispatcher.send('suggestion.take', { suggestionId });
    await (await room.crewOf(near)).send('offer.refuse', { offerId: offers[0]!.id, reason: 'crew_short' });
    const after = await room.detail(incident);
    expect(after.requests.find(({ id }) => id === request.id)!.state).toBe('cancelled');
    expect(after.missions.filter(({ state }) => state === 'notified').map(({ id }) => id)).toEqual([mission.id]);
    expect(after.incident.state).toBe('attended');
    await room.dispatcher.send('mission.cancel', { missionId: mission.id, reason: 'not_needed' });
    await back();
    screen.close();
  });

  it('withdraws the question when the present vehicle arrives first', async () => {
    const screen = await Screen.open(room, room.dispatcher);
    const { incident, mission, near, back } = await helpFromAfar();
    const { id: suggestionId } = await suggestionFor(screen, near);
    const { offers } = await room.dispatcher.send('suggestion.take', { suggestionId });
    const crew = await room.crewOf(mission.vehicleId);
    await crew.send('mission.report', { missionId: mission.id, step: 'on_scene' });
    const late = (await room.crewOf(near)).send('offer.accept', { offerId: offers[0]!.id });
    await expect(late).rejects.toMatchObject({ code: 'OFFER_NOT_OPEN' });
    const after = await room.detail(incident);
    expect(after.missions.map(({ state }) => state).sort()).toEqual(['on_scene', 'withdrawn']);
    await back();
    screen.close();
  });

  it('left as it is, it is gone, stays on record, and the board adds up', async () => {
    const screen = await Screen.open(room, room.dispatcher);
    const { incident, near, back } = await helpFromAfar();
    const { id: suggestionId } = await suggestionFor(screen, near);
    await room.dispatcher.send('suggestion.leave', { suggestionId });
    await expect(room.dispatcher.send('suggestion.take', { suggestionId })).rejects.toMatchObject({
      code: 'SUGGESTION_NOT_OPEN',
    });
    expect((await room.detail(incident)).timeline.map(({ kind }) => kind)).toContain('suggestion.left');
    const other = await Screen.open(room, room.dispatcher);
    const snapshot: BoardSnapshot = await until(() => other.last('board.snapshot'), 'a snapshot');
    expect(snapshot.suggestions.filter(({ id }) => id === suggestionId)).toEqual([]);
    await back();
    screen.close();
    other.close();
  });
});
