import { parseArgs } from 'node:util';
import { packageRoot } from '#database';
import { demonstrationRegion } from '#demonstration';
import type { LngLat } from '#contracts';
import { Gazetteer, type GazetteerData } from '#places';
import type { RegionData } from '#region';
import { readOsm } from '../../apps/importer/src/index.js';
import { generatedPlaces } from './generated.js';
import { placeOfUseful, positionsByName, readQueries, type Query } from './queries.js';

/**
 * How fast and how well places are found while a name is typed key by key:
 * `npm run bench:places -- [--queries FILE] [--osm FILE] [--entries 1000000] --json`.
 *
 * Without `--osm` the demonstration region's own places lie among as many generated ones as make up `--entries`; with
 * it the extract's places are searched, and only as many generated ones added as `--entries` asks for. `longestPauseMs`
 * is how long building the index kept the event loop from anything else; `cpuP95Ms` is what a keystroke costs on a
 * machine that does other work meanwhile.
 */
const USAGE = 'npm run bench:places -- [--queries FILE] [--osm FILE] [--entries 1000000] --json';

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      queries: { type: 'string' },
      osm: { type: 'string' },
      entries: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const wished = Number(values.entries ?? (values.osm ? 0 : 1_000_000));
  if (!Number.isInteger(wished) || wished < 0) throw new Error(`Usage: ${USAGE}`);
  const region = values.osm ? await readOsm(values.osm) : demonstrationRegion();
  const ownSets = values.osm ? [] : ['demonstration.tsv', 'demonstration.held-out.tsv'];
  const files = values.queries ? [values.queries] : ownSets.map((name) => `${packageRoot()}/test/places/${name}`);
  const queries = files.flatMap(readQueries);
  if (queries.length === 0) throw new Error(`No queries: give --queries FILE. Usage: ${USAGE}`);
  const data = searched(region, wished);
  const { gazetteer, ...building } = await built(data);
  const result = { entries: gazetteer.size, ...measure(gazetteer, queries, data), ...building };
  process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
}

function searched(region: RegionData, wished: number): GazetteerData {
  const { nodes, ways, wards, formerUnits } = region;
  const roads = ways.map(({ name, ref, nodes: line }) => ({ name, ref, line: line.map((node) => nodes[node]!) }));
  const areas = wards.length + formerUnits.length;
  const generated = generatedPlaces(Math.max(0, wished - region.places.length - areas));
  return { places: [...region.places, ...generated], wards, formerUnits, roads };
}

async function built(data: GazetteerData) {
  global.gc?.();
  const before = process.memoryUsage();
  const started = performance.now();
  let [last, longest] = [started, 0];
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  const gazetteer = await Gazetteer.buildInSteps(data);
  clearInterval(beat);
  const buildMs = Math.round(performance.now() - started);
  global.gc?.();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  return { gazetteer, buildMs, longestPauseMs: Math.round(longest), bytesPerEntry: Math.round(bytes / gazetteer.size) };
}

function measure(gazetteer: Gazetteer, queries: readonly Query[], { places }: GazetteerData) {
  const near = middleOf(places.slice(0, 1000).map(({ position }) => position));
  const positions = positionsByName(places);
  for (const { typed } of queries.slice(0, 20)) gazetteer.search(typed, { near });
  const times: number[] = [];
  const cpuTimes: number[] = [];
  const found = queries.map((query) => {
    for (let keys = 1; keys <= query.typed.length; keys++) {
      const [started, used] = [performance.now(), process.cpuUsage()];
      gazetteer.search(query.typed.slice(0, keys), { near });
      times.push(performance.now() - started);
      const { user, system } = process.cpuUsage(used);
      cpuTimes.push((user + system) / 1000);
    }
    return placeOfUseful(gazetteer, query, { near, positions });
  });
  const share = (most: number) => rounded(found.filter((at) => at >= 0 && at < most).length / queries.length);
  return {
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
    p99Ms: percentile(times, 99),
    cpuP95Ms: percentile(cpuTimes, 95),
    queries: queries.length,
    top1: share(1),
    top3: share(3),
  };
}

function middleOf(positions: readonly LngLat[]): LngLat {
  const middle = (axis: 0 | 1) => positions.map((at) => at[axis]).sort((a, b) => a - b)[positions.length >> 1]!;
  return [middle(0), middle(1)];
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const percentile = (values: readonly number[], percent: number): number =>
  rounded([...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * percent) / 100))]!);

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
