import type { LngLat, PlaceSearchAnswer, Recommendation, Route, SystemInfo } from '#contracts';
import { gridTown } from '../../apps/importer/src/grid.fixture.js';
import { toPbf, writeFixture } from '../../apps/importer/src/osm.fixture.js';
import { runImporter } from '../support/importer-process.js';
import { buildServer } from '../support/product-process.js';
import { MARKET, openRoom, type Room } from '../support/room.js';
import { Screen, until } from '../support/screen.js';

const TOWN = gridTown(60, [106.62, 10.94], (i) => `Đường Nhập Mới ${i}`);
const NEARBY: LngLat = [MARKET[0] + 0.01, MARKET[1] + 0.01];

describe('D01 An import is served without a restart', () => {
  let room: Room;
  const file = writeFixture('town.osm.pbf', toPbf(TOWN));
  const system = () => room.dispatcher.get<SystemInfo>('/api/system');
  const tile = (version: string) => fetch(`${room.url}/tiles/${version}/14/13045/7689.mvt`);

  beforeAll(async () => {
    await buildServer();
    room = await openRoom();
  }, 300_000);
  afterAll(() => room.close());

  it('no question fails while it happens; roads, places, map and screens change together', async () => {
    const before = await system();
    expect((await tile(before.mapVersion)).status).toBe(200);
    const screen = await Screen.open(room, room.dispatcher);
    const asked = { count: 0 };
    let over = false;
    const asking = (async () => {
      while (!over) {
        const { dispatcher } = room;
        const { ranked } = await dispatcher.post<Recommendation>('/api/recommendation', { position: MARKET });
        expect(ranked.length).toBeGreaterThan(0);
        expect((await dispatcher.get<Route>(`/api/route?from=${NEARBY}&to=${MARKET}`)).seconds).toBeGreaterThan(0);
        expect((await dispatcher.get<{ words: string }>(`/api/places/at?at=${MARKET}`)).words).not.toBe('');
        const { mapVersion } = await system();
        const answer = await tile(mapVersion);
        if (answer.status !== 200) {
          // The map was changed between the two questions: the old address says so plainly.
          expect(answer.status).toBe(404);
          expect((await system()).mapVersion).not.toBe(mapVersion);
        }
        asked.count++;
      }
    })();

    const { code, words } = await runImporter([file, '--name', 'Phố mới'], {
      DATABASE_URL: room.database.url,
      DATA_FOLDER: '',
    });
    expect([code, words]).toEqual([0, expect.stringContaining('Phố mới')]);
    const pulse = await until(
      () => screen.all('board.pulse').find(({ mapVersion }) => mapVersion !== before.mapVersion),
      'a pulse with the new map',
      20_000,
    );
    over = true;
    await asking;
    expect(asked.count).toBeGreaterThan(3);

    const after = await system();
    expect(after.mapVersion).toBe(pulse.mapVersion);
    expect(after).toMatchObject({ demonstrationRegion: false, mapAttribution: expect.stringMatching('OpenStreetMap') });
    expect(after.bounds).not.toEqual(before.bounds);
    expect((await tile(after.mapVersion)).status).toBe(200);
    expect((await tile(before.mapVersion)).status).toBe(404);
    const { suggestions } = await room.dispatcher.get<PlaceSearchAnswer>(
      `/api/places?q=${encodeURIComponent('nhap moi 7')}`,
    );
    expect(suggestions[0]!.name).toContain('Nhập Mới 7');
    screen.close();
  }, 120_000);
});
