import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { queryOf } from '#region';
import { importRegion } from './import-region.js';
import { ImportRefused, refuse } from './osm.js';
import { ProgressBar } from './progress-bar.js';
import { readOsm } from './read-osm.js';
import { printReport } from './report.js';
import { readWards } from './wards.js';
import { parseBounds } from './bounds.js';

const USAGE =
  'npm run roads:import -- FILE.osm.pbf [--name NAME] [--within west,south,east,north] [--wards FILE.geojson]';

const LABELS = { ways: 'Đường / ways', nodes: 'Điểm / nodes', store: 'Ghi / storing' };

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (!file || positionals.length > 1) throw refuse(`Cách dùng: ${USAGE}`, `Usage: ${USAGE}`);
  const within = values.within === undefined ? null : parseBounds(values.within);
  const url = process.env['DATABASE_URL'];
  if (!url) throw refuse('Chưa đặt DATABASE_URL.', 'DATABASE_URL is not set.');

  const bar = new ProgressBar(process.stderr, LABELS);
  const wards = values.wards ? await readWards(values.wards) : [];
  const region = await readOsm(file, { name: values.name, within, wards, progress: bar.show });
  const client = new Client({ connectionString: url });
  // Without a listener a lost connection would end the process without a word; the running query reports it anyway.
  client.on('error', () => bar.finish());
  await client.connect();
  try {
    const options = { source: basename(file), importedAt: new Date(), progress: bar.show };
    const { version, network } = await importRegion(queryOf(client), region, options);
    bar.finish();
    printReport(process.stdout, { version, region, network });
  } finally {
    await client.end();
  }
}

function readArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { name: text, within: text, wards: text } });
  } catch (error) {
    throw refuse(`Cách dùng: ${USAGE}`, `${(error as Error).message}\nUsage: ${USAGE}`, error);
  }
}

function explain(error: unknown): string {
  if (error instanceof ImportRefused) return `${error.wording.vi}\n${error.wording.en}`;
  const { code, message } = error as NodeJS.ErrnoException;
  const why = message || code || String(error);
  if (code === '42P01') {
    return 'Cơ sở dữ liệu chưa có bảng. Khởi động máy chủ một lần rồi nhập lại.\nThe database has no tables yet: start the server once, then import again.';
  }
  return `Không nhập được, vùng cũ giữ nguyên: ${why}\nThe import failed, the old region stays: ${why}`;
}

run().catch((error: unknown) => {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
});
