import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { queryOf, RegionStore } from '#region';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { gridTown } from './grid.fixture.js';
import { importAreas } from './import-areas.js';
import { importFile } from './import-file.js';
import { ImportRefused } from './osm.js';
import { toGzip, toPbf, toXml, writeFixture } from './osm.fixture.js';

const TOWN = gridTown(4, [106.66, 10.97], (i) => `Đường ${i}`);
const PBF = toPbf(TOWN);
const HTML = '<!DOCTYPE html><html><head><title>404 Not Found</title></head></html>';
const square = [
  [106, 10],
  [107, 10],
  [107, 11],
  [106, 10],
];
const areas = (...properties: object[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: properties.map((own) => ({
      type: 'Feature',
      properties: own,
      geometry: { type: 'Polygon', coordinates: [square] },
    })),
  });
const WARD = { code: '25750', name: 'Phú Lợi', fullName: 'Phường Phú Lợi' };

const folder = (name: string): string => {
  const path = join(dirname(writeFixture('.anchor', '')), name);
  mkdirSync(path, { recursive: true });
  return path;
};

/** What is given, under which name, and what the two texts must say of it. */
const NO_ROADS_FILES: [what: string, file: () => string, vi: RegExp, en: RegExp][] = [
  ['nothing there', () => 'nowhere.osm.pbf', /Không có tệp/, /There is no file/],
  ['a folder', () => folder('folder.osm.pbf'), /là thư mục/, /is a folder/],
  ['an empty file', () => writeFixture('empty.osm.pbf', ''), /Tệp trống/, /is empty/],
  ['a torn PBF', () => writeFixture('torn.osm.pbf', PBF.subarray(0, -40)), /hỏng hoặc tải chưa hết/, /damaged or torn/],
  [
    'a PBF cut in its header',
    () => writeFixture('cut.osm.pbf', PBF.subarray(0, 30)),
    /hỏng|chưa hết/,
    /damaged or torn/,
  ],
  ['XML cut short', () => writeFixture('cut.osm', toXml(TOWN).slice(0, -30)), /hỏng/, /damaged or torn/],
  ['gzip cut short', () => writeFixture('cut.osm.gz', toGzip(TOWN).subarray(0, -30)), /hỏng/, /damaged or torn/],
  ['a ZIP archive', () => writeFixture('map.osm.pbf', 'PK\u0003\u0004rest'), /Giải nén/, /Unpack it/],
  ['a bzip2 archive', () => writeFixture('map.osm.bz2', 'BZh91AY&SY'), /Giải nén/, /Unpack it/],
  ['an error page saved as a map', () => writeFixture('page.osm.pbf', HTML), /trang web/, /web page/],
  [
    'XML that is no map',
    () => writeFixture('feed.osm', '<rss version="2.0"></rss>'),
    /không phải/,
    /not OpenStreetMap/,
  ],
  ['a picture', () => writeFixture('photo.osm.pbf', '\u0089PNG\r\n'), /không phải/, /not OpenStreetMap/],
  ['wards', () => writeFixture('wards.osm.pbf', areas(WARD)), /areas:import/, /areas:import/],
  ['a map without elements', () => writeFixture('void.osm', '<osm></osm>'), /không có đường/, /no road/],
  [
    'a map without roads',
    () =>
      writeFixture('houses.osm.pbf', toPbf({ ...TOWN, ways: [{ id: 1, refs: [1, 2], tags: { building: 'yes' } }] })),
    /không có đường/,
    /no road/,
  ],
  [
    'roads whose nodes are missing',
    () => writeFixture('nodeless.osm.pbf', toPbf({ ...TOWN, nodes: TOWN.nodes.slice(0, 1) })),
    /không có đường/,
    /no road/,
  ],
];

const NO_AREAS_FILES: [what: string, file: () => string, vi: RegExp, en: RegExp][] = [
  ['nothing there', () => 'nowhere.geojson', /Không có tệp/, /There is no file/],
  ['a folder', () => folder('folder.geojson'), /là thư mục/, /is a folder/],
  ['an empty file', () => writeFixture('empty.geojson', ''), /Tệp trống/, /is empty/],
  ['a map', () => writeFixture('map.geojson', PBF), /roads:import/, /roads:import/],
  ['an error page', () => writeFixture('page.geojson', HTML), /trang web/, /web page/],
  ['torn JSON', () => writeFixture('torn.geojson', areas(WARD).slice(0, -9)), /JSON hỏng/, /JSON is damaged/],
  ['other JSON', () => writeFixture('other.geojson', '{"type":"Topology"}'), /không phải/, /no usable GeoJSON/],
  [
    'points',
    () =>
      writeFixture(
        'points.geojson',
        '{"type":"FeatureCollection","features":[{"properties":{"code":"1","name":"A"},"geometry":{"type":"Point","coordinates":[1,2]}}]}',
      ),
    /không phải/,
    /no usable GeoJSON/,
  ],
  ['no areas', () => writeFixture('none.geojson', areas()), /không có khu vực/, /holds no area/],
  ['an area without a code', () => writeFixture('codeless.geojson', areas({ name: 'A' })), /không có mã/, /no code/],
  ['one ward twice', () => writeFixture('twice.geojson', areas(WARD, WARD)), /trùng/, /not unique/],
];

describe('a file that cannot be imported', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let before: unknown;
  const file = writeFixture('town.osm.pbf', PBF);
  const wardsFile = writeFixture('town-wards.geojson', areas(WARD));
  const state = async () => {
    const store = new RegionStore(queryOf(client));
    const counts = await client.query(
      'select (select count(*) from road_edge) as edges, (select max(id) from named_place) as places',
    );
    return [await store.findRegion(), await store.listWards(), counts.rows];
  };

  beforeAll(async () => {
    database = await openTestDatabase(1);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await importFile(database.url, { file, name: 'Phố', wardsFile });
    before = await state();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  const refusal = async (importing: Promise<unknown>): Promise<ImportRefused> => {
    const error = await importing.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ImportRefused);
    return error as ImportRefused;
  };

  it.each(NO_ROADS_FILES)('as roads: %s', async (_what, write, vi, en) => {
    const { wording } = await refusal(importFile(database.url, { file: write() }));
    expect(wording).toEqual({ vi: expect.stringMatching(vi), en: expect.stringMatching(en) });
    expect(await state()).toEqual(before);
  });

  it.each(NO_AREAS_FILES)('as wards, with roads or alone: %s', async (_what, write, vi, en) => {
    const words = { vi: expect.stringMatching(vi), en: expect.stringMatching(en) };
    expect((await refusal(importFile(database.url, { file, wardsFile: write() }))).wording).toEqual(words);
    expect((await refusal(importAreas(database.url, { file: write() }))).wording).toEqual(words);
    expect(await state()).toEqual(before);
  });

  it('as roads: a region with nothing in it', async () => {
    const { wording } = await refusal(importFile(database.url, { file, within: [0, 0, 1, 1] }));
    expect(wording.en).toContain('no road');
    expect(await state()).toEqual(before);
  });

  it('while another import is under way', async () => {
    await client.query(
      `insert into region_import (claim, host, pid, source, started_at, beat_at)
       values (gen_random_uuid(), 'elsewhere', 42, 'other.osm.pbf', now(), now())`,
    );
    const { wording } = await refusal(importFile(database.url, { file }));
    expect(wording).toEqual({
      vi: expect.stringMatching(/42.*other.osm.pbf/),
      en: expect.stringMatching(/42 on elsewhere/),
    });
    await client.query('delete from region_import');
    expect(await state()).toEqual(before);
  });
});
