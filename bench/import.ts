import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boundsOf } from '#geo';
import { buildNetwork } from '#roads';
import { readOsm } from '../apps/importer/src/index.js';
import { writeLargeMap } from './large-map.js';

/**
 * What an import of a country clipped to one city costs: `npm run bench:import -- --osm FILE [--megabytes 300] --json`.
 *
 * The city in FILE is repeated eastward until the file is as large as asked, and read within the box of the first copy:
 * the same roads must come out of both. `peakMb` is the most memory this process ever held.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { osm: { type: 'string' }, megabytes: { type: 'string', default: '300' }, json: { type: 'boolean' } },
  });
  const megabytes = Number(values.megabytes);
  if (!values.osm || !(megabytes > 0)) {
    throw new Error('Usage: npm run bench:import -- --osm FILE [--megabytes 300] --json');
  }
  const folder = mkdtempSync(join(tmpdir(), 'd115-import-'));
  try {
    const large = join(folder, 'large.osm.pbf');
    const city = await readOsm(values.osm);
    const copies = await writeLargeMap(values.osm, large, megabytes * 1e6);
    const peakBeforeMb = peakMb();
    const started = performance.now();
    const clipped = await readOsm(large, { within: boundsOf(city.nodes) });
    const readSeconds = (performance.now() - started) / 1000;
    const network = buildNetwork(clipped);
    const result = {
      fileMb: Math.round(statSync(large).size / 1e6),
      copies,
      readSeconds: Math.round(readSeconds),
      peakBeforeMb,
      peakMb: peakMb(),
      edges: network.report.edges,
      sameRoads: network.report.edges === buildNetwork(city).report.edges,
    };
    process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Linux and macOS report kilobytes. */
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1000);

await run();
