import type { BoardSnapshot, Incident, IncidentDetail, Offer, Recommendation, Unit } from '#contracts';
import type { CommandInput, LngLat } from '#contracts';
import { Screen, until } from './screen.js';
import { startTestServer, type Person, type TestServer, type Wiring } from './server.js';

/** Beside Đại lộ Bình Dương in Thủ Dầu Một, where several stations are near. */
export const MARKET: LngLat = [106.6622, 10.9828];

/** The dispatch room of the demonstration centre: a server, a dispatcher, and whoever is called in. */
export interface Room extends TestServer {
  readonly dispatcher: Person;
  readonly snapshot: BoardSnapshot;
  open(more?: Partial<CommandInput<'incident.open'>>): Promise<Incident>;
  detail(incident: Pick<Incident, 'id'>): Promise<IncidentDetail>;
  recommend(incident: Pick<Incident, 'id'>): Promise<Recommendation>;
  unit(vehicleId: Unit['id']): Unit;
  /** The first of the crew on a vehicle, signed in. */
  crewOf(vehicleId: Unit['id']): Promise<Person>;
  /** The desk of the station that was asked. */
  deskOf(offer: Pick<Offer, 'stationId'>): Promise<Person>;
  /** Orders the best vehicle and returns its mission, with the crew that drives it. */
  send(incident: Pick<Incident, 'id'>): Promise<{ missionId: string; vehicleId: Unit['id']; crew: Person }>;
}

export async function openRoom(settings: Record<string, string> = {}, wiring: Wiring = {}): Promise<Room> {
  const server = await startTestServer(settings, wiring);
  const dispatcher = await server.as('dieuphoi');
  const screen = await Screen.open(server, dispatcher);
  const snapshot = await until(() => screen.last('board.snapshot'), 'the first snapshot');
  screen.close();
  const unit = (id: Unit['id']) => snapshot.units.find((candidate) => candidate.id === id)!;
  const room: Room = {
    ...server,
    dispatcher,
    snapshot,
    unit,
    detail: ({ id }) => dispatcher.get(`/api/incidents/${id}`),
    recommend: ({ id }) => dispatcher.get(`/api/incidents/${id}/recommendation`),
    crewOf: (vehicleId) => server.as(unit(vehicleId).callSign.toLowerCase()),
    async open(more = {}) {
      const place = { address: 'Chợ Thủ Dầu Một', position: MARKET, source: 'pin' as const };
      const call = { phone: '0908 417 226' };
      return (await dispatcher.send('incident.open', { call, reason: 'fall', place, ...more })).incident;
    },
    async deskOf({ stationId }) {
      const [row]: { login: string }[] = await server.database.dataSource.query(
        `select login from account where role = 'station' and station_id = $1`,
        [stationId],
      );
      return server.as(row!.login);
    },
    async send(incident) {
      const { vehicleId } = (await room.recommend(incident)).ranked[0]!;
      const order = { incidentId: incident.id as never, vehicleId, reason: 'station_agreed' as const };
      const { mission } = await dispatcher.send('dispatch.order', order);
      return { missionId: mission.id, vehicleId, crew: await room.crewOf(vehicleId) };
    },
  };
  return room;
}
