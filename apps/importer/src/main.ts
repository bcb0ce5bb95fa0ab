import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { dataSourceOptions, FolderHeldError, migrate, packageRoot, startEmbedded } from '#database';
import { parseBounds } from './bounds.js';
import { importFile } from './import-file.js';
import { ImportRefused, refuse } from './osm.js';
import { ProgressBar } from './progress-bar.js';
import { printReport } from './report.js';

const USAGE =
  'npm run roads:import -- FILE.osm.pbf [--name NAME] [--within west,south,east,north] [--wards FILE.geojson]';

const LABELS = { ways: 'Đường / ways', nodes: 'Điểm / nodes', store: 'Ghi / storing' };

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (!file || positionals.length > 1) throw refuse(`Cách dùng: ${USAGE}`, `Usage: ${USAGE}`);
  const within = values.within === undefined ? null : parseBounds(values.within);

  const bar = new ProgressBar(process.stderr, LABELS);
  const database = await openDatabase();
  try {
    const { url } = database;
    await prepareDatabase(url);
    const { name, wards: wardsFile } = values;
    const imported = await importFile(url, { file, name, within, wardsFile, progress: bar.show });
    bar.finish();
    printReport(process.stdout, imported);
  } finally {
    bar.finish();
    await database.close();
  }
}

/** The database the server would use: the one named, or the embedded one, which nobody else may hold meanwhile. */
async function openDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const { DATABASE_URL, DATA_FOLDER } = process.env;
  if (DATABASE_URL) return { url: DATABASE_URL, close: () => Promise.resolve() };
  const embedded = await startEmbedded(resolve(packageRoot(), DATA_FOLDER || '.data'));
  return { url: embedded.url, close: () => embedded.stop() };
}

/** The importer may come before the first start of the server. */
async function prepareDatabase(url: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, 1, () => undefined)).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
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
  if (error instanceof FolderHeldError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  const why = message || code || String(error);
  return `Không nhập được, vùng cũ giữ nguyên: ${why}\nThe import failed, the old region stays: ${why}`;
}

run().catch((error: unknown) => {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
});
