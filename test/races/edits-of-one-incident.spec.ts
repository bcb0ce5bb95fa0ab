import type { Incident } from '#contracts';
import { readIncidentDetail } from '#board';
import { listEntriesOfIncident } from '#journal';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, commandOf, outcomes, type World } from '../support/world.js';

const WRITERS = 12;
const ROUNDS = 40;

/** Invariant I6: no edit is silently overwritten; versions are consecutive and each names the one it replaced. */
describeOnServer('Many consoles edit one incident', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await openTestDatabase(WRITERS + 2);
    world = await buildWorld(database.dataSource, 1);
  });
  afterAll(() => database.close());

  const amend = (incident: Incident, changes: object) => {
    const { command, body } = commandOf('incident.amend', {
      incidentId: incident.id,
      version: incident.version,
      changes,
    });
    return world.incidents.amendIncident(command, body);
  };
  const latest = async (id: Incident['id']) => (await readIncidentDetail(database.dataSource.manager, id)).incident;

  it('the same field: one edit stands, the others are told and shown what stands', async () => {
    let incident = await world.openIncident();
    for (let round = 0; round < ROUNDS; round++) {
      const seen = incident;
      const edits = Array.from({ length: WRITERS }, (_, i) => amend(seen, { patientCount: (round % 2) * 100 + i }));
      expect(await outcomes(edits)).toEqual({ done: 1, refused: { VERSION_CONFLICT: WRITERS - 1 } });
      incident = await latest(incident.id);
      expect(incident.version).toBe(seen.version + 1);
    }
  }, 120_000);

  it('different fields: all of them stand', async () => {
    const seen = await world.openIncident();
    const edits = [
      amend(seen, { patientCount: 3 }),
      amend(seen, { reason: 'burn' }),
      amend(seen, { place: { ...seen.place, access: 'hẻm cạnh chợ' } }),
      amend(seen, { patients: [{ name: 'A', ageYears: 61 }] }),
    ];
    expect(await outcomes(edits)).toEqual({ done: 4, refused: {} });
    expect(await latest(seen.id)).toMatchObject({
      version: seen.version + 4,
      patientCount: 3,
      reason: 'burn',
      place: { access: 'hẻm cạnh chợ' },
      patients: [{ name: 'A', ageYears: 61 }],
    });
    const written = (await listEntriesOfIncident(database.dataSource, seen.id)).filter(
      ({ kind }) => kind === 'incident.amended',
    );
    expect(written.map(({ facts }) => [facts.replaces, facts.version])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
  });
});
