import { Client } from 'pg';
import type { LngLat } from '#contracts';
import { NO_WAY } from '#hierarchy';
import { queryOf } from '#region';
import {
  buildNetwork,
  DijkstraSearch,
  loadGraph,
  PgRoutingTimes,
  RoadGraphTimes,
  RoadsInForce,
  USUAL,
  type Departure,
  type ProfileName,
  type RoadGraph,
} from '#roads';
import { PgRoutingRival } from '../../../bench/roads/pgrouting.js';
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
  let roads: RoadsInForce;
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
    roads = new RoadsInForce(graph);
  }, 120_000);
  afterAll(async () => {
    await roads.close();
    await client.end();
    await database.close();
  });

  const restingSomewhere = (profile: ProfileName): Departure => {
    const inReach = roads.edgesInReach(profile);
    let edge = pick(graph.edgeCount);
    while (!inReach[edge]) edge = pick(graph.edgeCount);
    return { edge, fraction: random.next(), forwardDelayMs: 0, backwardDelayMs: 0 };
  };

  /** The most that any of so many drives differs from Dijkstra's, milliseconds. */
  async function worstDifferenceMs(profile: ProfileName, places: number, vehicles = 500): Promise<number> {
    const oracle = new DijkstraSearch(roads.weighed(profile));
    const { searches } = await roads.now();
    const [mine, theirs] = [new Int32Array(vehicles), new Int32Array(vehicles)];
    let worst = 0;
    for (let i = 0; i < places; i++) {
      const departures = Array.from({ length: vehicles }, () => restingSomewhere(profile));
      const place = restingSomewhere(profile);
      searches[profile].toPlace(departures, place, mine, new Float32Array(vehicles));
      oracle.toPlace(departures, place, theirs, new Float32Array(vehicles));
      expect(theirs.every((ms) => ms < NO_WAY)).toBe(true);
      mine.forEach((ms, k) => (worst = Math.max(worst, Math.abs(ms - theirs[k]!))));
    }
    return worst;
  }

  it('give the drives of Dijkstra to the millisecond, 20,000 of them, and 3,000 of each other profile', async () => {
    expect(graph.vertexCount).toBeGreaterThan(50_000);
    expect(roads.orderedAtLoad).toBe(false);
    expect(await worstDifferenceMs('emergency', 40)).toBe(0);
    expect(await worstDifferenceMs('normal', 6)).toBe(0);
    expect(await worstDifferenceMs('motorbike', 6)).toBe(0);
  });

  it('give them again after every road has become slower or faster by chance', async () => {
    const chance = () => Float32Array.from({ length: 2 * graph.edgeCount }, () => 0.5 + 2 * random.next());
    await roads.reweigh({ emergency: chance(), normal: chance(), motorbike: null });
    expect(await worstDifferenceMs('emergency', 40)).toBe(0);
    expect(await worstDifferenceMs('normal', 6)).toBe(0);
    await roads.reweigh(USUAL);
  });

  it('give 500 drives as pgRouting finds them on the same arcs, within a tenth of a second', async () => {
    const rival = await PgRoutingRival.open(queryOf(client), roads.weighed('emergency'));
    const { searches } = await roads.now();
    const ms = new Int32Array(100);
    let worst = 0;
    for (let i = 0; i < 5; i++) {
      const departures = Array.from({ length: 100 }, () => restingSomewhere('emergency'));
      const place = restingSomewhere('emergency');
      searches.emergency.toPlace(departures, place, ms, new Float32Array(100));
      const seconds = await rival.toPlace(departures, place);
      seconds.forEach((theirs, k) => (worst = Math.max(worst, Math.abs(theirs - ms[k]! / 1000))));
    }
    expect(worst).toBeLessThan(0.1);
  });

  it('are about as long through the source that stands in', async () => {
    const now = () => new Date();
    const own = new RoadGraphTimes(roads, now);
    const other = new PgRoutingTimes(queryOf(client), now);
    const near = (edge: number): LngLat => {
      const [lng, lat] = graph.point(graph.firstPoint[edge]!);
      return [lng + (random.next() - 0.5) / 1000, lat + (random.next() - 0.5) / 1000];
    };
    const origins = Array.from({ length: 500 }, () => ({ at: near(restingSomewhere('emergency').edge) }));
    const place = near(restingSomewhere('emergency').edge);
    const [mine, theirs] = [await own.toPlace(origins, place), await other.toPlace(origins, place)];
    expect(theirs.source).toBe('pgrouting');
    // It may neither go against a one-way nor make a forbidden turn, so it takes longer, but not by much.
    const ratios = mine.times.map((time, i) => theirs.times[i]!.seconds / time!.seconds).sort((a, b) => a - b);
    expect(ratios[25]).toBeGreaterThan(0.98);
    expect(ratios[475]).toBeLessThan(1.3);
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
