import { DistressService, MessagesService } from '#messages';
import { Journal, systemClock } from '#journal';
import { describeOnServer, openTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, commandOf, outcomes, type World } from '../support/world.js';

const ROUNDS = 40;

describeOnServer('Messages that cross', () => {
  let database: TestDatabase;
  let world: World;
  let messages: MessagesService;
  let distresses: DistressService;
  beforeAll(async () => {
    database = await openTestDatabase(10);
    world = await buildWorld(database.dataSource, 2);
    const journal = new Journal(database.dataSource, systemClock);
    messages = new MessagesService(journal);
    distresses = new DistressService(journal);
  });
  afterAll(() => database.close());

  const entries = async (kind: string, id: string) =>
    (
      await database.dataSource.query(`select 1 from journal where kind = $1 and facts::text like $2`, [
        kind,
        `%${id}%`,
      ])
    ).length;

  it('two taps and two receipts at once: one answer on record, never taken back by a receipt', async () => {
    const [vehicleId] = world.vehicles;
    for (let round = 0; round < ROUNDS; round++) {
      const sent = commandOf('message.send', { vehicleId: vehicleId!, quick: 'call_centre' });
      const { message } = await messages.send(sent.command, sent.body);
      const body = { vehicleId: vehicleId!, messageId: message.id };
      const tap = () => {
        const { command, body: parsed } = commandOf('message.acknowledge', body, 'crew');
        return messages.acknowledge(command, parsed);
      };
      const receipt = () => {
        const { command, body: parsed } = commandOf(
          'message.receive',
          { vehicleId: vehicleId!, messageIds: [message.id] },
          'crew',
        );
        return messages.receive(command, parsed);
      };
      expect(await outcomes([tap(), receipt(), tap(), receipt()])).toEqual({ done: 4, refused: {} });
      expect(await entries('message.acknowledged', message.id)).toBe(1);
      const [row] = await database.dataSource.query('select state from message where id = $1', [message.id]);
      expect(row.state).toBe('acknowledged');
    }
  }, 60_000);

  it('two thumbs on one button: one danger', async () => {
    const [, vehicleId] = world.vehicles;
    for (let round = 0; round < ROUNDS; round++) {
      const raise = () => {
        const { command, body } = commandOf('distress.raise', { vehicleId: vehicleId! }, 'crew');
        return distresses.raise(command, body);
      };
      const [one, two] = await Promise.all([raise(), raise()]);
      expect(one.distress.id).toBe(two.distress.id);
      const { command, body } = commandOf('distress.end', { distressId: one.distress.id, reason: 'drill' });
      const again = commandOf('distress.end', { distressId: one.distress.id, reason: 'mistake' });
      const ends = [distresses.end(command, body), distresses.end(again.command, again.body)];
      expect(await outcomes(ends)).toEqual({ done: 1, refused: { TRANSITION_NOT_ALLOWED: 1 } });
    }
  }, 60_000);
});
