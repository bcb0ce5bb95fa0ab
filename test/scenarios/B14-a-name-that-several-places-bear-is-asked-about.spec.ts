import type { PlaceSearchAnswer } from '#contracts';
import { openRoom, type Room } from '../support/room.js';

describe('B14 A name that several places bear is asked about', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  const search = (q: string) => room.dispatcher.get<PlaceSearchAnswer>(`/api/places?q=${encodeURIComponent(q)}`);

  it('asks the one question that tells two markets apart, and says how far apart they lie', async () => {
    const { suggestions, alarm } = await search('chợ tân phước');
    expect(alarm?.options).toHaveLength(2);
    const [one, other] = alarm!.options;
    expect(other!.distanceMetres).toBeGreaterThan(5_000);
    expect(alarm!.question.vi).toBe(`Chợ Tân Phước: ${one!.tells.vi} hay ${other!.tells.vi}?`);
    expect(alarm!.question.en).toBe(`Chợ Tân Phước: ${one!.tells.en} or ${other!.tells.en}?`);
    expect(one!.tells.vi).not.toBe(other!.tells.vi);
    expect(suggestions.slice(0, 2).map(({ id, name }) => [id, name])).toEqual([
      [one!.id, 'Chợ Tân Phước'],
      [other!.id, 'Chợ Tân Phước'],
    ]);
    expect(suggestions[0]!.ward).not.toBe(suggestions[1]!.ward);
  });

  it('asks whether the new ward or the old city is meant, and no more once that was said', async () => {
    expect((await search('thuận an')).alarm?.question.vi).toBe('Thuận An: phường mới hay thành phố cũ?');
    for (const said of ['phường thuận an', 'tp thuận an']) expect((await search(said)).alarm).toBeNull();
  });

  it('does not ask when one place is meant', async () => {
    for (const said of ['chợ búng', 'ngã tư 550', 'chợ tân phước tân khánh']) {
      expect((await search(said)).alarm).toBeNull();
    }
  });

  it('takes a link as long as Google Maps makes them', async () => {
    const name = encodeURIComponent(
      'Bệnh viện Đa khoa Tư nhân Bình Dương – Khoa Cấp cứu, Đại lộ Bình Dương, Phú Cường',
    );
    const link = `https://www.google.com/maps/place/${name}/@10.9812,106.6534,17z/data=!3m1!4b1!4m6!3m5!1s0x3174d1:0x2f!8m2!3d10.98!4d106.65!16s%2Fg%2F1tf?entry=ttu`;
    expect(link.length).toBeGreaterThan(250);
    expect((await search(link)).suggestions).toMatchObject([{ kind: 'coordinates', position: [106.65, 10.98] }]);
  });

  it('keeps with the incident what the caller confirmed, until the place is corrected', async () => {
    const { suggestions, alarm } = await search('chợ tân phước');
    const confirmed = alarm!.options[1]!.tells.vi;
    const { name: address, position } = suggestions[1]!;
    const incident = await room.open({ place: { address, position, source: 'gazetteer', confirmed } });
    expect(incident.place).toMatchObject({ address: 'Chợ Tân Phước', confirmed });
    const changes = { place: { address: 'Chợ Đình', position, source: 'pin' as const } };
    const amended = await room.dispatcher.send('incident.amend', { incidentId: incident.id, version: 1, changes });
    expect(amended.incident.place.confirmed).toBeUndefined();
  });
});
