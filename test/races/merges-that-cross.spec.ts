import { readIncidentDetail } from '#board';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, commandOf, outcomes, type World } from '../support/world.js';

const ROUNDS = 40;

/** Invariant I17 under fire: two people merge the same pair crosswise, while notes and calls keep coming. */
describeOnServer('Merges that cross', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await openTestDatabase(10);
    world = await buildWorld(database.dataSource, 2);
  });
  afterAll(() => database.close());

  const merge = (from: string, into: string) => {
    const { command, body } = commandOf('incident.merge', { from: from as never, into: into as never, because: 'x' });
    return world.closing.merge(command, body);
  };
  const note = (incidentId: string) => {
    const { command, body } = commandOf('incident.note', { incidentId: incidentId as never, text: 'thêm' });
    return world.incidents.addNote(command, body);
  };

  it('one of the two holds, nobody hangs, and no note is lost', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [a, b] = [await world.openIncident(), await world.openIncident()];
      const notes = outcomes([note(a.id), note(b.id), note(a.id)]);
      expect(await outcomes([merge(a.id, b.id), merge(b.id, a.id)])).toEqual({
        done: 1,
        refused: { INCIDENT_CLOSED: 1 },
      });
      expect((await notes).done).toBe(3);
      const details = [];
      for (const { id } of [a, b]) details.push(await readIncidentDetail(database.dataSource.manager, id));
      expect(details.filter(({ incident }) => incident.state === 'closed')).toHaveLength(1);
      const standing = details.find(({ incident }) => incident.state !== 'closed')!;
      // The three, and the reason of the merge: none stayed behind, whichever side it was written to.
      expect(standing.notes).toHaveLength(4);
      expect(standing.calls).toHaveLength(2);
    }
  }, 60_000);
});
