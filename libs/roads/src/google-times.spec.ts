import { inspect } from 'node:util';
import { GoogleStandIn, OK, rows } from '../../../test/support/google-stand-in.js';
import { at } from './network.fixture.js';
import { GoogleTimes } from './google-times.js';

const NOW = new Date('2026-01-01T00:00:00Z');
describe('travel times from Google', () => {
  let google: GoogleStandIn;
  let times: GoogleTimes;

  beforeEach(async () => {
    google = new GoogleStandIn();
    times = new GoogleTimes({ key: 'secret', deadlineMs: 200, url: await google.start() }, () => NOW);
  });
  afterEach(() => google.stop());

  it('take traffic into account, and leave unreachable origins null', async () => {
    google.replay(rows([OK(100, 140), OK(50), { status: 'ZERO_RESULTS' }]));
    const answer = await times.toPlace([{ at: at(0, 0) }, { at: at(1, 0) }, { at: at(2, 0) }], at(5, 5));
    expect(answer).toEqual({
      source: 'google',
      computedAt: NOW,
      times: [{ seconds: 140, metres: 1000 }, { seconds: 50, metres: 500 }, null],
    });
    expect(google.asked[0]!.get('key')).toBe('secret');
    expect(google.asked[0]!.get('departure_time')).toBe('now');
    expect(google.asked[0]!.get('origins')!.split('|')[0]).toBe('10.8,106.7');
  });

  it('ask for 25 origins at a time and keep their order', async () => {
    google.answer = (query, response) => {
      const lngs = query
        .get('origins')!
        .split('|')
        .map((pair) => Number(pair.split(',')[1]));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows(lngs.map((lng) => OK(Math.round((lng - 106.7) * 1000))))));
    };
    const origins = Array.from({ length: 60 }, (_, i) => ({ at: at(i, 0) }));
    const answer = await times.toPlace(origins, at(5, 5));
    expect(answer.times.map((time) => time!.seconds)).toEqual(origins.map((_, i) => i));
    expect(google.asked.map((query) => query.get('origins')!.split('|').length).sort()).toEqual([10, 25, 25]);
  });

  it.each([
    ['a refusal', { status: 'REQUEST_DENIED', error_message: 'The key is wrong' }, 200, 'REQUEST_DENIED'],
    ['a used-up quota', { status: 'OVER_QUERY_LIMIT' }, 200, 'OVER_QUERY_LIMIT'],
    ['a server error', { error: 'down' }, 500, '500'],
    ['an answer with rows missing', rows([]), 200, 'rows missing'],
  ])('fail on %s, so that the next source is asked', async (_, body, status, message) => {
    google.replay(body, status);
    const failure = await times.toPlace([{ at: at(0, 0) }], at(5, 5)).catch((error: unknown) => error);
    expect((failure as Error).message).toMatch(message);
    expect(inspect(failure, { depth: 9 })).not.toMatch('secret');
  });

  it('give up at the deadline', async () => {
    google.answer = () => undefined;
    const started = performance.now();
    await expect(times.toPlace([{ at: at(0, 0) }], at(5, 5))).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('fail when nobody listens', async () => {
    const nobody = new GoogleTimes({ key: 'k', deadlineMs: 500, url: 'http://127.0.0.1:9/json' }, () => NOW);
    await expect(nobody.toPlace([{ at: at(0, 0) }], at(5, 5))).rejects.toThrow('ECONNREFUSED');
  });
});
