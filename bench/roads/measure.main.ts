import pg from 'pg';
import { queryOf } from '#region';
import { loadGraph, RoadsInForce } from '#roads';
import { Bench } from './bench.js';

interface Settings {
  readonly url: string;
  readonly vehicles: number;
  readonly hasPgRouting: boolean;
  readonly isOneLine: boolean;
}

const { url, vehicles, hasPgRouting, isOneLine } = JSON.parse(process.argv[2]!) as Settings;
const client = new pg.Client({ connectionString: url });
await client.connect();
const query = queryOf(client);
const started = performance.now();
const graph = await loadGraph(query);
if (!graph) throw new Error('The import left no road');
const roads = new RoadsInForce(graph);
const loadMs = performance.now() - started;
const result = await new Bench(roads, vehicles, loadMs).measure(hasPgRouting ? query : null);
process.stdout.write(`${JSON.stringify(result, null, isOneLine ? 0 : 2)}\n`);
await roads.close();
await client.end();
