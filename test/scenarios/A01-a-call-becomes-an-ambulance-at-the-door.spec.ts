import type { BoardSnapshot, IncidentDetail, Offer, PlaceSearchAnswer, Recommendation, Statistics } from '#contracts';
import { verifyJournal } from '#journal';
import { io } from 'socket.io-client';
import { startTestServer, type Person, type TestServer } from '../support/server.js';

/** The console's first message, over a real socket. */
function snapshotOf(server: TestServer, person: Person): Promise<BoardSnapshot> {
  return new Promise((resolve, reject) => {
    const socket = io(server.url, { transports: ['websocket'], auth: { token: person.token } });
    socket.once('board.snapshot', (snapshot: BoardSnapshot) => {
      socket.close();
      resolve(snapshot);
    });
    socket.once('connect_error', reject);
  });
}

describe('A01 A call becomes an ambulance at the door', () => {
  let server: TestServer;
  let dispatcher: Person;
  beforeAll(async () => {
    server = await startTestServer();
    dispatcher = await server.as('dieuphoi');
  });
  afterAll(() => server.close());

  it('goes from the call to the hospital and back, and the times are on record', async () => {
    const { suggestions } = await dispatcher.get<PlaceSearchAnswer>('/api/places?q=cho%20dinh');
    const place = suggestions[0]!;
    const { incident } = await dispatcher.send('incident.open', {
      call: { phone: '0908 417 226', callerName: 'Chị Hạnh' },
      reason: 'fall',
      place: { address: place.name, position: place.position, source: 'gazetteer' },
      note: 'Ngã cầu thang, đau hông',
    });
    expect(incident).toMatchObject({ state: 'waiting', priority: 3, callerPhone: '+84908417226' });

    const shown = await dispatcher.get<Recommendation>(`/api/incidents/${incident.id}/recommendation`);
    expect(shown.travelSource).toBe('roads');
    expect(shown.ranked.length).toBeGreaterThan(5);
    const { units, stations } = await snapshotOf(server, dispatcher);
    expect(shown.ranked.length + shown.excluded.length).toBe(units.length);

    const { offers } = await dispatcher.send('dispatch.offer', {
      incidentId: incident.id,
      vehicleIds: [shown.ranked[0]!.vehicleId],
    });
    expect(offers).toHaveLength(1);
    const stationOf = (offer: Offer) => stations.find((station) => station.id === offer.stationId)!;
    const first = offers[0]!;
    const station = await stationPerson(server, stationOf(first).shortName, first);
    await station.send('offer.refuse', { offerId: first.id, reason: 'crew_short' });

    const second = (await detail(dispatcher, incident.id)).offers.find((offer) => offer.state === 'open')!;
    expect(second).toMatchObject({
      turn: 2,
      vehicleId: shown.ranked.find((v) => v.vehicleId !== first.vehicleId)!.vehicleId,
    });
    const unit = units.find((candidate) => candidate.id === second.vehicleId)!;
    const crew = await server.as(unit.callSign.toLowerCase());
    let { mission } = await crew.send('offer.accept', { offerId: second.id });
    expect(mission.state).toBe('acknowledged');
    expect((await detail(dispatcher, incident.id)).incident.state).toBe('attended');

    for (const step of [
      'en_route',
      'on_scene',
      'at_patient',
      'left_scene',
      'at_hospital',
      'handed_over',
      'completed',
    ] as const)
      ({ mission } = await crew.send('mission.report', { missionId: mission.id, step }));
    expect(mission).toMatchObject({ state: 'completed', outcome: 'transported' });
    expect(mission.times.map((time) => time.etime)).toEqual(['03', '04', '05', '06', '07', '09', '11', '12', '13']);
    expect(mission.times.find((time) => time.etime === '06')).toMatchObject({ source: 'crew_button' });

    const closed = (await detail(dispatcher, incident.id)).incident;
    expect(closed).toMatchObject({ state: 'closed', closeReason: 'transported' });
    const after = await snapshotOf(server, dispatcher);
    expect(after.incidents.find((row) => row.id === incident.id)).toBeUndefined();
    expect(after.units.find((row) => row.id === unit.id)).toMatchObject({ status: 'returning', missionId: null });

    const supervisor = await server.as('giamsat');
    const hour = 3_600_000;
    const period = `from=${new Date(Date.now() - hour).toISOString()}&to=${new Date(Date.now() + hour).toISOString()}`;
    const statistics = await supervisor.get<Statistics>(`/api/statistics?${period}`);
    expect(statistics).toMatchObject({ calls: 1, incidents: 1, missions: 1 });
    expect(statistics.all.response).toMatchObject({ n: 1, medianSeconds: null });
    expect(statistics.byStation.reduce((sum, row) => sum + row.refused, 0)).toBe(1);
    expect(await verifyJournal(server.database.dataSource)).toMatchObject({ ok: true });
  });
});

const detail = (person: Person, id: string) => person.get<IncidentDetail>(`/api/incidents/${id}`);

/** Signs in as the station that was asked. */
async function stationPerson(server: TestServer, shortName: string, offer: Offer): Promise<Person> {
  const [row]: { login: string }[] = await server.database.dataSource.query(
    `select login from account where role = 'station' and station_id = $1`,
    [offer.stationId],
  );
  expect(shortName).not.toBe('');
  return server.as(row!.login);
}
