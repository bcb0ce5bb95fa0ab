import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { GooglePlaces, type Corners } from './google-places.js';

const REGION: Corners = [106.3, 10.8, 107, 11.5];
const IN_WARD = () => ({ ward: 'Phường An Phú', formerUnit: null });
/** As documented: developers.google.com/maps/documentation/geocoding/requests-geocoding. */
const FOUND = {
  status: 'OK',
  results: [
    {
      place_id: 'ChIJ1',
      formatted_address: '22 Phú Lợi, Thủ Dầu Một, Bình Dương, Việt Nam',
      types: ['street_address'],
      geometry: { location: { lat: 10.981, lng: 106.671 }, location_type: 'ROOFTOP' },
    },
    {
      place_id: 'ChIJ2',
      formatted_address: 'Phú Lợi, Thủ Dầu Một',
      types: ['route'],
      geometry: { location: { lat: 10.98, lng: 106.67 }, location_type: 'GEOMETRIC_CENTER' },
    },
  ],
};

describe('a second opinion on a place from Google', () => {
  const asked: URLSearchParams[] = [];
  let answer: (response: ServerResponse) => void;
  let standIn: Server;
  let google: GooglePlaces;
  const replay = (body: object, status = 200) => {
    answer = (response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  beforeAll(async () => {
    standIn = createServer((request, response) => {
      asked.push(new URL(request.url!, 'http://localhost').searchParams);
      answer(response);
    });
    await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(standIn.address() as AddressInfo).port}/geocode/json`;
    google = new GooglePlaces({ key: 'secret', deadlineMs: 300, url });
  });
  afterAll(async () => {
    standIn.closeAllConnections();
    await new Promise((resolve) => standIn.close(resolve));
  });
  const search = () => google.search('22 phú lợi', REGION, IN_WARD);

  it('is labelled as Google, and says when it is approximate', async () => {
    replay(FOUND);
    const found = await search();
    expect(found[0]).toEqual({
      id: 'google:ChIJ1',
      name: '22 Phú Lợi, Thủ Dầu Một, Bình Dương, Việt Nam',
      kind: 'house',
      ward: 'Phường An Phú',
      formerUnit: null,
      position: [106.671, 10.981],
      access: null,
      note: null,
      source: 'google',
    });
    expect(found[1]).toMatchObject({ kind: 'street', source: 'google', note: { en: 'Approximate position' } });
    const question = asked.at(-1)!;
    expect(question.get('address')).toBe('22 phú lợi');
    expect(question.get('bounds')).toBe('10.8,106.3|11.5,107');
    expect(question.get('components')).toBe('country:VN');
  });

  it('may be that Google knows nothing', async () => {
    replay({ status: 'ZERO_RESULTS', results: [] });
    expect(await search()).toEqual([]);
  });

  it.each([
    ['a refusal', { status: 'REQUEST_DENIED', results: [], error_message: 'The key is wrong' }, 200, 'REQUEST_DENIED'],
    ['a used-up quota', { status: 'OVER_QUERY_LIMIT', results: [] }, 200, 'OVER_QUERY_LIMIT'],
    ['a bad request', { status: 'INVALID_REQUEST', results: [] }, 200, 'INVALID_REQUEST'],
    ['a server error', { error: 'down' }, 500, '500'],
  ])('fails on %s, without telling the key', async (_, body, status, words) => {
    replay(body, status);
    const failure = await search().catch((error: unknown) => error);
    expect((failure as Error).message).toMatch(words);
    expect(inspect(failure, { depth: 9 })).not.toMatch('secret');
  });

  it('is given up at the deadline', async () => {
    answer = () => undefined;
    const started = performance.now();
    await expect(search()).rejects.toThrow('Google Geocoding');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
