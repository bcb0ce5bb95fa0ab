import { openRoom, type Room } from '../support/room.js';

describe('One number, marked by many hands at once', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  it('has one mark that stands, whoever was last, and nobody sees a fault', async () => {
    for (let round = 0; round < 10; round++) {
      const phone = `09000000${String(round).padStart(2, '0')}`;
      const hands = Array.from({ length: 8 }, (_, i) =>
        room.dispatcher.send('caller.mark', { phone, because: `lần ${i}` }),
      );
      const marked = await Promise.all(hands);
      const rows: { id: string }[] = await room.database.dataSource.query(
        `select id from caller_mark where phone = $1 and ended_at is null`,
        [`+84${phone.slice(1)}`],
      );
      expect(rows).toHaveLength(1);
      expect(marked.map(({ mark }) => mark.id)).toContain(rows[0]!.id);
    }
  });
});
