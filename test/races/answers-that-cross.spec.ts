import type { IncidentDetail } from '#contracts';
import { readIncidentDetail } from '#board';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, commandOf, outcomes, type World } from '../support/world.js';

const ROUNDS = 60;

describeOnServer('Answers that cross', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await openTestDatabase(10);
    world = await buildWorld(database.dataSource, 6);
  });
  afterAll(() => database.close());

  const detail = (id: IncidentDetail['incident']['id']) => readIncidentDetail(database.dataSource.manager, id);
  const offer = async (reason: 'cardiac_arrest' | 'fall') => {
    const incident = await world.openIncident({ reason });
    const { command, body } = commandOf('dispatch.offer', { incidentId: incident.id });
    const { offers } = await world.dispatch.offer(command, body);
    return { incident, offers };
  };
  const accept = (offerId: never) => {
    const { command, body } = commandOf('offer.accept', { offerId }, 'crew');
    return world.dispatch.accept(command, body);
  };
  const cancel = async (detailed: IncidentDetail) => {
    for (const mission of detailed.missions.filter((candidate) => candidate.state === 'acknowledged')) {
      const { command, body } = commandOf('mission.cancel', { missionId: mission.id, reason: 'not_needed' });
      await world.missions.cancel(command, body);
    }
  };

  it('two stations accept a level 1 at once: the first wins, the other is withdrawn and free', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { incident, offers } = await offer('cardiac_arrest');
      expect(offers).toHaveLength(2);
      const result = await outcomes(offers.map(({ id }) => accept(id as never)));
      expect(result).toEqual({ done: 1, refused: { OFFER_NOT_OPEN: 1 } });
      const after = await detail(incident.id);
      expect(after.offers.map(({ state }) => state).sort()).toEqual(['accepted', 'withdrawn']);
      expect(after.missions.map(({ state }) => state).sort()).toEqual(['acknowledged', 'withdrawn']);
      expect(after.requests[0]!.state).toBe('filled');
      await cancel(after);
    }
  }, 120_000);

  it('an acceptance and the end of the countdown: one of the two, never both', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { incident, offers } = await offer('fall');
      await database.dataSource.query(`update offer set expires_at = now() - interval '1 second' where id = $1`, [
        offers[0]!.id,
      ]);
      const [accepted, expired] = await Promise.allSettled([
        accept(offers[0]!.id as never),
        world.dispatch.expire(offers[0]!.id),
      ]);
      const after = await detail(incident.id);
      const answered = after.offers.find(({ id }) => id === offers[0]!.id)!.state;
      expect(answered).toBe(accepted.status === 'fulfilled' ? 'accepted' : 'unanswered');
      expect(expired).toEqual({ status: 'fulfilled', value: accepted.status === 'rejected' });
      await cancel(after);
      for (const request of after.requests.filter(({ state }) => state === 'seeking')) {
        const { command, body } = commandOf('dispatch.stop', { requestId: request.id, reason: 'not_needed' });
        await world.dispatch.stop(command, body);
      }
    }
  }, 120_000);

  it('closing and sending cross: never a closed incident with a vehicle on its way (I18)', async () => {
    let closed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const incident = await world.openIncident();
      const close = commandOf('incident.close', { incidentId: incident.id, reason: 'cancelled_by_caller' });
      const order = commandOf('dispatch.order', {
        incidentId: incident.id,
        vehicleId: world.vehicles[0]!,
        reason: 'other',
      });
      const result = await outcomes([
        // The order first asks the roads; a close that starts a little later each round meets it everywhere on its way.
        sleep(round % 20).then(() => world.closing.close(close.command, close.body)),
        world.dispatch.order(order.command, order.body),
      ]);
      expect(result.done).toBe(1);
      const after = await detail(incident.id);
      const active = after.missions.filter(({ state }) => state === 'notified');
      if (after.incident.state === 'closed') closed++;
      expect(active).toHaveLength(after.incident.state === 'closed' ? 0 : 1);
      for (const mission of active) {
        const { command, body } = commandOf('mission.cancel', { missionId: mission.id, reason: 'not_needed' });
        await world.missions.cancel(command, body);
      }
    }
    expect(closed).toBeGreaterThan(0);
    expect(closed).toBeLessThan(ROUNDS);
  }, 120_000);
});
