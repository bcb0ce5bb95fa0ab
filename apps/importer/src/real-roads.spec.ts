import { Client } from 'pg';
import type { LngLat } from '#contracts';
import { queryOf } from '#region';
import { buildNetwork, loadGraph, PgRoutingTimes, RoadGraphTimes, RoadsInForce, type RoadGraph } from '#roads';
import { hasPgRouting, openTestDatabase, onServer, type TestDatabase } from '../../../test/support/database.js';
import { findSharedData } from '../../../test/support/shared-data.js';
import { importRegion } from './import-region.js';
import { readOsm } from './read-osm.js';
import { Random } from '#chance';

const FILE = findSharedData('osm/hcm_2018.osm.pbf');
const SMALL_FILE = findSharedData('osm/hanoi_small.osm.gz');

const describeWith = (title: string, missing: string | null, body: () => void) =>
  missing ? describe.skip(`${title} — skipped: ${missing}`, body) : describe(title, body);

const missing = !FILE ? 'no shared data' : !onServer || !hasPgRouting ? 'needs PostgreSQL with pgRouting' : null;
describeWith('the real roads of Ho Chi Minh City', missing, () => {
  let database: TestDatabase;
  let client: Client;
  let graph: RoadGraph;
  const random = new Random(115);
  const pick = (below: number) => Math.floor(random.next() * below);

  beforeAll(async () => {
    database = await openTestDatabase(1);
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('create extension if not exists pgrouting');
    const region = await readOsm(FILE!, { name: 'HCM' });
    await importRegion(queryOf(client), region, { source: 'hcm_2018', importedAt: new Date() });
    graph = (await loadGraph(queryOf(client)))!;
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('give the same answer through both sources, from positions beside the road', async () => {
    const now = () => new Date();
    const own = new RoadGraphTimes(new RoadsInForce(graph), now);
    const other = new PgRoutingTimes(queryOf(client), now);
    const near = (edge: number): LngLat => {
      const [lng, lat] = graph.point(graph.firstPoint[edge]!);
      return [lng + (random.next() - 0.5) / 1000, lat + (random.next() - 0.5) / 1000];
    };
    const origins = Array.from({ length: 500 }, () => ({ at: near(pick(graph.edgeCount)) }));
    const place = near(pick(graph.edgeCount));
    const [mine, theirs] = [await own.toPlace(origins, place), await other.toPlace(origins, place)];
    const differences = mine.times.map((time, i) => Math.abs(time!.seconds - theirs.times[i]!.seconds));
    expect(theirs.source).toBe('pgrouting');
    // Two roads may be equally near: a handful of positions may be put on the other one.
    expect(differences.filter((difference) => difference > 0.1).length).toBeLessThan(5);
    await expect(other.toPlace(origins, [108, 9])).rejects.toMatchObject({ code: 'PLACE_OFF_ROADS' });
    expect((await other.toPlace([{ at: [108, 9] }], place)).times).toEqual([null]);
  });
});

describeWith('a small real map', SMALL_FILE ? null : 'no shared data', () => {
  it('of Ha Noi has its streets, junctions and landmarks', async () => {
    const region = await readOsm(SMALL_FILE!);
    expect(buildNetwork(region).report.edges).toBeGreaterThan(100);
    expect(region.places.filter(({ kind }) => kind === 'junction').length).toBeGreaterThan(5);
    expect(region.places.some(({ kind, name }) => kind === 'street' && /^(Phố )?Cát Linh$/.test(name))).toBe(true);
  });
});
