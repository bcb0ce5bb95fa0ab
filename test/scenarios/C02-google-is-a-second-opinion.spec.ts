import type { Recommendation } from '#contracts';
import { GoogleStandIn, OK, rows } from '../support/google-stand-in.js';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { until } from '../support/screen.js';

const ask = (room: Room) =>
  room.dispatcher.post<Recommendation>('/api/recommendation', { position: MARKET, reason: 'fall' });
const order = ({ ranked }: Recommendation) => ranked.map(({ vehicleId, etaSeconds }) => [vehicleId, etaSeconds]);

describe('C02 Google is a second opinion, never waited for', () => {
  let google: GoogleStandIn;
  let room: Room;
  beforeEach(async () => {
    google = new GoogleStandIn();
    room = await openRoom({ GOOGLE_MAPS_KEY: 'secret', GOOGLE_MAPS_URL: await google.start() });
  });
  afterEach(async () => {
    await room.close();
    await google.stop();
  });

  it('answers at once with our own times, and shows what Google said with its age at the next question', async () => {
    let answer = () => {};
    google.answer = (query, response) => {
      const count = query.get('origins')!.split('|').length;
      answer = () => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(rows(Array.from({ length: count }, () => OK(300, 360)))));
      };
    };
    const first = await ask(room);
    expect(first.travelSource).toBe('roads');
    expect(first.basis!.opinionAwaited).toBe(true);
    expect(first.ranked.filter(({ secondOpinion }) => secondOpinion)).toEqual([]);
    await until(() => google.asked.length > 0, 'Google is asked');
    expect(google.asked[0]!.get('origins')!.split('|')).toHaveLength(3);
    answer();
    const second = await until(async () => {
      const now = await ask(room);
      return now.basis!.opinionAwaited ? null : now;
    }, 'Google has answered');
    const opinions = second.ranked.filter(({ secondOpinion }) => secondOpinion);
    expect(opinions).toHaveLength(3);
    for (const { secondOpinion, turnoutSeconds } of opinions) {
      expect(secondOpinion).toMatchObject({ source: 'google', etaSeconds: turnoutSeconds + 360 });
      expect(Date.now() - Date.parse(secondOpinion!.askedAt)).toBeLessThan(30_000);
    }
    expect(order(second)).toEqual(order(first));
    expect(google.asked).toHaveLength(1);
  });

  it('goes on without it when Google refuses or does not answer', async () => {
    google.replay({ status: 'REQUEST_DENIED', error_message: 'The key is wrong' });
    const first = await ask(room);
    await until(async () => !(await ask(room)).basis!.opinionAwaited, 'the refusal is known');
    const second = await ask(room);
    expect(order(second)).toEqual(order(first));
    expect(second.ranked.filter(({ secondOpinion }) => secondOpinion)).toEqual([]);
    expect(google.asked).toHaveLength(1);
  });
});

it('C02 without a key nobody is asked and nothing is shown', async () => {
  const room = await openRoom();
  const { basis, ranked } = await ask(room);
  expect(basis!.opinionAwaited).toBe(false);
  expect(ranked.filter(({ secondOpinion }) => secondOpinion)).toEqual([]);
  await room.close();
});
