import type { IncidentId, MissionId } from '#contracts';
import { readIncidentDetail } from '#board';
import { DiversionService, RecommendationsService, SuggestionsService } from '#dispatch';
import { Journal, systemClock } from '#journal';
import { StraightLineTimes } from '#roads';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, commandOf, outcomes, type World } from '../support/world.js';

const ROUNDS = 25;
const OFFER_SECONDS = 45;

describeOnServer('Choices that cross', () => {
  let database: TestDatabase;
  let world: World;
  let diversion: DiversionService;
  let suggestions: SuggestionsService;
  beforeAll(async () => {
    database = await openTestDatabase(10);
    const { dataSource } = database;
    world = await buildWorld(dataSource, 4);
    const journal = new Journal(dataSource, systemClock);
    const times = new StraightLineTimes(() => systemClock.now());
    const recommendations = new RecommendationsService(dataSource, world.positions, times, systemClock);
    diversion = new DiversionService(dataSource, journal, recommendations, times, systemClock, OFFER_SECONDS);
    suggestions = new SuggestionsService(dataSource, journal, recommendations, OFFER_SECONDS);
  });
  afterAll(() => database.close());

  const detail = (id: IncidentId) => readIncidentDetail(database.dataSource.manager, id);
  const order = async (incidentId: IncidentId, vehicle = 0) => {
    const asked = { incidentId, vehicleId: world.vehicles[vehicle]!, reason: 'other' as const };
    const { command, body } = commandOf('dispatch.order', asked);
    return (await world.dispatch.order(command, body)).mission;
  };
  const divert = (missionId: MissionId, incidentId: IncidentId) => {
    const asked = { missionId, incidentId, reason: 'more_urgent' as const, despite: true };
    const { command, body } = commandOf('dispatch.divert', asked);
    return diversion.divert(command, body);
  };
  const arrive = (missionId: MissionId) => {
    const { command, body } = commandOf('mission.report', { missionId, step: 'on_scene' }, 'crew');
    return world.missions.report(command, body);
  };
  const cancel = (missionId: MissionId) => {
    const { command, body } = commandOf('mission.cancel', { missionId, reason: 'not_needed' });
    return world.missions.cancel(command, body);
  };
  const clear = () =>
    database.dataSource.query(
      `update offer set state = 'withdrawn' where state = 'open';
       update vehicle_request set state = 'cancelled' where state = 'seeking';
       update mission set state = 'cancelled', active = false where active;
       update mission_member set active = false;
       update suggestion set state = 'lapsed' where state = 'open';
       update vehicle set duty = 'available'`,
    );
  /** No vehicle in two missions, and nobody who waits without being asked for. */
  const isSound = async (ids: readonly IncidentId[]) => {
    const [held]: { most: string }[] = await database.dataSource.query(
      'select coalesce(max(n), 0) as most from (select count(*) as n from mission where active group by vehicle_id) as held',
    );
    expect(Number(held!.most)).toBeLessThanOrEqual(1);
    for (const id of ids) {
      const { incident, missions, offers } = await detail(id);
      const asked = new Set(offers.filter(({ state }) => state === 'open').map(({ missionId }) => missionId));
      const attended = missions.some(
        (mission) =>
          ['notified', 'acknowledged', 'en_route', 'on_scene'].includes(mission.state) && !asked.has(mission.id),
      );
      expect(incident.state).toBe(attended ? 'attended' : 'waiting');
    }
  };

  it('a diversion and the arrival of the crew: one of the two', async () => {
    const seen = { diverted: 0, arrived: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const [first, second] = [await world.openIncident(), await world.openIncident({ reason: 'cardiac_arrest' })];
      const mission = await order(first.id);
      const late = new Promise((resolve) => setTimeout(resolve, round % 12));
      const [turned, came] = await Promise.allSettled([
        divert(mission.id, second.id),
        late.then(() => arrive(mission.id)),
      ]);
      expect([turned, came].filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      if (turned.status === 'fulfilled') seen.diverted++;
      else seen.arrived++;
      await isSound([first.id, second.id]);
      await clear();
    }
    expect(seen.diverted).toBeGreaterThan(0);
    expect(seen.arrived).toBeGreaterThan(0);
  }, 120_000);

  it('two diversions of one vehicle, and its being called off: exactly one', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const first = await world.openIncident();
      const others = [await world.openIncident({ reason: 'stroke' }), await world.openIncident({ reason: 'choking' })];
      const mission = await order(first.id);
      const result = await outcomes([
        ...others.map(({ id }) => divert(mission.id, id)),
        ...(round % 2 ? [cancel(mission.id)] : []),
      ]);
      expect(result.done).toBe(1);
      await isSound([first.id, ...others.map(({ id }) => id)]);
      await clear();
    }
  }, 120_000);

  it('two diversions across each other do not wait for each other for ever', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [first, second] = [await world.openIncident(), await world.openIncident()];
      const [one, other] = [await order(first.id, 0), await order(second.id, 1)];
      const result = await outcomes([divert(one.id, second.id), divert(other.id, first.id)]);
      expect(result.done).toBe(2);
      await isSound([first.id, second.id]);
      await clear();
    }
  }, 120_000);

  it('a suggestion taken by two at once asks once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const incident = await world.openIncident();
      const mission = await order(incident.id, 3);
      await suggestions.show([
        {
          missionId: mission.id,
          incidentId: incident.id,
          vehicleId: world.vehicles[0]!,
          presentVehicleId: mission.vehicleId,
          etaSeconds: 400,
          betterEtaSeconds: 100,
          gainSeconds: 300,
          freeInSeconds: null,
        },
      ]);
      const [{ id: suggestionId }] = await database.dataSource.query(`select id from suggestion where state = 'open'`);
      const take = () => {
        const { command, body } = commandOf('suggestion.take', { suggestionId });
        return suggestions.take(command, body);
      };
      expect(await outcomes([take(), take()])).toEqual({ done: 1, refused: { SUGGESTION_NOT_OPEN: 1 } });
      expect((await detail(incident.id)).offers).toHaveLength(1);
      await clear();
    }
  }, 120_000);
});
