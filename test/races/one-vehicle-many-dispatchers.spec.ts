import { verifyJournal } from '#journal';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, commandOf, outcomes, type World } from '../support/world.js';

const DISPATCHERS = 20;
const ROUNDS = 500;

/** Invariant I1: a vehicle is in at most one active mission at every committed instant. */
describeOnServer('Twenty dispatchers want the same vehicle', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await openTestDatabase(DISPATCHERS + 2);
    world = await buildWorld(database.dataSource, 1);
  });
  afterAll(() => database.close());

  it(`one of them gets it, ${ROUNDS} times in ${ROUNDS}`, async () => {
    const incidents = [];
    for (let i = 0; i < DISPATCHERS; i++) incidents.push(await world.openIncident());
    const vehicleIds = [world.vehicles[0]!];
    for (let round = 0; round < ROUNDS; round++) {
      const offers = incidents.map(({ id }) => {
        const { command, body } = commandOf('dispatch.offer', { incidentId: id, vehicleIds });
        return world.dispatch.offer(command, body);
      });
      const { done, refused } = await outcomes(offers);
      expect({ done, refused }).toEqual({ done: 1, refused: { VEHICLE_ALREADY_COMMITTED: DISPATCHERS - 1 } });
      const [active] = await database.dataSource.query<{ count: string; request: string }[]>(
        'select count(*) over () as count, request_id as request from mission where active',
      );
      expect(active!.count).toBe('1');
      const { command, body } = commandOf('dispatch.stop', {
        requestId: active!.request as never,
        reason: 'not_needed',
      });
      await world.dispatch.stop(command, body);
    }
    const [twice] = await database.dataSource.query<{ count: string }[]>(overlapping);
    expect(twice!.count).toBe('0');
    expect(await verifyJournal(database.dataSource)).toMatchObject({ ok: true });
  }, 300_000);
});

/** Pairs of missions of one vehicle that were active at the same time, by the journal's own numbers. */
const overlapping = `
  with span as (
    select mission_id, vehicle_id, min(n) as began,
      min(n) filter (where kind = 'mission.moved' and facts->>'to' in ('withdrawn', 'refused', 'unanswered', 'cancelled', 'completed')) as ended
    from journal where mission_id is not null group by mission_id, vehicle_id)
  select count(*) from span a join span b on a.vehicle_id = b.vehicle_id and a.mission_id < b.mission_id
  where a.began < coalesce(b.ended, 1e18) and b.began < coalesce(a.ended, 1e18)`;
