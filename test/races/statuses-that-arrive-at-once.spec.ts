import { ETIME_OF_STEP, MISSION_STEPS, type MissionStep } from '#contracts';
import { readIncidentDetail } from '#board';
import { listEntriesOfIncident } from '#journal';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, commandOf, type World } from '../support/world.js';

const ROUNDS = 40;
const REPORTED = MISSION_STEPS.slice(1, -1) as readonly MissionStep[];
const rank = (step: unknown) => MISSION_STEPS.indexOf(step as MissionStep);

/** The same order in every run, another in every round. */
const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, i) => ({ item, key: Math.sin(seed * 31 + i * 17) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

/** Invariant I5: a mission's status never goes backwards without a correction. */
describeOnServer('Statuses that arrive at once', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await openTestDatabase(REPORTED.length + 2);
    world = await buildWorld(database.dataSource, 1);
  });
  afterAll(() => database.close());

  it('end at the farthest, keep every time, and never step back on the way', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const incident = await world.openIncident();
      const order = commandOf('dispatch.order', {
        incidentId: incident.id,
        vehicleId: world.vehicles[0]!,
        reason: 'other',
      });
      const { mission } = await world.dispatch.order(order.command, order.body);
      const report = (step: MissionStep) => {
        const { command, body } = commandOf('mission.report', { missionId: mission.id, step }, 'crew');
        return world.missions.report(command, body);
      };
      await Promise.all(shuffled(REPORTED, round).map(report));
      const { missions } = await readIncidentDetail(database.dataSource.manager, incident.id);
      expect(missions[0]!.state).toBe('handed_over');
      expect(missions[0]!.times.map(({ etime }) => etime)).toEqual([
        '03',
        ...REPORTED.map((step) => ETIME_OF_STEP[step]),
      ]);
      const moves = (await listEntriesOfIncident(database.dataSource, incident.id)).filter(
        ({ kind }) => kind === 'mission.moved',
      );
      for (const { facts } of moves) expect(rank(facts.to)).toBeGreaterThan(rank(facts.from));
      await report('completed');
    }
  }, 120_000);
});
