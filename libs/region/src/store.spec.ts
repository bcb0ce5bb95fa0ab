import { jest } from '@jest/globals';
import { Client } from 'pg';
import type { LngLat } from '#contracts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { RoadEdge, RoadNetwork } from './network.js';
import { queryOf, type Query } from './query.js';
import type { RegionData } from './region.js';
import { RegionStore } from './store.js';

const square = (lng: number): LngLat[] => [
  [lng, 10],
  [lng + 1, 10],
  [lng + 1, 11],
  [lng, 11],
  [lng, 10],
];

const REGION: RegionData = {
  name: 'Vùng thử',
  demonstration: true,
  attribution: 'nobody',
  nodes: [],
  ways: [],
  turns: [],
  barriers: [],
  features: [
    {
      layer: 'water',
      kind: 'river',
      name: 'Sông Bé',
      rank: 1,
      geometry: {
        type: 'LineString',
        coordinates: [
          [106, 10],
          [107, 11],
        ],
      },
    },
    {
      layer: 'place',
      kind: 'town',
      name: 'Thủ Dầu Một',
      rank: 2,
      geometry: { type: 'Point', coordinates: [106.5, 10.5] },
    },
  ],
  places: [
    { kind: 'street', name: "Đường 'Yersin'", aliases: ['QL1', 'a "b", {c}'], position: [106.25, 10.5], street: null },
    { kind: 'house', name: '22/5', aliases: [], position: [110, 10], street: 'Phú Lợi' },
  ],
  wards: [
    {
      code: '00001',
      name: 'Phú Lợi',
      fullName: 'Phường Phú Lợi',
      geometry: { type: 'Polygon', coordinates: [square(106)] },
    },
    {
      code: '00002',
      name: 'Bình Dương',
      fullName: 'Phường Bình Dương',
      geometry: { type: 'MultiPolygon', coordinates: [[square(107)]] },
    },
  ],
  formerUnits: [
    {
      name: 'Thuận An',
      fullName: 'Thành phố Thuận An',
      level: 'district',
      within: null,
      geometry: { type: 'Polygon', coordinates: [square(106)] },
    },
  ],
  directory: null,
};

const EDGE: RoadEdge = {
  wayId: 6_000_000_000,
  source: 0,
  target: 1,
  forwardSeconds: 0.1 + 0.2,
  backwardSeconds: -1,
  lengthMetres: 12.5,
  roadClass: 'primary',
  link: false,
  roundabout: true,
  bridge: false,
  direction: 'forward',
  maxSpeedKmh: 60,
  widthMetres: null,
  admits: { car: true, motorbike: false, emergency: true },
  name: null,
  ref: 'QL13',
  line: [
    [106.123456789, 10],
    [106.2, 10.1],
    [106.3, 10.2],
  ],
};

const networkOf = (edges: RoadEdge[]): RoadNetwork => ({
  vertices: [
    [106.123456789, 10],
    [106.3, 10.2],
  ],
  edges,
  turns: [{ fromEdge: 0, viaVertex: 1, toEdge: 0, kind: 'no', motorbikeExempt: true }],
  barriers: [{ vertex: 1, kind: 'gate' }],
  order: Int32Array.of(1, 0),
  bounds: [106.123456789, 10, 106.3, 10.2],
  report: {
    ways: 1,
    vertices: 2,
    edges: edges.length,
    oneWayEdges: 1,
    lengthMetres: 12.5,
    dropped: { emptyWays: 0, islands: 0, islandVertices: 0, islandEdges: 0, islandMetres: 0 },
  },
});

describe('the region in the database', () => {
  let database: TestDatabase;
  let client: Client;
  let query: Query;

  beforeAll(async () => {
    database = await openTestDatabase(1);
    client = new Client({ connectionString: database.url });
    await client.connect();
    query = queryOf(client);
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  const importedAt = new Date('2026-01-02T03:04:05Z');
  const replace = (region: RegionData, edges = [EDGE]) =>
    new RegionStore(query).replace({ region, network: networkOf(edges), source: 'test', importedAt });

  it('is read back as it was written', async () => {
    const store = new RegionStore(query);
    expect(await store.findRegion()).toBeNull();
    const version = await replace(REGION);
    expect(await store.findRegion()).toEqual({
      version,
      name: 'Vùng thử',
      demonstration: true,
      attribution: 'nobody',
      source: 'test',
      importedAt,
      bounds: [106.123456789, 10, 106.3, 10.2],
      report: networkOf([EDGE]).report,
    });
    expect(await store.listWards()).toEqual(REGION.wards);
    expect(await store.listFormerUnits()).toEqual(REGION.formerUnits);
    expect(await store.listFeatures()).toEqual(REGION.features);
    expect((await store.listFeatures('place')).map(({ name }) => name)).toEqual(['Thủ Dầu Một']);
    const [edge] = await query(`select *, ST_AsText(geom) as line from road_edge`);
    expect(edge).toMatchObject({
      way_id: '6000000000',
      cost: 0.1 + 0.2,
      reverse_cost: -1,
      road_class: 'primary',
      ref: 'QL13',
      direction: 'forward',
      max_speed_kmh: 60,
      width_metres: null,
      admits_car: true,
      admits_motorbike: false,
    });
    expect(await query('select * from road_turn')).toEqual([
      { id: 0, from_edge: 0, via_vertex: 1, to_edge: 0, kind: 'no', motorbike_exempt: true },
    ]);
    expect(await query('select * from road_barrier')).toEqual([{ vertex: 1, kind: 'gate' }]);
    expect(await store.findRoadOrder()).toEqual(Int32Array.of(1, 0));
    expect(edge!['line']).toBe('LINESTRING(106.123456789 10,106.2 10.1,106.3 10.2)');
  });

  it('gives every place the ward it lies in', async () => {
    await replace(REGION);
    expect(await new RegionStore(query).listPlaces()).toEqual([
      { id: 0, ward: 'Phường Phú Lợi', ...REGION.places[0] },
      { id: 1, ward: null, ...REGION.places[1] },
    ]);
  });

  it('is replaced as a whole, under a new version', async () => {
    const first = await replace(REGION);
    const second = await replace({ ...REGION, name: 'Vùng mới', wards: [], places: [] });
    expect(second).toBeGreaterThan(first);
    const store = new RegionStore(query);
    expect(await store.findRegion()).toMatchObject({ version: second, name: 'Vùng mới' });
    expect(await store.listWards()).toEqual([]);
    expect(await store.listPlaces()).toEqual([]);
  });

  it('stays as it was when the new one fails half way', async () => {
    await replace(REGION);
    const broken = { ...REGION, name: 'Hỏng', wards: [REGION.wards[0]!, REGION.wards[0]!] };
    await expect(replace(broken, [EDGE, EDGE])).rejects.toThrow('ward_pk');
    const store = new RegionStore(query);
    expect(await store.findRegion()).toMatchObject({ name: 'Vùng thử' });
    expect(await store.listWards()).toHaveLength(2);
    expect(await query('select 1 from road_edge')).toHaveLength(1);
  });

  it('tells how far it is', async () => {
    const progress = jest.fn();
    const store = new RegionStore(query, progress);
    await store.replace({ region: REGION, network: networkOf([EDGE]), source: 'test', importedAt });
    expect(progress).toHaveBeenLastCalledWith(12, 12);
  });
});
