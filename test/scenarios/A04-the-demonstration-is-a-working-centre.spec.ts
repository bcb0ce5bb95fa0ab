import type { Incident, IncidentDetail } from '#contracts';
import { setMaxListeners } from 'node:events';
import { Centre } from '../../apps/simulator/src/centre.js';
import { CTI_SECRET } from '../support/exchange.js';
import { startTestServer, type Person, type TestServer } from '../support/server.js';

/** Twenty times life: a call reaches its end in about a minute; vehicles keep to what the server believes. */
const SPEED = 20;
const PATIENCE_MS = 150_000;

describe('A04 The demonstration is a working centre, and leaves a visitor alone', () => {
  let server: TestServer;
  let visitor: Person;
  const leaving = new AbortController();
  const said: string[] = [];
  let running: Promise<void>;

  beforeAll(async () => {
    server = await startTestServer({ CTI_SECRET });
    visitor = await server.as('dieuphoi');
    setMaxListeners(0, leaving.signal);
    const settings = {
      server: server.url,
      speed: SPEED,
      callsPerHour: 20,
      seed: 7,
      password: 'demo115',
      exchangeSecret: CTI_SECRET,
    };
    running = new Centre(settings, leaving.signal, (line) => said.push(line)).run();
  });
  afterAll(() => server.close());

  it('takes calls, sends vehicles along the roads, brings incidents to their end, and stops when told', async () => {
    const { incident: own } = await visitor.send('incident.open', {
      call: { phone: '0908417226' },
      reason: 'fall',
      place: { address: 'Chợ Đình', position: [106.662, 10.99], source: 'pin' },
    });
    const closed = await firstOf(() => visitor.get<Incident[]>('/api/incidents'));
    const story = await visitor.get<IncidentDetail>(`/api/incidents/${closed.id}`);
    expect(story.incident.openedBy).not.toBe(visitor.account.name);
    const mission = story.missions.find(({ state }) => state === 'completed')!;
    expect(mission.times.map(({ etime }) => etime)).toEqual(expect.arrayContaining(['03', '04', '05', '06', '13']));
    const [{ fixes }] = (await server.database.dataSource.query(
      'select count(distinct ST_AsText(at))::int as fixes from position_history where vehicle_id = $1',
      [mission.vehicleId],
    )) as [{ fixes: number }];
    expect(fixes).toBeGreaterThan(3);
    expect(said.join()).toContain('30 vehicles, 12 stations');
    const [rings] = (await server.database.dataSource.query(
      `select count(*) filter (where call_id is not null)::int as answered,
              count(*) filter (where call_back_id is not null)::int as lost,
              bool_and(c.received_at = r.rang_at) as timed
       from ring r left join call c on c.id = r.call_id`,
    )) as [{ answered: number; lost: number; timed: boolean }];
    expect(rings.answered).toBeGreaterThanOrEqual(6);
    expect(rings.lost).toBeGreaterThanOrEqual(1);
    expect(rings.timed).toBe(true);

    const mine = await visitor.get<IncidentDetail>(`/api/incidents/${own.id}`);
    expect(mine.incident.state).toBe('waiting');
    expect(mine.requests).toEqual([]);
    leaving.abort();
    await running;
  }, 200_000);
});

async function firstOf<T>(ask: () => Promise<T[]>): Promise<T> {
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS;) {
    const [first] = await ask();
    if (first) return first;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('no incident came to its end');
}
