import type { Incident, Station, Statistics, SystemInfo } from '#contracts';
import { writeFixture } from '../../apps/importer/src/osm.fixture.js';
import { runImporter } from '../support/importer-process.js';
import { buildServer } from '../support/product-process.js';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const around = (degrees: number) => {
  const [lng, lat] = MARKET;
  const [west, south, east, north] = [lng - degrees, lat - degrees, lng + degrees, lat + degrees];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
};
const AREAS = {
  type: 'FeatureCollection',
  features: [
    { properties: { code: '25741', name: 'Chợ', fullName: 'Phường Chợ' }, geometry: around(0.02) },
    {
      properties: { level: 'ward', fullName: 'Phường Phú Cường', name: 'Phú Cường', within: 'Thành phố Thủ Dầu Một' },
      geometry: around(0.02),
    },
    {
      properties: { level: 'district', fullName: 'Thành phố Thủ Dầu Một', name: 'Thủ Dầu Một' },
      geometry: around(0.2),
    },
  ],
};

describe('D03 An import of areas names wards, old and new', () => {
  let room: Room;
  beforeAll(async () => {
    await buildServer();
    room = await openRoom();
  }, 300_000);
  afterAll(() => room.close());

  it('for incidents, stations and statistics, while the server runs and the roads stay', async () => {
    const environment = { DATABASE_URL: room.database.url, DATA_FOLDER: '' };
    const system = () => room.dispatcher.get<SystemInfo>('/api/system');
    const before = await system();
    const edges = () => room.database.dataSource.query<object[]>('select count(*) as n from road_edge');
    const roads = await edges();
    const file = writeFixture('areas.geojson', JSON.stringify(AREAS));
    expect(await runImporter([file], environment, { areas: true })).toMatchObject({ code: 0 });
    const after = await until(
      async () => {
        const now = await system();
        return now.mapVersion === before.mapVersion ? null : now;
      },
      'the new areas',
      20_000,
    );
    expect([after.bounds, await edges()]).toEqual([before.bounds, roads]);

    const { place }: Incident = await room.open();
    expect(place).toMatchObject({ ward: 'Phường Chợ', formerUnit: 'Phường Phú Cường, Thành phố Thủ Dầu Một' });

    const stations = await until(async () => {
      const screen = await Screen.open(room, room.dispatcher);
      const snapshot = await until(() => screen.last('board.snapshot'), 'a snapshot');
      screen.close();
      const named = snapshot.stations.filter(({ ward }) => ward === 'Phường Chợ');
      return named.length > 0 ? snapshot.stations : null;
    }, 'stations in their ward');
    const near: Station = stations.find(({ ward }) => ward === 'Phường Chợ')!;
    expect(near.formerUnit).toBe('Phường Phú Cường, Thành phố Thủ Dầu Một');
    expect(stations.some(({ formerUnit }) => formerUnit === 'Thành phố Thủ Dầu Một')).toBe(true);

    const day = 86_400_000;
    const period = [-day, day].map((ms) => new Date(Date.parse(after.serverTime) + ms).toISOString());
    const supervisor = await room.as('giamsat');
    const { byWard } = await supervisor.get<Statistics>(`/api/statistics?from=${period[0]}&to=${period[1]}`);
    expect(byWard).toContainEqual(
      expect.objectContaining({
        ward: 'Phường Chợ',
        formerUnits: ['Phường Phú Cường, Thành phố Thủ Dầu Một'],
        incidents: 1,
      }),
    );
  }, 120_000);
});
