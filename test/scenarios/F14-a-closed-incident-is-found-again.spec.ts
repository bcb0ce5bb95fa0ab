import type { Incident } from '#contracts';
import { openRoom, type Room } from '../support/room.js';

describe('F14 A closed incident is found again by what somebody remembers of it', () => {
  let room: Room;
  let closed: Incident;
  beforeAll(async () => {
    room = await openRoom();
    const place = { address: '118/7 đường Phú Lợi, hẻm cạnh chợ', position: null, source: 'typed' as const };
    const incident = await room.open({ place, reason: 'choking' });
    await room.open({ place, reason: 'fall' });
    ({ incident: closed } = await room.dispatcher.send('incident.close', {
      incidentId: incident.id,
      reason: 'cancelled_by_caller',
    }));
  });
  afterAll(() => room.close());

  const search = (q: string) =>
    room.dispatcher.get<Incident[]>(`/api/incidents?q=${encodeURIComponent(q)}`).then((all) => all.map(({ id }) => id));

  it.each(['Phú Lợi', 'phu loi', 'PHU LOI', 'hóc dị vật', 'hoc di vat', '0908417226', '0908 417 226', '+84908417226'])(
    'by %s',
    async (words) => expect(await search(words)).toEqual([closed.id]),
  );

  it('by its number, with and without the day', async () => {
    expect(await search(closed.number.slice(-4))).toEqual([closed.id]);
    expect(await search(closed.number)).toEqual([closed.id]);
  });

  it.each(['Phú Lộc', '9999', '%', '__', '0900000000'])('not by %s', async (words) =>
    expect(await search(words.padEnd(2, '%'))).toEqual([]),
  );

  it('not after two weeks', async () => {
    await room.database.dataSource.query(`update incident set closed_at = now() - interval '15 days' where id = $1`, [
      closed.id,
    ]);
    expect(await search('phu loi')).toEqual([]);
  });

  it('not by whoever is not of the room', async () => {
    const crew = await room.as('bd-07');
    await expect(crew.get('/api/incidents?q=phu')).rejects.toMatchObject({ status: 403 });
  });
});
