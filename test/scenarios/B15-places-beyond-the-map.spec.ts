import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlaceSearchAnswer, PlaceSuggestion, SystemInfo } from '#contracts';
import { CentrePlaces } from '#region';
import { readCentrePlaces } from '../../apps/importer/src/centre-places.js';
import { openRoom, type Room } from '../support/room.js';
import { until } from '../support/screen.js';

const FILE = 'tên;loại;vị trí;tên khác\nQuán phở Hai Tèo;địa điểm;10.98,106.66;phở Tèo\n';

describe('B15 Places beyond the map', () => {
  let room: Room;
  let google: Server;
  let answer: object = {};
  beforeAll(async () => {
    google = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => google.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(google.address() as AddressInfo).port}/`;
    room = await openRoom({ GOOGLE_MAPS_KEY: 'secret', GOOGLE_PLACES_URL: url });
  });
  afterAll(async () => {
    await room.close();
    google.closeAllConnections();
    google.close();
  });

  const first = async (q: string) =>
    (await room.dispatcher.get<PlaceSearchAnswer>(`/api/places?q=${encodeURIComponent(q)}`)).suggestions[0]?.name;
  const ask = (q: string) =>
    room.dispatcher.get<PlaceSuggestion[]>(`/api/places/second-opinion?q=${encodeURIComponent(q)}`);

  it("a centre's own places are found without a restart, and are gone when the file is taken away", async () => {
    const { query } = room.database.dataSource;
    const centre = new CentrePlaces(query.bind(room.database.dataSource) as never);
    expect(await first('pho teo')).not.toBe('Quán phở Hai Tèo');
    expect(await centre.replace('quan.csv', readCentrePlaces(FILE))).toBe(0);
    await until(async () => (await first('pho teo')) === 'Quán phở Hai Tèo', 'the place of the centre');
    expect(await centre.replace('quan.csv', [])).toBe(1);
    await until(async () => (await first('pho teo')) !== 'Quán phở Hai Tèo', 'the place is gone');
  });

  it('Google is a second opinion with its label, asked only when somebody asks', async () => {
    expect((await room.dispatcher.get<SystemInfo>('/api/system')).secondOpinion).toBe(true);
    answer = {
      status: 'OK',
      results: [
        {
          place_id: 'x',
          formatted_address: 'Hẻm 5, Phú Lợi',
          types: ['route'],
          geometry: { location: { lat: 10.98, lng: 106.68 }, location_type: 'ROOFTOP' },
        },
      ],
    };
    const [found] = await ask('hẻm 5');
    expect(found).toMatchObject({ name: 'Hẻm 5, Phú Lợi', source: 'google', ward: expect.stringMatching(/^Phường /) });
  });

  it('what Google refuses is said, and costs nobody the own places', async () => {
    answer = { status: 'REQUEST_DENIED', results: [], error_message: 'The key is wrong' };
    await expect(ask('hẻm 5')).rejects.toMatchObject({ status: 503, code: 'SECOND_OPINION_UNAVAILABLE' });
    expect(await first('cho bung')).toBe('Chợ Búng');
  });
});
