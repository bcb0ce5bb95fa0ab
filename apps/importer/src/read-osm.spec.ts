import type { Polygon } from 'geojson';
import { pbfHeaderWith, toGzip, toPbf, toXml, writeFixture, type OsmWorld } from './osm.fixture.js';
import type { Tags } from './osm.js';
import { readOsm } from './read-osm.js';

const node = (id: number, east: number, north: number, tags?: Tags) => ({
  id,
  lon: Number((106.7 + east / 1000).toFixed(7)),
  lat: Number((10.8 + north / 1000).toFixed(7)),
  ...(tags ? { tags } : {}),
});

/** A cross of two named streets, a reversed one-way, a lake with an island, a hospital and a market. */
const WORLD: OsmWorld = {
  nodes: [
    node(1, 0, 0),
    node(2, 5, 0),
    node(3, 10, 0),
    node(4, 5, 5),
    node(5, 5, -5),
    node(6_000_000_000, 12, 0),
    ...[11, 12, 13, 14].map((id, i) => node(id, 20 + 4 * (i === 1 || i === 2 ? 1 : 0), 20 + 4 * (i > 1 ? 1 : 0))),
    ...[21, 22, 23].map((id, i) => node(id, 21 + (i === 1 ? 1 : 0), 21 + (i === 2 ? 1 : 0))),
    node(31, 2, 2, { amenity: 'marketplace', name: 'Chợ Bà Chiểu', old_name: 'Chợ Cũ' }),
    node(32, 3, 3, { amenity: 'bench' }),
    node(34, 5, 5, { junction: 'yes', name: 'Ngã tư Bình Triệu' }),
    node(35, 21, 21, { amenity: 'hospital', name: 'bệnh viện Chợ Rẫy' }),
    node(33, 9, 9, { place: 'suburb', name: 'Quận 1' }),
  ],
  ways: [
    { id: 101, refs: [1, 2, 3], tags: { highway: 'primary', name: 'Lê Duẩn', maxspeed: '60' } },
    { id: 102, refs: [4, 2, 5], tags: { highway: 'secondary', name: 'Hai Bà Trưng', oneway: '-1' } },
    { id: 103, refs: [3, 6_000_000_000], tags: { highway: 'residential', name: 'Hẻm 51' } },
    { id: 104, refs: [1, 4], tags: { highway: 'service', access: 'private' } },
    {
      id: 105,
      refs: [3, 5, 2, 3],
      tags: { highway: 'primary', junction: 'roundabout', name: 'Ngã sáu Phù Đổng' },
    },
    { id: 201, refs: [11, 12, 13] },
    { id: 202, refs: [11, 14, 13] },
    { id: 203, refs: [21, 22, 23, 21] },
    { id: 301, refs: [11, 12, 13, 11], tags: { amenity: 'hospital', name: 'Bệnh viện Chợ Rẫy', building: 'yes' } },
  ],
  relations: [
    {
      id: 401,
      members: [
        { type: 'way', ref: 201, role: 'outer' },
        { type: 'way', ref: 202, role: 'outer' },
        { type: 'way', ref: 203, role: 'inner' },
        { type: 'way', ref: 999, role: 'outer' },
      ],
      tags: { type: 'multipolygon', natural: 'water', name: 'Hồ Con Rùa' },
    },
  ],
};

const FORMATS = {
  pbf: () => writeFixture('world.osm.pbf', toPbf(WORLD)),
  xml: () => writeFixture('world.osm', toXml(WORLD)),
  'gzipped xml': () => writeFixture('world.osm.gz', toGzip(WORLD)),
};

describe.each(Object.entries(FORMATS))('reading OpenStreetMap %s', (_, write) => {
  it('brings roads in their direction of travel', async () => {
    const { ways, nodes, name, attribution } = await readOsm(write());
    expect(name).toBe('world');
    expect(attribution).toMatch('OpenStreetMap');
    expect(ways.map(({ wayId }) => wayId)).toEqual([101, 102, 103, 105]);
    expect(ways[0]).toMatchObject({ roadClass: 'primary', name: 'Lê Duẩn', direction: 'both', maxSpeedKmh: 60 });
    expect(ways[1]).toMatchObject({ roadClass: 'secondary', direction: 'forward' });
    expect(ways[1]!.nodes.map((i) => nodes[i]![1])).toEqual([10.795, 10.8, 10.805]);
    expect(ways[2]).toMatchObject({ roadClass: 'alley' });
    expect(nodes[ways[2]!.nodes[1]!]).toEqual([106.712, 10.8]);
  });

  it('brings water with its islands, places and landmarks', async () => {
    const { features, places } = await readOsm(write());
    const lake = features.find(({ layer }) => layer === 'water')!;
    expect(lake).toMatchObject({ kind: 'lake', name: 'Hồ Con Rùa', geometry: { type: 'Polygon' } });
    const rings = (lake.geometry as Polygon).coordinates;
    expect(rings.map((ring) => ring.length)).toEqual([5, 4]);
    expect(features.filter(({ layer }) => layer === 'place')).toHaveLength(1);
    expect(places.filter(({ kind }) => kind === 'hospital')).toHaveLength(1);
    expect(places.find(({ name }) => name === 'Chợ Bà Chiểu')!.aliases).toEqual(['Chợ Cũ']);
  });

  it('names streets and the junction where two main streets meet', async () => {
    const { places } = await readOsm(write());
    expect(places.filter(({ kind }) => kind === 'street').map(({ name }) => name)).toEqual([
      'Lê Duẩn',
      'Hai Bà Trưng',
      'Hẻm 51',
    ]);
    const junctions = places.filter(({ kind }) => kind === 'junction');
    expect(junctions).toMatchObject([
      { name: 'Ngã sáu Phù Đổng' },
      { name: 'Ngã tư Hai Bà Trưng – Lê Duẩn', position: [106.705, 10.8] },
      { name: 'Ngã tư Bình Triệu', position: [106.705, 10.805] },
    ]);
  });
});

it('keeps only what lies in the box, and cuts roads at its edge', async () => {
  const file = FORMATS.pbf();
  const { ways, features } = await readOsm(file, { within: [106.699, 10.799, 106.7055, 10.8055] });
  expect(ways.map(({ wayId, nodes }) => [wayId, nodes.length])).toEqual([
    [101, 2],
    [102, 2],
  ]);
  expect(features.map(({ name }) => name)).toEqual(['Chợ Bà Chiểu', 'Ngã tư Bình Triệu']);
  await expect(readOsm(file, { within: [0, 0, 1, 1] })).rejects.toThrow('no road for an ambulance');
});

describe('a file that cannot be imported', () => {
  const pbf = toPbf(WORLD);
  const xml = toXml(WORLD);

  it('is told apart: empty, no map, nothing to drive on, not there', async () => {
    await expect(readOsm(writeFixture('empty.pbf', ''))).rejects.toThrow('empty');
    await expect(readOsm(writeFixture('photo.osm.pbf', 'JFIF photo'))).rejects.toThrow('not OpenStreetMap');
    await expect(readOsm(writeFixture('page.osm', '<html></html>'))).rejects.toThrow('not OpenStreetMap');
    await expect(readOsm(writeFixture('void.osm', '<osm></osm>'))).rejects.toThrow('no road');
    await expect(readOsm('nowhere.osm.pbf')).rejects.toThrow('There is no file');
  });

  it('says so in Vietnamese and English', async () => {
    await expect(readOsm(writeFixture('empty.osm', ''))).rejects.toMatchObject({
      wording: { vi: 'Tệp trống.', en: 'The file is empty.' },
    });
  });

  it('is refused when it needs a feature unknown here', async () => {
    const history = Buffer.concat([pbfHeaderWith('HistoricalInformation'), pbf]);
    await expect(readOsm(writeFixture('history.osm.pbf', history))).rejects.toThrow('HistoricalInformation');
  });

  it('is refused at whatever byte a PBF is torn', async () => {
    const whole = await readOsm(writeFixture('whole.osm.pbf', pbf));
    expect(whole.ways).toHaveLength(4);
    for (let length = 1; length < pbf.length; length += 7) {
      await expect(readOsm(writeFixture('torn.osm.pbf', pbf.subarray(0, length)))).rejects.toHaveProperty('wording');
    }
  });

  it('is refused when XML or gzip is torn', async () => {
    const gzip = toGzip(WORLD);
    for (const content of [xml.slice(0, -8), xml.slice(0, 900), gzip.subarray(0, -20), gzip.subarray(0, 200)]) {
      await expect(readOsm(writeFixture('torn.osm', content))).rejects.toThrow('damaged or torn');
    }
  });

  it('is refused when bytes in its middle are damaged', async () => {
    const damaged = Buffer.from(pbf);
    damaged.fill(0xff, pbf.length - 60, pbf.length - 40);
    await expect(readOsm(writeFixture('damaged.osm.pbf', damaged))).rejects.toThrow('damaged or torn');
  });
});
