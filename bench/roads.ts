import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { packageRoot } from '#database';
import type { LngLat } from '#contracts';
import { queryOf, type Query } from '#region';
import {
  buildNetwork,
  loadGraph,
  PgRoutingTimes,
  RoadGraph,
  RoadGraphTimes,
  RoadsInForce,
  type TravelTimes,
} from '#roads';
import { importRegion, readOsm } from '../apps/importer/src/index.js';
import { Random } from '#chance';

/**
 * How long all vehicles' travel times to one place take: `npm run bench:roads -- --osm FILE [--vehicles 500] --json`.
 *
 * `all` is the product's whole answer (snapping included), `dijkstra` the bare search on snapped points, `pgrouting`
 * the same question asked of the database (null where there is none). `ratio` is pgrouting's median over `all`'s;
 * `mismatches` counts times that differ by more than 0.1 s from the reference (pgRouting, else a fresh search), of
 * vehicles standing on the road.
 */
const ROUNDS = 100;
const PGROUTING_ROUNDS = 10;
const SAME_SECONDS = 0.1;

interface Cluster {
  readonly pgrouting: boolean;
  url(database: string): string;
  stop(): void;
}
interface ClusterModule {
  startCluster(): Cluster | null;
  applyMigrations(url: string): Promise<void>;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { osm: { type: 'string' }, vehicles: { type: 'string', default: '500' }, json: { type: 'boolean' } },
  });
  const vehicles = Number(values.vehicles);
  if (!values.osm || !Number.isInteger(vehicles) || vehicles < 1) {
    throw new Error('Usage: npm run bench:roads -- --osm FILE [--vehicles 500] --json');
  }
  const region = await readOsm(values.osm);
  const result = await withDatabase(async (query, hasPgRouting) => {
    const network = buildNetwork(region);
    if (query) await importRegion(query, region, { source: values.osm!, importedAt: new Date() });
    const started = performance.now();
    const graph = (query && (await loadGraph(query))) ?? RoadGraph.of(network);
    const times = new RoadGraphTimes(new RoadsInForce(graph), () => new Date());
    const loadMs = performance.now() - started;
    return measure(graph, times, vehicles, loadMs, query && hasPgRouting ? query : null);
  });
  process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
}

async function measure(graph: RoadGraph, own: RoadGraphTimes, vehicles: number, loadMs: number, query: Query | null) {
  const random = new Random(115);
  const positions = (count: number) => Array.from({ length: count }, () => positionOn(graph, random));
  const origins = positions(vehicles).map((at) => ({ at }));
  const places = positions(ROUNDS);
  await own.toPlace(origins, places[0]!);

  const all: number[] = [];
  for (const place of places) {
    all.push(await milliseconds(() => own.toPlace(origins, place)));
  }
  const reference: TravelTimes = query
    ? new PgRoutingTimes(query, () => new Date())
    : new RoadGraphTimes(new RoadsInForce(graph), () => new Date());
  const asked: number[] = [];
  let mismatches = 0;
  for (const place of places.slice(0, PGROUTING_ROUNDS)) {
    const mine = await own.toPlace(origins, place);
    asked.push(
      await milliseconds(async () => {
        const theirs = await reference.toPlace(origins, place);
        mismatches += mine.times.filter((time, i) => !isSame(time?.seconds, theirs.times[i]?.seconds)).length;
      }),
    );
  }
  const pgrouting = query ? { p50Ms: percentile(asked, 50), p95Ms: percentile(asked, 95) } : null;
  return {
    vertices: graph.vertexCount,
    arcs: 2 * graph.edgeCount,
    vehicles,
    loadMs: rounded(loadMs),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
    all: percentiles(all),
    pgrouting,
    ratio: pgrouting && rounded(pgrouting.p50Ms / percentile(all, 50)),
    mismatches,
  };
}

/** Middles of random segments: on a road, and not at a junction where several roads are equally near. */
function positionOn(graph: RoadGraph, random: Random): LngLat {
  const edge = Math.floor(random.next() * graph.edgeCount);
  if (graph.isFerry(edge)) return positionOn(graph, random);
  const [a, b] = graph.line(edge) as [LngLat, LngLat];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

const isSame = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Math.abs(a - b) <= SAME_SECONDS;

async function withDatabase<T>(work: (query: Query | null, hasPgRouting: boolean) => Promise<T>): Promise<T> {
  const address = pathToFileURL(join(packageRoot(), 'test/support/cluster.mjs')).href;
  const { startCluster, applyMigrations } = (await import(address)) as ClusterModule;
  const cluster = startCluster();
  if (!cluster) return work(null, false);
  try {
    const url = cluster.url('postgres');
    await applyMigrations(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    if (cluster.pgrouting) await client.query('create extension if not exists pgrouting');
    const result = await work(queryOf(client), cluster.pgrouting);
    await client.end();
    return result;
  } finally {
    cluster.stop();
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Nearest rank. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return rounded(sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!);
}

const percentiles = (values: readonly number[]) => ({
  p50Ms: percentile(values, 50),
  p95Ms: percentile(values, 95),
  p99Ms: percentile(values, 99),
});

await run();
