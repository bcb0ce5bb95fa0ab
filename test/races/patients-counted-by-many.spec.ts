import { CasualtiesService } from '#casualties';
import { Journal, systemClock } from '#journal';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, commandOf, outcomes, type World } from '../support/world.js';

const TAPS = 60;

describeOnServer('Patients counted by many', () => {
  let database: TestDatabase;
  let world: World;
  let casualties: CasualtiesService;
  beforeAll(async () => {
    database = await openTestDatabase(10);
    world = await buildWorld(database.dataSource, 1);
    casualties = new CasualtiesService(new Journal(database.dataSource, systemClock));
  });
  afterAll(() => database.close());

  it('sixty taps at once are sixty patients, numbered without a gap, in one mode', async () => {
    const incident = await world.openIncident();
    const tap = () => {
      const { command, body } = commandOf('casualty.count', { incidentId: incident.id, tag: 'yellow' });
      return casualties.count(command, body);
    };
    expect(await outcomes(Array.from({ length: TAPS }, tap))).toEqual({ done: TAPS, refused: {} });
    const rows: { number: number }[] = await database.dataSource.query(
      'select number from casualty where incident_id = $1 order by number',
      [incident.id],
    );
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: TAPS }, (_, i) => i + 1));
    const declared = await database.dataSource.query(
      `select 1 from journal where kind = 'massCasualty.declared' and incident_id = $1`,
      [incident.id],
    );
    expect(declared).toHaveLength(1);
  }, 60_000);
});
