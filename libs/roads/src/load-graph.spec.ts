import { Client } from 'pg';
import { queryOf, RegionStore, type Query, type RoadNetwork } from '#region';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { RoadGraph } from './graph.js';
import { loadGraph } from './load-graph.js';
import { sketchNetwork, type Sketch } from './network.fixture.js';

/** Every fact that a road can have, said and unsaid. */
const EVERYTHING: Sketch = {
  nodes: { a: [0, 0], b: [5, 0], c: [5, 5], d: [0, 5], g: [2, 5], m: [2.5, 0.3] },
  ways: [
    { path: 'amb', roadClass: 'trunk', name: "Đường 'Yersin'", ref: 'QL13', maxSpeedKmh: 60, bridge: true },
    { path: 'bc', name: 'Lê Lợi', link: true, widthMetres: 3.5 },
    { path: 'cb', direction: 'forward', roundabout: true, ref: 'QL13' },
    { path: 'cgd', name: 'QL13', admits: { car: false, motorbike: true, emergency: true } },
    {
      path: 'da',
      wayId: 6e9,
      roadClass: 'alley',
      widthMetres: 1.5,
      admits: { car: true, motorbike: true, emergency: false },
    },
  ],
  turns: [
    { turn: 'mbc', kind: 'only', motorbikeExempt: true },
    { turn: 'bcg', kind: 'no' },
  ],
  barriers: [{ at: 'g', kind: 'bollard' }],
};

describe('the road graph in the database', () => {
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

  const store = (network: RoadNetwork) =>
    new RegionStore(query).replace({
      region: {
        name: 'Vùng thử',
        demonstration: true,
        attribution: 'nobody',
        nodes: [],
        ways: [],
        turns: [],
        barriers: [],
        features: [],
        places: [],
        wards: [],
        formerUnits: [],
        directory: null,
      },
      network,
      source: 'test',
      importedAt: new Date('2026-01-02T03:04:05Z'),
    });

  it('is nothing before an import', async () => {
    expect(await loadGraph(query)).toBeNull();
  });

  it('comes back with every fact as it was built', async () => {
    const network = sketchNetwork(EVERYTHING);
    await store(network);
    const [loaded, built] = [(await loadGraph(query))!, RoadGraph.of(network)];
    expect(loaded.edgeCount).toBeGreaterThan(5);
    const factsOf = (graph: RoadGraph) =>
      Array.from({ length: graph.edgeCount }, (_, edge) => ({
        ...graph.facts(edge),
        ends: [graph.source[edge], graph.target[edge], graph.lengthMetres[edge], graph.wayId[edge]],
        kind: [graph.isRoundabout(edge), graph.isBridge(edge), graph.isOneWay(edge)],
        words: [graph.name(edge), graph.ref(edge)],
        line: graph.line(edge),
      }));
    expect(factsOf(loaded)).toEqual(factsOf(built));
    expect(loaded.turns).toEqual(network.turns);
    expect(loaded.turns.length).toBeGreaterThan(1);
    expect(loaded.barriers).toEqual(network.barriers);
    expect(loaded.order).toEqual(network.order);
    expect(loaded.vertexCount).toBe(network.vertices.length);
  });
});
